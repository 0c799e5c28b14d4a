using System.Text.Json.Nodes;

namespace Unknot.Atlas.Tests.Checks;

/// <summary>Ways to spoil vocabularies, priors, names and texts.</summary>
internal static class SpoiledWords
{
    internal static void Spoil(TinyAtlas atlas, string spoil)
    {
        switch (spoil)
        {
            case "share above high": TheShare(atlas)["share"] = 0.95; break;
            case "complaint without regions": TheComplaint(atlas)["regions"] = new JsonArray(); break;
            case "complaint in an unknown region": TheComplaint(atlas)["regions"] = new JsonArray("wing"); break;
            case "study of an unknown complaint": TheStudy(atlas)["complaint"] = "hiccups"; break;
            case "study of nobody": TheStudy(atlas).AsObject().Remove("people"); break;
            case "estimate with people": TheStudy(atlas)["evidence"] = TinyAtlas.Parse("""{ "grade": "derived", "sources": [] }"""); break;
            case "study without shares": TheStudy(atlas)["shares"] = new JsonArray(); break;
            case "study of an unknown muscle": TheShare(atlas)["muscles"] = new JsonArray("ghost"); break;
            case "study with two shares of a muscle": TheStudy(atlas)["shares"]!.AsArray().Add(TheShare(atlas).DeepClone()); break;
            case "repeated study": atlas["priors.json"]["studies"]!.AsArray().Add(TheStudy(atlas).DeepClone()); break;
            case "symptom unknown": atlas.TheMuscle["signs"]![0]!["symptom"] = "boredom"; break;
            case "symptom twice": atlas.TheMuscle["signs"]!.AsArray().Add(atlas.TheMuscle["signs"]![0]!.DeepClone()); break;
            case "symptom unused": atlas.Add("symptoms.json", """{ "id": "sneezing", "name": "Sneezing", "question": "Do you sneeze?", "synonyms": [] }"""); break;
            case "question unknown": atlas.TheMuscle["tests"]![0]!["question"] = "fly"; break;
            case "question unused": atlas.Add("questions.json", """{ "id": "fly", "kind": "test", "text": "Can you fly?" }"""); break;
            case "cause unused": atlas.Add("causes.json", """{ "id": "boredom", "name": "Boredom" }"""); break;
            case "perpetuating cause unknown": atlas.TheMuscle["perpetuatedBy"] = new JsonArray("boredom"); break;
            case "contraindication unknown": atlas.TheMuscle["contraindications"] = new JsonArray("hiccups"); break;
            case "no contraindication": atlas.TheMuscle["contraindications"] = new JsonArray(); break;
            case "endangered place unknown": atlas.TheMuscle["endangeredPlaces"] = new JsonArray("moon"); break;
            case "endangered area without a place": TheArea(atlas)["path"] = new JsonArray(); break;
            case "endangered area nowhere": TheArea(atlas)["path"] = new JsonArray("elsewhere"); break;
            case "professional without a name": atlas.TheMuscle["treatment"] = TinyAtlas.Parse("""{ "by": "professional" }"""); break;
            case "self with a therapist": atlas.TheMuscle["treatment"]!["who"] = "A therapist"; break;
            case "professional pressed by oneself": atlas.TheMuscle["treatment"] = TinyAtlas.Parse("""{ "by": "professional", "who": "A therapist" }"""); break;
            case "dose above the technique":
                atlas.TheMuscle["releases"]![0]!["dose"] = TinyAtlas.Parse("""{ "minSeconds": 10, "maxSeconds": 30, "ceilingSeconds": 90, "repeats": 4, "maxDiscomfort": 6 }""");
                break;
            case "no anatomy": atlas.TheMuscle["anatomy"] = new JsonArray(); break;
            case "key of the wrong form": atlas.TheMuscle["anatomy"]![0]!["uberon"] = "UB:1"; break;
            case "keys that differ":
                atlas["muscles/second.json"] = TinyAtlas.Muscle("second");
                atlas["muscles/second.json"]["anatomy"]![0]!["name"] = "trapezius";
                atlas.TheMuscle["anatomy"]![0]!["fma"] = "FMA:1";
                break;
            case "synonym is another muscle's name":
                atlas["muscles/second.json"] = TinyAtlas.Muscle("second");
                atlas.TheMuscle["synonyms"] = new JsonArray("second");
                break;
            case "synonym across the body":
                atlas["muscles/second.json"] = TinyAtlas.Muscle("second");
                atlas["muscles/second.json"]["part"] = "leg-foot";
                atlas["muscles/second.json"]["synonyms"] = new JsonArray("cape muscle");
                atlas.TheMuscle["synonyms"] = new JsonArray("cape muscle");
                break;
            case "synonym twice in a muscle": atlas.TheMuscle["synonyms"] = new JsonArray("cape", "cape"); break;
            case "synonym in capitals": atlas.TheMuscle["synonyms"] = new JsonArray("Cape"); break;
            case "text too long for a phone": atlas.ThePoint["where"] = string.Concat(Enumerable.Repeat("Go on. ", 18))[..120]; break;
            case "sentence too long": atlas.TheMuscle["stretch"] = string.Join(' ', Enumerable.Repeat("go", 30)) + "."; break;
            case "text too learned":
                atlas.TheMuscle["stretch"] = "Contralateral lateroflexion accompanied by ipsilateral rotation elongates the musculature; maintaining submaximal intensity throughout guarantees physiological adaptation of connective structures.";
                break;
            case "sign of danger too learned":
                atlas["safety.json"]["redFlags"]![0]!["detail"] = "It matters more if you are over 50, are pregnant or have just given birth, or if your body fights germs poorly.";
                break;
            case "file too learned": atlas.First("causes.json")["name"] = "Unaccustomed occupational activities"; break;
            case "same way to two points":
                atlas["muscles/second.json"] = TinyAtlas.Muscle("second");
                foreach (var muscle in new[] { atlas.TheMuscle, atlas["muscles/second.json"] })
                {
                    muscle["points"]![0]!["find"]!["landmarks"] = "Between neck and shoulder.";
                }

                break;
            case "same thing twice": atlas.TheMuscle["avoid"] = new JsonArray("The front of the neck.", "The front of the neck"); break;
            case "text that names a side": atlas.ThePoint["find"]!["position"] = "Raise the left arm."; break;
            case "zone counted without a study":
                atlas.ThePoint["zones"]![0]!["grade"] = "study";
                atlas.ThePoint["evidence"]!["grade"] = "expert";
                break;
            case "zone without a frequency": atlas.ThePoint["zones"]![0]!["frequency"] = 0; break;
            default: throw new ArgumentOutOfRangeException(nameof(spoil), spoil, "No such way to spoil the atlas.");
        }
    }

    private static JsonNode TheComplaint(TinyAtlas atlas) => atlas["priors.json"]["complaints"]![0]!;

    private static JsonNode TheStudy(TinyAtlas atlas) => atlas["priors.json"]["studies"]![0]!;

    private static JsonNode TheShare(TinyAtlas atlas) => TheStudy(atlas)["shares"]![0]!;

    private static JsonNode TheArea(TinyAtlas atlas) => atlas["safety.json"]["endangeredPlaces"]![0]!["areas"]![0]!;
}
