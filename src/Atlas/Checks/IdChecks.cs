using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

internal static class IdChecks
{
    internal static IEnumerable<DataProblem> IdsAreUnique(AtlasContent content) =>
    [
        .. Repeated("muscles/", content.Muscles.Select(muscle => muscle.Id.ToString())),
        .. Repeated("muscles/", content.Muscles.SelectMany(muscle => muscle.Points).Select(point => point.Id.ToString())),
        .. Repeated("landmarks.json", content.Landmarks.Select(landmark => landmark.Id.ToString())),
        .. Repeated("regions.json", content.Regions.Select(region => region.Id.ToString())),
        .. Repeated("techniques.json", content.Techniques.Select(technique => technique.Id.ToString())),
        .. Repeated("programmes.json", content.Programmes.Select(programme => programme.Id.ToString())),
        .. Repeated("causes.json", content.Causes.Select(cause => cause.Id.ToString())),
        .. Repeated("symptoms.json", content.Symptoms.Select(symptom => symptom.Id.ToString())),
        .. Repeated("questions.json", content.Questions.Select(question => question.Id.ToString())),
        .. Repeated("priors.json", content.Priors.Complaints.Select(complaint => complaint.Id)),
        .. Repeated("priors.json", content.Priors.Studies.Select(study => study.Id)),
        .. Repeated("sources.json", content.Sources.Select(source => source.Id.ToString())),
        .. Repeated("safety.json", content.Safety.RedFlags.Select(flag => flag.Id)),
        .. Repeated("safety.json", content.Safety.Contraindications.Select(item => item.Id)),
        .. Repeated("safety.json", content.Safety.EndangeredPlaces.Select(place => place.Id)),
    ];

    internal static IEnumerable<DataProblem> RetiredIdsAreNotUsed(AtlasContent content)
    {
        var used = content.Muscles.Select(muscle => muscle.Id.ToString())
            .Concat(content.Muscles.SelectMany(muscle => muscle.Points).Select(point => point.Id.ToString()))
            .Concat(content.Regions.Select(region => region.Id.ToString()))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var retired in content.Retired)
        {
            if (used.Contains(retired.Id))
            {
                yield return new("retired-ids.json", retired.Id, "is retired but still in use");
            }

            if (retired.Successor is { } successor && !used.Contains(successor))
            {
                yield return new("retired-ids.json", retired.Id, $"names the successor '{successor}', which does not exist");
            }
        }
    }

    /// <summary>A word that a person types must lead to one region only.</summary>
    internal static IEnumerable<DataProblem> NamesOfRegionsAreUnambiguous(AtlasContent content) =>
        content.Regions
            .SelectMany(region => region.Synonyms.Append(region.Name).Select(word => (Word: word.ToLowerInvariant(), region.Id)))
            .GroupBy(pair => pair.Word, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => new DataProblem("regions.json", $"'{group.Key}'", $"is given more than once, by {string.Join(", ", group.Select(pair => pair.Id))}"));

    private static IEnumerable<DataProblem> Repeated(string file, IEnumerable<string> ids) =>
        ids.GroupBy(id => id, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => new DataProblem(file, group.Key, $"is given {group.Count()} times"));
}
