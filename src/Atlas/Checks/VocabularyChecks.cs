using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

/// <summary>What muscles say in words of the vocabularies must be in them.</summary>
internal static class VocabularyChecks
{
    internal static IEnumerable<DataProblem> MusclesUseTheVocabularies(AtlasContent content)
    {
        var symptoms = content.Symptoms.Select(symptom => symptom.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        var questions = content.Questions.Select(question => question.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        var causes = content.Causes.Select(cause => cause.Id.ToString()).ToHashSet(StringComparer.Ordinal);
        var reasons = content.Safety.Contraindications.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var places = content.Safety.EndangeredPlaces.Select(place => place.Id).ToHashSet(StringComparer.Ordinal);
        return content.Muscles.SelectMany(muscle =>
        {
            var file = AtlasReader.FileOf(muscle.Id);
            return (IEnumerable<DataProblem>)[
                .. Unknown(file, "signs", "symptom", muscle.Signs.Select(sign => sign.Symptom.ToString()), symptoms),
                .. Unknown(file, "tests", "question", muscle.Tests.Select(test => test.Question.ToString()), questions),
                .. Unknown(file, "causes", "cause", muscle.Causes.Select(cause => cause.ToString()), causes),
                .. Unknown(file, "perpetuatedBy", "cause", muscle.PerpetuatedBy.Select(cause => cause.ToString()), causes),
                .. Unknown(file, "contraindications", "contraindication", muscle.Contraindications, reasons),
                .. Unknown(file, "endangeredPlaces", "endangered place", muscle.EndangeredPlaces, places),
            ];
        });
    }

    internal static IEnumerable<DataProblem> VocabulariesAreUsed(AtlasContent content)
    {
        var symptoms = content.Muscles.SelectMany(muscle => muscle.Signs).Select(sign => sign.Symptom).ToHashSet();
        var questions = content.Muscles.SelectMany(muscle => muscle.Tests).Select(test => test.Question).ToHashSet();
        var causes = content.Muscles.SelectMany(muscle => muscle.Causes.Concat(muscle.PerpetuatedBy)).ToHashSet();
        return
        [
            .. content.Symptoms.Where(symptom => !symptoms.Contains(symptom.Id)).Select(symptom => new DataProblem("symptoms.json", symptom.Id.ToString(), "belongs to no muscle")),
            .. content.Questions.Where(question => !questions.Contains(question.Id)).Select(question => new DataProblem("questions.json", question.Id.ToString(), "belongs to no muscle")),
            .. content.Causes.Where(cause => !causes.Contains(cause.Id)).Select(cause => new DataProblem("causes.json", cause.Id.ToString(), "belongs to no muscle")),
        ];
    }

    private static IEnumerable<DataProblem> Unknown(string file, string place, string kind, IEnumerable<string> used, HashSet<string> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var id in used)
        {
            if (!known.Contains(id))
            {
                yield return new(file, place, $"there is no {kind} '{id}'");
            }

            if (!seen.Add(id))
            {
                yield return new(file, place, $"names '{id}' twice");
            }
        }
    }
}
