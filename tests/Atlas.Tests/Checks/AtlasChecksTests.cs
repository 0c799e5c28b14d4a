using System.Text.Json.Nodes;

namespace Unknot.Atlas.Tests.Checks;

public sealed class AtlasChecksTests
{
    /// <summary>Each check of the data, spoiled once: what is done to the atlas, and what the check must say.</summary>
    public static readonly TheoryData<string, string> Spoiled = new()
    {
        { "muscle file under another name", "so the file must be called muscles/trapezius.json" },
        { "repeated region", "regions.json: back-of-neck: is given 2 times" },
        { "retired id in use", "is retired but still in use" },
        { "successor unknown", "names the successor 'nothing', which does not exist" },
        { "synonym twice", "regions.json: 'tongue': is given more than once" },
        { "landmark on the right", "is outside the left half of the figure" },
        { "landmark with two numbers", "needs three numbers" },
        { "sign too long", "neck: its sign has 29 characters" },
        { "sign inside the body", "neck: has a sign, but cannot be seen or felt" },
        { "place unknown", "muscles/trapezius.json: fibres: there is no landmark 'elsewhere'" },
        { "region without seeds", "needs at least one seed" },
        { "inside region without place", "says where it is shown" },
        { "reach too far", "reachMillimetres is 90" },
        { "no actions", "actions: needs at least one entry" },
        { "empty text", "latin: is empty" },
        { "cause unknown", "there is no cause 'boredom'" },
        { "one station", "needs 2 to 8 stations" },
        { "fibre count", "fibres.count: is 30" },
        { "head without a way", "fibres.furtherHeads 1.stations: needs 2 to 8 stations" },
        { "point off the fibres", "trapezius-1 fibre: is 9, the muscle has fibres 1 to 3" },
        { "point named after another muscle", "a point of this muscle is called trapezius-1" },
        { "no essential zone", "needs at least one essential zone" },
        { "zone without ground", "a zone has either a path over the skin or a region inside the body" },
        { "zone in a skin region", "'back-of-neck' is not a region inside the body" },
        { "zone too wide", "widthMillimetres is 500" },
        { "share above high", "priors.json: neck: needs 0 ≤ low ≤ share ≤ high ≤ 1" },
        { "complaint without regions", "priors.json: neck-pain: needs at least one region" },
        { "complaint in an unknown region", "priors.json: neck-pain: there is no region 'wing'" },
        { "study of an unknown complaint", "there is no complaint 'hiccups'" },
        { "study of nobody", "priors.json: neck people: is needed for what was counted" },
        { "estimate with people", "priors.json: neck people: is given, but nobody counted an estimate" },
        { "study without shares", "priors.json: neck: needs at least one share" },
        { "study of an unknown muscle", "priors.json: neck: there is no muscle 'ghost'" },
        { "study with two shares of a muscle", "gives 'trapezius' two shares" },
        { "repeated study", "priors.json: neck: is given 2 times" },
        { "symptom unknown", "signs: there is no symptom 'boredom'" },
        { "symptom twice", "signs: names 'dizziness' twice" },
        { "symptom unused", "symptoms.json: sneezing: belongs to no muscle" },
        { "question unknown", "tests: there is no question 'fly'" },
        { "question unused", "questions.json: fly: belongs to no muscle" },
        { "cause unused", "causes.json: boredom: belongs to no muscle" },
        { "perpetuating cause unknown", "perpetuatedBy: there is no cause 'boredom'" },
        { "contraindication unknown", "there is no contraindication 'hiccups'" },
        { "no contraindication", "contraindications: needs at least one entry" },
        { "endangered place unknown", "there is no endangered place 'moon'" },
        { "endangered area without a place", "safety.json: throat areas: needs at least one place" },
        { "endangered area nowhere", "safety.json: throat areas: there is no landmark 'elsewhere'" },
        { "professional without a name", "treatment.who: must say who should treat the muscle" },
        { "self with a therapist", "treatment.who: is for muscles that one does not press freely" },
        { "professional pressed by oneself", "releases thumb: presses a muscle that only a therapist should press" },
        { "dose above the technique", "releases thumb dose: needs 5 ≤ minSeconds" },
        { "no anatomy", "anatomy: needs at least one muscle" },
        { "key of the wrong form", "anatomy: 'UB:1' is not a key of the form" },
        { "keys that differ", "anatomy: 'trapezius' has other keys in trapezius" },
        { "synonym is another muscle's name", "synonyms: 'second' is the name of second" },
        { "synonym across the body", "synonyms: 'cape muscle' is shared with trapezius, in another part of the body" },
        { "synonym twice in a muscle", "synonyms: names 'cape' twice" },
        { "synonym in capitals", "synonyms: 'Cape' is not in lower case" },
        { "text too long for a phone", "trapezius-1 where: has 120 characters, allowed are 90" },
        { "sentence too long", "stretch: has a sentence of 30 words, allowed are 24" },
        { "text too learned", "stretch: needs a reader of" },
        { "sign of danger too learned", "fever detail: needs a reader of 14 years, allowed is 12" },
        { "file too learned", "causes.json: its texts need a reader of" },
        { "same way to two points", "trapezius-1 find.landmarks: says the same as second-1" },
        { "same thing twice", "avoid: says twice: 'The front of the neck.'" },
        { "text that names a side", "trapezius-1 find.position: names a side, but is shown for both" },
        { "zone counted without a study", "trapezius-1 zones 1: grade 'study' needs a point whose evidence is a study" },
        { "programme without points", "programmes.json: stiff-neck points: needs 1 to 4 points, has 0" },
        { "programme with a point twice", "programmes.json: stiff-neck points: names 'trapezius-1' twice" },
        { "programme for nobody", "programmes.json: stiff-neck suits: needs at least one entry" },
        { "programme nowhere", "programmes.json: stiff-neck places: needs at least one region" },
        { "programme inside the body", "programmes.json: stiff-neck places: there is no region 'tongue' on the skin" },
        { "programme of an unknown point", "programmes.json: stiff-neck ghost-1: there is no such point" },
        { "programme by another way", "trapezius has no way 'hammer' that reaches it" },
        { "programme for a light press", "trapezius is not for everybody to press" },
        { "programme on one side", "programmes.json: stiff-neck trapezius-1: is described on one side only" },
        { "programme with its key last", "programmes.json: stiff-neck: second keeps trapezius alive and must come before it" },
        { "programme without source", "programmes.json: stiff-neck: grade 'study' needs a source" },
        { "programme in long words", "programmes.json: stiff-neck name: has 60 characters, allowed are 40" },
        { "zone without a frequency", "trapezius-1 zones: frequency is 0" },
        { "technique unknown", "there is no technique 'hammer'" },
        { "point no release reaches", "the muscle has no point 'trapezius-7'" },
        { "roll too hard", "needs 1 ≤ rolling ≤ holding ≤ 6, has 4 and 7" },
        { "roll harder than its technique", "needs 1 ≤ rolling ≤ holding ≤ 5, has 4 and 6" },
        { "roll too fast", "needs 5 ≤ low ≤ usual ≤ high ≤ 100 mm/s, has 20, 250, 300" },
        { "ball too large", "roll.ballMillimetres: is 200" },
        { "roll without a pass", "roll.passes: is 0" },
        { "roll without lanes", "roll.lanes: has 0, allowed is 1 to 3" },
        { "lane beside the muscle", "acrossPercent, fromPercent and toPercent are 0 to 100" },
        { "lane of no length", "roll.lanes: starts and turns at 80 %" },
        { "lane without a caption", "start, forth, turn and back each need a caption" },
        { "lane short of a point", "no lane reaches trapezius-1 at 50 %" },
        { "roll that keeps clear of nothing", "needs at least one place to stay clear of" },
        { "kept clear of nowhere", "roll.keepClear: needs words and at least one place" },
        { "kept clear by too much", "roll.keepClear: millimetres is 900" },
        { "kept clear of an unknown place", "roll.keepClear: there is no landmark 'elsewhere'" },
        { "roll speed without source", "releases thumb roll.speed: grade 'study' needs a source" },
        { "study without source", "grade 'study' needs a source" },
        { "unsourced with source", "grade 'unsourced' cannot name a source" },
        { "source unknown", "there is no source 'nobody'" },
        { "source never cited", "is cited nowhere" },
        { "chain to nowhere", "there is no muscle 'ghost'" },
        { "chain in a circle", "goes in a circle" },
        { "hold too long", "ceilingSeconds ≤ 90" },
        { "too much discomfort", "maxDiscomfort is 8, allowed is 1 to 6" },
        { "flag for an unknown region", "there is no region 'wing'" },
        { "no general flag", "needs at least one flag without regions" },
        { "no stop rules", "stopRules: needs at least one rule" },
        { "no smallest change of pain", "smallestChanges: needs 'pain' once, has it 0 times" },
        { "a smallest change of no points", "needs 1 to 10 points and 1 to 100 percent, has 0 and" },
    };

