using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Unknot.Atlas.Reading;
using Unknot.Atlas.Translations;

namespace Unknot.Atlas;

/// <summary>The whole atlas, read and checked. Immutable; every id in it resolves.</summary>
public sealed class AtlasData
{
    /// <summary>The language that the data is written in.</summary>
    private const string English = "en";

    private readonly FrozenDictionary<MuscleId, Muscle> muscleById;
    private readonly FrozenDictionary<PointId, (Muscle Muscle, TriggerPoint Point)> pointById;
    private readonly FrozenDictionary<RegionId, Region> regionById;
    private readonly FrozenDictionary<LandmarkId, Landmark> landmarkById;
    private readonly FrozenDictionary<TechniqueId, Technique> techniqueById;
    private readonly FrozenDictionary<ProgrammeId, Programme> programmeById;
    private readonly FrozenDictionary<CauseId, Cause> causeById;
    private readonly FrozenDictionary<SymptomId, Symptom> symptomById;
    private readonly FrozenDictionary<QuestionId, Question> questionById;
    private readonly FrozenDictionary<SourceId, Source> sourceById;
    private readonly FrozenDictionary<MuscleId, ImmutableArray<Prevalence>> prevalences;

    private readonly AtlasContent content;
    private readonly AtlasFiles files;

    internal AtlasData(string version, AtlasContent content, AtlasFiles files, string language = English)
    {
        Version = version;
        Language = language;
        this.content = content;
        this.files = files;
        Muscles = content.Muscles;
        Landmarks = content.Landmarks;
        Regions = content.Regions;
        Techniques = content.Techniques;
        Programmes = content.Programmes;
        Chains = content.Chains;
        Causes = content.Causes;
        Symptoms = content.Symptoms;
        Questions = content.Questions;
        Sources = content.Sources;
        Retired = content.Retired;
        Priors = content.Priors;
        Safety = content.Safety;
        Words = content.Words;
        muscleById = Muscles.ToFrozenDictionary(muscle => muscle.Id);
        pointById = Muscles.SelectMany(muscle => muscle.Points.Select(point => (muscle, point))).ToFrozenDictionary(pair => pair.point.Id);
        regionById = Regions.ToFrozenDictionary(region => region.Id);
        landmarkById = Landmarks.ToFrozenDictionary(landmark => landmark.Id);
        techniqueById = Techniques.ToFrozenDictionary(technique => technique.Id);
        programmeById = Programmes.ToFrozenDictionary(programme => programme.Id);
        causeById = Causes.ToFrozenDictionary(cause => cause.Id);
        symptomById = Symptoms.ToFrozenDictionary(symptom => symptom.Id);
        questionById = Questions.ToFrozenDictionary(question => question.Id);
        prevalences = Muscles.ToFrozenDictionary(muscle => muscle.Id, muscle => Prevalence.Of(muscle.Id, Priors));
        sourceById = Sources.ToFrozenDictionary(source => source.Id);
    }

    /// <summary>Release date and a hash of the content, such as <c>2026.11+1f0a9c3e</c>; shown on pages and stored with results.</summary>
    public string Version { get; }

    /// <summary>Two-letter code of the language that names and texts are in.</summary>
    public string Language { get; }

    /// <summary>Sorted by id.</summary>
    public ImmutableArray<Muscle> Muscles { get; }

    public ImmutableArray<Landmark> Landmarks { get; }

    /// <summary>In the order a list shows them.</summary>
    public ImmutableArray<Region> Regions { get; }

    public ImmutableArray<Technique> Techniques { get; }

    /// <summary>Ready-made sessions, in the order a list shows them.</summary>
    public ImmutableArray<Programme> Programmes { get; }

    public ImmutableArray<Chain> Chains { get; }

    public ImmutableArray<Cause> Causes { get; }

    public ImmutableArray<Symptom> Symptoms { get; }

    public ImmutableArray<Question> Questions { get; }

    public ImmutableArray<Source> Sources { get; }

    public ImmutableArray<RetiredId> Retired { get; }

    public Priors Priors { get; }

    public SafetyRules Safety { get; }

    /// <summary>How people say where it hurts; <see cref="PainWords"/> reads with it.</summary>
    public WordBook Words { get; }

    /// <summary>The atlas built into this assembly.</summary>
    /// <exception cref="AtlasDataException">The data is wrong; says everything that is.</exception>
    public static AtlasData Load() => Load(AtlasFiles.Embedded());

