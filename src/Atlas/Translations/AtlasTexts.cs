using System.Collections.Immutable;
using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Translations;

/// <summary>
/// Goes through every plain text of the atlas, each with its key, and puts another in its place. Not among them: ids, Latin names, synonyms and
/// the words that free text is read with, which belong to English, the names of landmarks, which only who edits the data sees, and the
/// bibliography, which cites in the language of its works.
/// </summary>
/// <param name="replace">Gets the key and the English text; gives what stands there instead.</param>
internal sealed class AtlasTexts(Func<TextKey, string, string> replace)
{
    /// <summary>All texts in the order of the data.</summary>
    internal static ImmutableArray<(TextKey Key, string English)> Of(AtlasContent content)
    {
        var texts = ImmutableArray.CreateBuilder<(TextKey, string)>();
        new AtlasTexts((key, english) =>
        {
            texts.Add((key, english));
            return english;
        }).In(content);
        return texts.ToImmutable();
    }

    internal AtlasContent In(AtlasContent content)
    {
        var regions = new Texts("regions.json", replace);
        var landmarks = new Texts("landmarks.json", replace);
        var causes = new Texts("causes.json", replace);
        var symptoms = new Texts("symptoms.json", replace);
        var questions = new Texts("questions.json", replace);
        return content with
        {
            Muscles = [.. content.Muscles.Select(muscle => new MuscleTexts(new Texts(AtlasReader.FileOf(muscle.Id), replace)).In(muscle))],
            Regions = [.. content.Regions.Select(region => region with { Name = regions.Text($"{region.Id}.name", region.Name) })],
            Landmarks = [.. content.Landmarks.Select(landmark => landmark with { Sign = landmarks.Optional($"{landmark.Id}.sign", landmark.Sign) })],
            Techniques = [.. content.Techniques.Select(technique => Technique(technique, new Texts("techniques.json", replace)))],
            Chains = Chains(content.Chains, new Texts("chains.json", replace)),
            Causes = [.. content.Causes.Select(cause => cause with { Name = causes.Text($"{cause.Id}.name", cause.Name) })],
            Symptoms =
            [
                .. content.Symptoms.Select(symptom => symptom with
                {
                    Name = symptoms.Text($"{symptom.Id}.name", symptom.Name),
                    Question = symptoms.Text($"{symptom.Id}.question", symptom.Question),
                }),
            ],
            Questions =
            [
                .. content.Questions.Select(question => question with
                {
                    Text = questions.Text($"{question.Id}.text", question.Text),
                    Detail = questions.Optional($"{question.Id}.detail", question.Detail),
                }),
            ],
            Priors = Priors(content.Priors, new Texts("priors.json", replace)),
            Programmes = [.. content.Programmes.Select(programme => Programme(programme, new Texts("programmes.json", replace)))],
            Safety = Safety(content.Safety, new Texts("safety.json", replace)),
        };
    }

    private static Technique Technique(Technique technique, Texts texts) => technique with
    {
        Name = texts.Text($"{technique.Id}.name", technique.Name),
        Summary = texts.Text($"{technique.Id}.summary", technique.Summary),
        Steps = texts.List($"{technique.Id}.steps", technique.Steps),
        Avoid = texts.List($"{technique.Id}.avoid", technique.Avoid),
        Evidence = texts.Note($"{technique.Id}.evidence", technique.Evidence),
    };

    private static Programme Programme(Programme programme, Texts texts) => programme with
    {
        Name = texts.Text($"{programme.Id}.name", programme.Name),
        Summary = texts.Text($"{programme.Id}.summary", programme.Summary),
        Suits = texts.List($"{programme.Id}.suits", programme.Suits),
        Evidence = texts.Note($"{programme.Id}.evidence", programme.Evidence),
    };

    private static ImmutableArray<Chain> Chains(ImmutableArray<Chain> chains, Texts texts) =>
    [
        .. chains.Select(chain => chain with
        {
            Evidence = texts.Note($"{chain.KeyPoint?.ToString() ?? chain.Key.ToString()}.{chain.Satellite}.evidence", chain.Evidence),
        }),
    ];

    private static Priors Priors(Priors priors, Texts texts) => priors with
    {
        Complaints = [.. priors.Complaints.Select(complaint => complaint with { Name = texts.Text($"complaints.{complaint.Id}.name", complaint.Name) })],
        Studies =
        [
            .. priors.Studies.Select(study => study with
            {
                Population = texts.Text($"studies.{study.Id}.population", study.Population),
                Evidence = texts.Note($"studies.{study.Id}.evidence", study.Evidence),
            }),
        ],
    };

    private static SafetyRules Safety(SafetyRules safety, Texts texts) => safety with
    {
        RedFlags =
        [
            .. safety.RedFlags.Select(flag => flag with
            {
                Question = texts.Text($"redFlags.{flag.Id}.question", flag.Question),
                Detail = texts.Optional($"redFlags.{flag.Id}.detail", flag.Detail),
                Action = texts.Text($"redFlags.{flag.Id}.action", flag.Action),
                Evidence = texts.Note($"redFlags.{flag.Id}.evidence", flag.Evidence),
            }),
        ],
        StopRules = texts.List("stopRules", safety.StopRules),
        Contraindications =
        [
            .. safety.Contraindications.Select(reason => reason with
            {
                Text = texts.Text($"contraindications.{reason.Id}.text", reason.Text),
                Evidence = texts.Note($"contraindications.{reason.Id}.evidence", reason.Evidence),
            }),
        ],
        EndangeredPlaces =
        [
            .. safety.EndangeredPlaces.Select(place => place with
            {
                Name = texts.Text($"endangeredPlaces.{place.Id}.name", place.Name),
                AtRisk = texts.Text($"endangeredPlaces.{place.Id}.atRisk", place.AtRisk),
                Advice = texts.Text($"endangeredPlaces.{place.Id}.advice", place.Advice),
                Evidence = texts.Note($"endangeredPlaces.{place.Id}.evidence", place.Evidence),
            }),
        ],
        SmallestChanges =
        [
            .. safety.SmallestChanges.Select(change => change with
            {
                Text = texts.Text($"smallestChanges.{change.Id.ToString().ToLowerInvariant()}.text", change.Text),
                Evidence = texts.Note($"smallestChanges.{change.Id.ToString().ToLowerInvariant()}.evidence", change.Evidence),
            }),
        ],
        Disputed =
        [
            .. safety.Disputed.Select((point, index) => point with
            {
                Text = texts.Text($"disputed.{index}.text", point.Text),
                Evidence = texts.Note($"disputed.{index}.evidence", point.Evidence),
            }),
        ],
    };

    /// <summary>The texts of one file.</summary>
    internal sealed class Texts(string file, Func<TextKey, string, string> replace)
    {
        internal string Text(string path, string english) => replace(new TextKey(file, path), english);

        internal string? Optional(string path, string? english) => english is null ? null : Text(path, english);

        internal ImmutableArray<string> List(string path, ImmutableArray<string> english) => [.. english.Select((text, index) => Text($"{path}.{index}", text))];

        internal Evidence Note(string path, Evidence evidence) => evidence with { Note = Optional($"{path}.note", evidence.Note) };
    }
}
