using System.Text.Json.Nodes;

namespace Unknot.Atlas.Tests.Words;

public sealed class WordChecksTests
{
    /// <summary>What is done to the words, and what the check must say.</summary>
    public static readonly TheoryData<string, string> Spoiled = new()
    {
        { "phrase for nowhere", "words.json: 'crick in neck': there is no region 'nowhere'" },
        { "part of nowhere", "words.json: 'neck': there is no region 'nowhere'" },
        { "pathway to nowhere", "pathway back-of-neck → nowhere …: there is no region 'nowhere'" },
        { "pathway in a circle", "pathway back-of-neck → tongue → back-of-neck: needs two regions or more, each once" },
        { "phrase without regions", "words.json: 'crick in neck': needs words and regions" },
        { "whole outside of all", "what is marked for the whole must not be empty, and must be in all of it" },
        { "one phrase for two things", "words.json: 'crick in neck': means several things: back-of-neck; tongue" },
        { "a phrase that a part makes too", "words.json: 'back of neck': means several things: tongue; back-of-neck" },
        { "a synonym of another region", "words.json: 'nape': is a name of the region 'back-of-neck', but means tongue here" },
        { "a word with an apostrophe", "words.json: 'golfer's elbow': is not written as it is read" },
        { "a word in upper case", "words.json: 'When': is not written as it is read" },
        { "a strength above one", "words.json: strength 1.5: is out of range" },
        { "a plural twice", "words.json: 'necks': is given more than once as a plural" },
    };

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void Words_that_would_be_misread_are_listed(string what, string says)
    {
        var atlas = new TinyAtlas();
        Assert.Empty(AtlasData.Check(atlas.Files()));

        Spoil(atlas["words.json"], what);

        Assert.Contains(AtlasData.Check(atlas.Files()), problem => problem.ToString().Contains(says, StringComparison.Ordinal));
    }

    [Fact]
    public void A_quality_that_is_not_in_the_vocabulary_is_refused()
    {
        var atlas = new TinyAtlas();
        atlas["words.json"]["qualities"]![0]!["quality"] = "purple";

        Assert.Contains(AtlasData.Check(atlas.Files()), problem => problem.File == "words.json");
    }

    private static void Spoil(JsonNode words, string what)
    {
        switch (what)
        {
            case "phrase for nowhere": words["phrases"]![0]!["regions"]![0] = "nowhere"; break;
            case "part of nowhere": words["parts"]![0]!["narrows"]!.AsArray().Add("nowhere"); break;
            case "pathway to nowhere": words["pathways"]![0]![1] = "nowhere"; break;
            case "pathway in a circle": words["pathways"]![0]!.AsArray().Add("back-of-neck"); break;
            case "phrase without regions": words["phrases"]![0]!["regions"] = new JsonArray(); break;
            case "whole outside of all": words["parts"]![0]!["all"] = new JsonArray("tongue"); break;
            case "one phrase for two things": AddPhrase("crick in neck"); break;
            case "a phrase that a part makes too": AddPhrase("back of neck"); break;
            case "a synonym of another region": AddPhrase("nape"); break;
            case "a word with an apostrophe": AddPhrase("golfer's elbow"); break;
            case "a word in upper case": words["passedOver"]!.AsArray().Add("When"); break;
            case "a strength above one": words["strengths"]![0]!["share"] = 1.5; break;
            case "a plural twice": words["plurals"]!.AsArray().Add(TinyAtlas.Parse("""{ "one": "nape", "many": "necks" }""")); break;
            default: throw new ArgumentOutOfRangeException(nameof(what), what, "is not known");
        }

        void AddPhrase(string text) => words["phrases"]!.AsArray().Add(new JsonObject { ["says"] = new JsonArray(text), ["regions"] = new JsonArray("tongue") });
    }
}