    /// <exception cref="AtlasDataException">The data is wrong; says everything that is.</exception>
    public static AtlasData Load(AtlasFiles files)
    {
        var (data, problems) = AtlasReader.Read(files);
        return data ?? throw new AtlasDataException(problems);
    }

    /// <summary>Everything wrong with the files; empty when they can be loaded.</summary>
    public static ImmutableArray<DataProblem> Check(AtlasFiles files) => AtlasReader.Read(files).Problems;

    /// <summary>
    /// The same atlas with its names and texts in another language, and in English where the language lacks one or has translated an older one.
    /// Ids, places and figures are the same; so are synonyms and <see cref="Words"/>, with which English is read.
    /// </summary>
    /// <param name="language">Two-letter code; all in English when the data has no such language.</param>
    /// <exception cref="AtlasDataException">A file of translations cannot be read.</exception>
    public AtlasData In(string language)
    {
        var problems = new List<DataProblem>();
        var translations = TranslationFiles.Read(files, language, problems);
        return problems.Count > 0
            ? throw new AtlasDataException(problems)
            : In(language, (key, english) => translations.TryGetValue(key, out var translation) && translation.Of == Translation.HashOf(english) ? translation.Text : english);
    }

    /// <param name="language">Two-letter code.</param>
    /// <param name="replace">Gets the key and the English text; gives what stands there instead.</param>
    internal AtlasData In(string language, Func<TextKey, string, string> replace) =>
        new(Version, new AtlasTexts(replace).In(content), files, language);

    /// <summary>Translations of texts that are not there or that changed since, and the like, for every language; empty when all is well.</summary>
    public ImmutableArray<DataProblem> CheckTranslations() => [.. TranslationCheck.ProblemsOf(files, content)];

    /// <summary>Every plain text with its translation in a language, for who translates and who wants to know how much is left.</summary>
    public ImmutableArray<AtlasText> TextsFor(string language)
    {
        var translations = TranslationFiles.Read(files, language, []);
        return
        [
            .. AtlasTexts.Of(content).Select(text => new AtlasText(text.Key.File, text.Key.Path, text.English, Translation.HashOf(text.English), translations.GetValueOrDefault(text.Key)?.Text)),
        ];
    }

    /// <exception cref="KeyNotFoundException">The atlas has no such muscle.</exception>
    public Muscle Muscle(MuscleId id) => muscleById[id];

    /// <exception cref="KeyNotFoundException">The atlas has no such point.</exception>
    public (Muscle Muscle, TriggerPoint Point) Point(PointId id) => pointById[id];

    /// <exception cref="KeyNotFoundException">The atlas has no such region.</exception>
    public Region Region(RegionId id) => regionById[id];

    /// <exception cref="KeyNotFoundException">The atlas has no such landmark.</exception>
    public Landmark Landmark(LandmarkId id) => landmarkById[id];

    /// <exception cref="KeyNotFoundException">The atlas has no such technique.</exception>
    public Technique Technique(TechniqueId id) => techniqueById[id];

    /// <exception cref="KeyNotFoundException">The atlas has no such cause.</exception>
    public Cause Cause(CauseId id) => causeById[id];

    /// <exception cref="KeyNotFoundException">The atlas has no such symptom.</exception>
    public Symptom Symptom(SymptomId id) => symptomById[id];

    /// <exception cref="KeyNotFoundException">The atlas has no such question.</exception>
    public Question Question(QuestionId id) => questionById[id];

    /// <summary>How often the muscle's points are active in people with each complaint in which that was counted or estimated; may be empty.</summary>
    /// <exception cref="KeyNotFoundException">The atlas has no such muscle.</exception>
    public ImmutableArray<Prevalence> PrevalenceOf(MuscleId muscle) => prevalences[muscle];

    /// <exception cref="KeyNotFoundException">The atlas has no such source.</exception>
    public Source Source(SourceId id) => sourceById[id];

    public bool TryGetMuscle(MuscleId id, [NotNullWhen(true)] out Muscle? muscle) => muscleById.TryGetValue(id, out muscle);

    public bool TryGetProgramme(ProgrammeId id, [NotNullWhen(true)] out Programme? programme) => programmeById.TryGetValue(id, out programme);

    public bool TryGetRegion(RegionId id, [NotNullWhen(true)] out Region? region) => regionById.TryGetValue(id, out region);
}
