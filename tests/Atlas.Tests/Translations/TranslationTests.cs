using System.Text;
using Unknot.Atlas.Translations;

namespace Unknot.Atlas.Tests.Translations;

public sealed class TranslationTests
{
    private static readonly AtlasData Atlas = AtlasData.Load();

    /// <summary>What must be there in Spanish; the rest may still be English.</summary>
    public static TheoryData<string, string> Complete { get; } = new()
    {
        { "regions.json", "name" },
        { "causes.json", "name" },
        { "symptoms.json", "question" },
        { "questions.json", "text" },
        { "techniques.json", "steps" },
        { "safety.json", "stopRules" },
        { "safety.json", "question" },
        { "safety.json", "action" },
        { "safety.json", "text" },
        { "muscles/", "name" },
        { "muscles/", "where" },
        { "muscles/", "posture" },
        { "muscles/", "steps" },
        { "muscles/", "direction" },
        { "muscles/", "cue" },
        { "muscles/", "start" },
    };

    [Fact]
    public void The_translations_of_the_atlas_have_no_problem() => Assert.Empty(Atlas.CheckTranslations());

    [Theory]
    [MemberData(nameof(Complete))]
    public void What_a_session_shows_and_says_is_Spanish(string file, string field)
    {
        var texts = Atlas.TextsFor("es")
            .Where(text => text.File.StartsWith(file, StringComparison.Ordinal) && text.Path.Split('.').Last(part => !int.TryParse(part, out _)) == field)
            .ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.NotNull(text.Translated));
    }

    [Fact]
    public void Every_text_has_a_key_of_its_own()
    {
        var texts = Atlas.TextsFor("es");

        Assert.Equal(texts.Length, texts.DistinctBy(text => (text.File, text.Path)).Count());
    }

    [Fact]
    public void An_atlas_in_another_language_has_the_same_ids_and_other_texts()
    {
        var spanish = Atlas.In("es");

        Assert.Equal("es", spanish.Language);
        Assert.Equal("Sien", spanish.Region(RegionId.Parse("temple", null)).Name);
        Assert.Equal(Atlas.Muscles.Select(muscle => muscle.Id), spanish.Muscles.Select(muscle => muscle.Id));
        Assert.Equal(Atlas.Muscles.Select(muscle => muscle.Latin), spanish.Muscles.Select(muscle => muscle.Latin));
    }

    [Fact]
    public void A_text_without_a_translation_is_English() => Assert.Equal("Long desk work", WithSpanish("{}").In("es").Causes[0].Name);

    [Fact]
    public void A_translation_of_an_older_text_is_not_shown_and_is_named()
    {
        var atlas = WithSpanish("""{ "desk-work.name": { "of": "00000000", "text": "Mucho escritorio" } }""");

        Assert.Equal("Long desk work", atlas.In("es").Causes[0].Name);
        Assert.Contains("out of date", Assert.Single(atlas.CheckTranslations()).What, StringComparison.Ordinal);
    }

    [Fact]
    public void A_translation_of_a_text_that_is_not_there_is_named() => Assert.Equal(
        new DataProblem("language/es/causes.json", "no-such.name", "translates a text that is not there"),
        Assert.Single(WithSpanish("""{ "no-such.name": { "of": "00000000", "text": "Nada" } }""").CheckTranslations()));

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("Mucho escritorio a la derecha", "says “derech”")]
    [InlineData("Mucho escritorio a la izquierda", "says “izquierd”")]
    public void An_empty_translation_and_one_with_a_side_of_its_own_are_named(string text, string what) => Assert.Contains(
        what,
        Assert.Single(WithSpanish($$"""{ "desk-work.name": { "of": "{{Translation.HashOf("Long desk work")}}", "text": "{{text}}" } }""").CheckTranslations()).What,
        StringComparison.Ordinal);

    [Fact]
    public void A_file_that_cannot_be_read_is_named_and_stops_the_language()
    {
        var atlas = WithSpanish("""{ "desk-work.name": "Mucho escritorio" }""");

        Assert.Equal("language/es/causes.json", Assert.Single(atlas.CheckTranslations()).File);
        Assert.Throws<AtlasDataException>(() => atlas.In("es"));
    }

    private static AtlasData WithSpanish(string causes) => AtlasData.Load(AtlasFiles.From(
        [.. new TinyAtlas().Files().All.Select(file => (file.Key, file.Value)), ("language/es/causes.json", Encoding.UTF8.GetBytes(causes))]));
}