    [Fact]
    public void The_tiny_atlas_has_no_problem() => Assert.Empty(AtlasData.Check(new TinyAtlas().Files()));

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void Each_check_can_fail(string spoil, string expected)
    {
        var atlas = new TinyAtlas();
        Spoil(atlas, spoil);

        var problems = AtlasData.Check(atlas.Files()).Select(problem => problem.ToString());

        Assert.Contains(problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void All_problems_are_listed_at_once()
    {
        var atlas = new TinyAtlas();
        Spoil(atlas, "no actions");
        Spoil(atlas, "cause unknown");
        Spoil(atlas, "reach too far");

        Assert.Equal(3, AtlasData.Check(atlas.Files()).Length);
    }

    [Fact]
    public void The_atlas_that_ships_has_no_problem() => Assert.Empty(AtlasData.Check(AtlasFiles.Embedded()));

    private static void Spoil(TinyAtlas atlas, string spoil)
    {
        switch (spoil)
        {
            case "muscle file under another name":
                atlas["muscles/other.json"] = atlas.TheMuscle.DeepClone();
                atlas.Remove("muscles/trapezius.json");
                break;
            case "repeated region": atlas.Add("regions.json", atlas.First("regions.json").ToJsonString()); break;
            case "retired id in use": atlas.Add("retired-ids.json", """{ "id": "trapezius" }"""); break;
            case "successor unknown": atlas.Add("retired-ids.json", """{ "id": "old", "successor": "nothing" }"""); break;
            case "synonym twice": atlas.First("regions.json")["synonyms"] = new JsonArray("tongue"); break;
            case "landmark on the right": atlas.First("landmarks.json")["position"] = new JsonArray(-40, 1480, 0); break;
            case "landmark with two numbers": atlas.First("landmarks.json")["position"] = new JsonArray(40, 1480); break;
            case "sign too long": atlas.First("landmarks.json")["sign"] = "The whole of the back of neck"; break;
            case "sign inside the body":
                atlas.First("landmarks.json")["sign"] = "Neck";
                atlas.First("landmarks.json")["layer"] = "deep";
                break;
            case "place unknown": atlas.TheMuscle["fibres"]!["stations"] = TinyAtlas.Parse("""[["neck"], ["elsewhere"]]"""); break;
            case "region without seeds": atlas.First("regions.json")["seeds"] = new JsonArray(); break;
            case "inside region without place": atlas["regions.json"]["items"]![1]!.AsObject().Remove("shownAt"); break;
            case "reach too far": atlas.First("regions.json")["reachMillimetres"] = 90; break;
            case "no actions": atlas.TheMuscle["actions"] = new JsonArray(); break;
            case "empty text": atlas.TheMuscle["latin"] = " "; break;
            case "cause unknown": atlas.TheMuscle["causes"] = new JsonArray("boredom"); break;
            case "one station": atlas.TheMuscle["fibres"]!["stations"] = TinyAtlas.Parse("""[["neck"]]"""); break;
            case "fibre count": atlas.TheMuscle["fibres"]!["count"] = 30; break;
            case "head without a way": atlas.TheMuscle["fibres"]!["furtherHeads"] = TinyAtlas.Parse("""[{ "count": 2, "stations": [["neck"]] }]"""); break;
            case "point off the fibres": atlas.ThePoint["fibre"] = 9; break;
            case "point named after another muscle": atlas.ThePoint["id"] = "deltoid-1"; break;
            case "no essential zone": atlas.ThePoint["zones"]![0]!["kind"] = "spillover"; break;
            case "zone without ground": atlas.ThePoint["zones"]!.AsArray().Add(TinyAtlas.Parse("""{ "kind": "spillover", "frequency": 0.3, "grade": "unsourced" }""")); break;
            case "zone in a skin region": atlas.ThePoint["zones"]![1]!["inside"] = "back-of-neck"; break;
            case "zone too wide": atlas.ThePoint["zones"]![0]!["widthMillimetres"] = 500; break;
            case "technique unknown": atlas.TheMuscle["releases"]![0]!["technique"] = "hammer"; break;
            case "point no release reaches": atlas.TheMuscle["releases"]![0]!["points"] = new JsonArray("trapezius-7"); break;
            case "roll too hard": TheRoll(atlas)["holdingDiscomfort"] = 7; break;
            case "roll harder than its technique": atlas.First("techniques.json")["dose"]!["maxDiscomfort"] = 5; break;
            case "roll too fast": TheRoll(atlas)["speed"]!["millimetresPerSecond"] = 250; TheRoll(atlas)["speed"]!["high"] = 300; break;
            case "ball too large": TheRoll(atlas)["ballMillimetres"] = 200; break;
            case "roll without a pass": TheRoll(atlas)["passes"] = 0; break;
            case "roll without lanes": TheRoll(atlas)["lanes"] = new JsonArray(); break;
            case "lane beside the muscle": TheLane(atlas)["acrossPercent"] = 130; break;
            case "lane of no length": TheLane(atlas)["toPercent"] = 80; break;
            case "lane without a caption": TheLane(atlas)["turn"] = ""; break;
            case "lane short of a point": TheLane(atlas)["toPercent"] = 60; break;
            case "roll that keeps clear of nothing": TheRoll(atlas)["keepClear"] = new JsonArray(); break;
            case "kept clear of nowhere": TheClear(atlas)["path"] = new JsonArray(); break;
            case "kept clear by too much": TheClear(atlas)["millimetres"] = 900; break;
            case "kept clear of an unknown place": TheClear(atlas)["path"] = new JsonArray("elsewhere"); break;
            case "roll speed without source": TheRoll(atlas)["speed"]!["evidence"]!["grade"] = "study"; break;
            case "study without source": atlas.ThePoint["evidence"]!["sources"] = new JsonArray(); break;
            case "unsourced with source": atlas.TheMuscle["evidence"]!["sources"] = new JsonArray("a-study"); break;
            case "source unknown": atlas.ThePoint["evidence"]!["sources"] = new JsonArray("nobody"); break;
            case "source never cited": atlas.Add("sources.json", """{ "id": "unread", "citation": "Somebody", "read": "nothing" }"""); break;
            case "chain to nowhere": atlas.Add("chains.json", Chain("trapezius", "ghost")); break;
            case "chain in a circle":
                AddMuscles(atlas, "second");
                atlas.Add("chains.json", Chain("trapezius", "second"));
                atlas.Add("chains.json", Chain("second", "trapezius"));
                break;
            case "hold too long": atlas.First("techniques.json")["dose"]!["ceilingSeconds"] = 300; break;
            case "too much discomfort": atlas.First("techniques.json")["dose"]!["maxDiscomfort"] = 8; break;
            case "flag for an unknown region": atlas["safety.json"]["redFlags"]!.AsArray().Add(Flag("wing")); break;
            case "no general flag":
                atlas["safety.json"]["redFlags"] = new JsonArray(Flag("tongue"));
                break;
            case "no stop rules": atlas["safety.json"]["stopRules"] = new JsonArray(); break;
            case { } programme when programme.StartsWith("programme", StringComparison.Ordinal): SpoiledProgrammes.Spoil(atlas, programme); break;
            case "no smallest change of pain": atlas["safety.json"]["smallestChanges"]!.AsArray().RemoveAt(0); break;
            case "a smallest change of no points": atlas["safety.json"]["smallestChanges"]![1]!["points"] = 0; break;
            default: SpoiledWords.Spoil(atlas, spoil); break;
        }
    }

    private static JsonNode TheRoll(TinyAtlas atlas) => atlas.TheMuscle["releases"]![0]!["roll"]!;

    private static JsonNode TheLane(TinyAtlas atlas) => TheRoll(atlas)["lanes"]![0]!;

    private static JsonNode TheClear(TinyAtlas atlas) => TheRoll(atlas)["keepClear"]![0]!;

    private static void AddMuscles(TinyAtlas atlas, params string[] ids)
    {
        foreach (var id in ids)
        {
            atlas[$"muscles/{id}.json"] = TinyAtlas.Muscle(id);
        }
    }

    private static string Chain(string key, string satellite) =>
        $$"""{ "key": "{{key}}", "satellite": "{{satellite}}", "strength": "observed", "evidence": { "grade": "unsourced", "sources": [] } }""";

    private static JsonNode Flag(string region) => TinyAtlas.Parse(
        $$"""{ "id": "flag-{{region}}", "question": "Is it so?", "regions": ["{{region}}"], "care": "soon", "action": "See a clinician.", "evidence": { "grade": "unsourced", "sources": [] } }""");
}
