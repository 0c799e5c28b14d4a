using System.Text.Json.Nodes;

namespace Unknot.Atlas.Tests.Checks;

/// <summary>What is done to the programmes of the tiny atlas so that a check must speak.</summary>
internal static class SpoiledProgrammes
{
    internal static void Spoil(TinyAtlas atlas, string spoil)
    {
        var programme = atlas.First("programmes.json");
        var points = programme["points"]!.AsArray();
        switch (spoil)
        {
            case "programme without points": points.Clear(); break;
            case "programme with a point twice": points.Add(points[0]!.DeepClone()); break;
            case "programme for nobody": programme["suits"] = new JsonArray(); break;
            case "programme nowhere": programme["places"] = new JsonArray(); break;
            case "programme inside the body": programme["places"] = new JsonArray("tongue"); break;
            case "programme of an unknown point": points[0]!["point"] = "ghost-1"; break;
            case "programme by another way": points[0]!["technique"] = "hammer"; break;
            case "programme for a light press": atlas.TheMuscle["treatment"] = TinyAtlas.Parse("""{ "by": "self-lightly", "who": "Press lightly." }"""); break;
            case "programme on one side": atlas.TheMuscle["onlySide"] = "left"; break;
            case "programme with its key last":
                atlas["muscles/second.json"] = TinyAtlas.Muscle("second");
                points.Add(TinyAtlas.Parse("""{ "point": "second-1", "technique": "thumb" }"""));
                atlas.Add("chains.json", """{ "key": "second", "satellite": "trapezius", "strength": "observed", "evidence": { "grade": "unsourced", "sources": [] } }""");
                break;
            case "programme without source": programme["evidence"]!["grade"] = "study"; break;
            case "programme in long words": programme["name"] = new string('a', 60); break;
            default: throw new ArgumentException($"Nobody knows how to spoil '{spoil}'.", nameof(spoil));
        }
    }
}
