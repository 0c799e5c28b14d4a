using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

internal static class EvidenceChecks
{
    internal static IEnumerable<DataProblem> EvidenceCitesSources(AtlasContent content)
    {
        var known = content.Sources.Select(source => source.Id).ToHashSet();
        foreach (var (file, place, evidence) in AllEvidence(content))
        {
            var citesNone = evidence.Grade is EvidenceGrade.Derived or EvidenceGrade.Unsourced;
            if (citesNone != (evidence.Sources.Length == 0))
            {
                yield return new(file, place, $"grade '{evidence.Grade.ToString().ToLowerInvariant()}' {(citesNone ? "cannot name a source" : "needs a source")}");
            }

            foreach (var source in evidence.Sources.Where(source => !known.Contains(source)))
            {
                yield return new(file, place, $"there is no source '{source}'");
            }
        }
    }

    /// <summary>A frequency that was counted must come from a study that the point names.</summary>
    internal static IEnumerable<DataProblem> ZoneGradesFitTheSources(AtlasContent content) =>
        from muscle in content.Muscles
        from point in muscle.Points
        from zone in point.Zones.Index()
        where zone.Item.Grade is EvidenceGrade.Trial or EvidenceGrade.Study && point.Evidence.Grade is not (EvidenceGrade.Trial or EvidenceGrade.Study)
        select new DataProblem(
            AtlasReader.FileOf(muscle.Id),
            $"{point.Id} zones {zone.Index + 1}",
            $"grade '{zone.Item.Grade.ToString().ToLowerInvariant()}' needs a point whose evidence is a study or a trial");

    internal static IEnumerable<DataProblem> SourcesAreCited(AtlasContent content)
    {
        var cited = AllEvidence(content).SelectMany(item => item.Evidence.Sources).ToHashSet();
        return content.Sources
            .Where(source => !cited.Contains(source.Id))
            .Select(source => new DataProblem("sources.json", source.Id.ToString(), "is cited nowhere"));
    }

    private static IEnumerable<(string File, string Place, Evidence Evidence)> AllEvidence(AtlasContent content) =>
    [
        .. content.Muscles.SelectMany(muscle => OfMuscle(AtlasReader.FileOf(muscle.Id), muscle)),
        .. content.Techniques.Select(technique => ("techniques.json", technique.Id.ToString(), technique.Evidence)),
        .. content.Programmes.Select(programme => ("programmes.json", programme.Id.ToString(), programme.Evidence)),
        .. content.Chains.Select(chain => ("chains.json", $"{chain.Key} → {chain.Satellite}", chain.Evidence)),
        .. content.Priors.Studies.Select(study => ("priors.json", study.Id, study.Evidence)),
        .. content.Safety.RedFlags.Select(flag => ("safety.json", flag.Id, flag.Evidence)),
        .. content.Safety.Contraindications.Select(item => ("safety.json", item.Id, item.Evidence)),
        .. content.Safety.EndangeredPlaces.Select(place => ("safety.json", place.Id, place.Evidence)),
        .. content.Safety.SmallestChanges.Select(change => ("safety.json", $"smallestChanges {change.Id}", change.Evidence)),
        .. content.Safety.Disputed.Select(disputed => ("safety.json", "disputed", disputed.Evidence)),
    ];

    private static IEnumerable<(string File, string Place, Evidence Evidence)> OfMuscle(string file, Muscle muscle) =>
    [
        (file, "evidence", muscle.Evidence),
        .. muscle.Points.Select(point => (file, $"{point.Id} evidence", point.Evidence)),
        .. from release in muscle.Releases
           where release.Roll is not null
           select (file, $"releases {release.Technique} roll.speed", release.Roll!.Speed.Evidence),
    ];
}
