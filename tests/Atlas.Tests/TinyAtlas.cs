using System.Text;
using System.Text.Json.Nodes;

namespace Unknot.Atlas.Tests;

/// <summary>The smallest atlas without a problem, as JSON that a test may spoil.</summary>
internal sealed class TinyAtlas
{
    private readonly Dictionary<string, JsonNode> files = new(StringComparer.Ordinal)
    {
        ["landmarks.json"] = Parse("""
            { "items": [
              { "id": "neck", "name": "Neck", "position": [40, 1480, -60], "layer": "skin" },
              { "id": "shoulder", "name": "Shoulder", "position": [160, 1430, -20], "layer": "skin" } ] }
            """),
        ["regions.json"] = Parse("""
            { "items": [
              { "id": "back-of-neck", "name": "Back of neck", "synonyms": ["nape"], "part": "neck", "sides": "paired", "surface": "skin", "seeds": [["neck"]] },
              { "id": "tongue", "name": "Tongue", "synonyms": [], "part": "face", "sides": "midline", "surface": "inside", "seeds": [], "shownAt": "neck" } ] }
            """),
        ["techniques.json"] = Parse("""
            { "items": [ { "id": "thumb", "name": "Thumb", "tool": "thumb", "summary": "Press with the thumb.", "steps": ["Press."],
                "dose": { "minSeconds": 10, "maxSeconds": 30, "ceilingSeconds": 90, "repeats": 3, "maxDiscomfort": 6 },
                "avoid": ["Bone."], "evidence": { "grade": "derived", "sources": [] } } ] }
            """),
        ["programmes.json"] = Parse("""
            { "items": [ { "id": "stiff-neck", "name": "Stiff neck", "summary": "One spot.", "suits": ["Your neck is stiff."], "places": ["back-of-neck"],
                "points": [ { "point": "trapezius-1", "technique": "thumb" } ], "evidence": { "grade": "derived", "sources": [] } } ] }
            """),
        ["chains.json"] = Parse("""{ "items": [] }"""),
        ["causes.json"] = Parse("""{ "items": [ { "id": "desk-work", "name": "Long desk work" } ] }"""),
        ["symptoms.json"] = Parse("""{ "items": [ { "id": "dizziness", "name": "Dizziness", "question": "Do you feel dizzy?", "synonyms": [] } ] }"""),
        ["questions.json"] = Parse("""{ "items": [ { "id": "look-up", "kind": "movement", "text": "Does it hurt to look up?" } ] }"""),
        ["priors.json"] = Parse("""
            { "complaints": [ { "id": "neck-pain", "name": "neck pain", "regions": ["back-of-neck"] } ],
              "studies": [ { "id": "neck", "complaint": "neck-pain", "population": "Adults", "people": 20, "shares": [ { "muscles": ["trapezius"], "share": 0.8, "low": 0.4, "high": 0.9 } ],
                "evidence": { "grade": "study", "sources": ["a-study"] } } ] }
            """),
        ["sources.json"] = Parse("""{ "items": [ { "id": "a-study", "citation": "Author, a study, 2001", "read": "abstract" } ] }"""),
        ["retired-ids.json"] = Parse("""{ "items": [] }"""),
        ["safety.json"] = Parse("""
            { "redFlags": [ { "id": "fever", "question": "Do you have a fever?", "regions": [], "care": "soon", "action": "See a clinician.", "evidence": { "grade": "unsourced", "sources": [] } } ],
              "stopRules": ["Stop when it tingles."], "disputed": [],
              "smallestChanges": [
                { "id": "pain", "points": 2, "percent": 30, "text": "Pain.", "evidence": { "grade": "unsourced", "sources": [] } },
                { "id": "activity", "points": 3, "text": "One.", "evidence": { "grade": "unsourced", "sources": [] } },
                { "id": "activities", "points": 2, "text": "All.", "evidence": { "grade": "unsourced", "sources": [] } } ],
              "contraindications": [ { "id": "pregnancy", "text": "Pregnancy", "forbids": false, "evidence": { "grade": "unsourced", "sources": [] } } ],
              "endangeredPlaces": [ { "id": "throat", "name": "Throat", "atRisk": "Vessels", "advice": "Keep off.", "areas": [ { "path": ["neck"], "widthMillimetres": 20 } ], "evidence": { "grade": "unsourced", "sources": [] } } ] }
            """),
        ["words.json"] = Parse("""
            { "phrases": [ { "says": ["crick in neck"], "regions": ["back-of-neck"] } ],
              "parts": [ { "names": ["neck"], "whole": ["back-of-neck"], "all": ["back-of-neck"], "narrows": [], "at": [ { "aspect": "back", "regions": ["back-of-neck"] } ] } ],
              "aspects": [ { "aspect": "back", "before": ["back of"], "after": ["at back"] } ], "pathways": [["back-of-neck", "tongue"]],
              "qualities": [ { "quality": "stiff", "says": ["stiff"] } ], "strengths": [ { "share": 0.4, "says": ["slight"] } ],
              "sides": [ { "side": "left", "says": ["left"] } ], "sideAreas": ["side"], "towards": ["to"], "origins": ["from"], "motions": ["goes"], "articles": ["my"], "conditions": ["if"], "comparisons": ["worse"],
              "joins": ["and"], "turns": ["but"], "negations": ["not"], "painFree": ["is fine"], "hurting": ["hurts"], "bridges": ["in"],
              "plurals": [ { "one": "neck", "many": "necks" } ], "spellings": [ { "word": "neck", "written": ["nek"] } ], "passedOver": ["when"] }
            """),
        ["muscles/trapezius.json"] = Muscle("trapezius"),
    };

    internal static JsonNode Muscle(string id) => Parse($$"""
        { "id": "{{id}}", "name": "Name", "latin": "Nomen", "synonyms": [], "anatomy": [ { "name": "{{id}}", "uberon": "UBERON:0002380", "fma": null, "snomed": null } ], "part": "neck",
          "attachments": { "from": "here", "to": "there" }, "actions": ["Lifts."], "nerve": "A nerve",
          "fibres": { "layer": "superficial", "course": "under-skin", "count": 3, "depthMillimetres": 6, "radiusMillimetres": 5, "stations": [["neck"], ["shoulder"]] },
          "points": [ { "id": "{{id}}-1", "where": "In the middle", "fibre": 2, "alongPercent": 50, "spreadMillimetres": 15,
            "find": { "position": "Sit.", "landmarks": "Between.", "feels": "A cord.", "press": "The known pain." },
            "zones": [ { "kind": "essential", "path": ["neck", "neck>shoulder@40"], "widthMillimetres": 30, "frequency": 0.8, "grade": "derived" }, { "kind": "spillover", "inside": "tongue", "frequency": 0.3, "grade": "unsourced" } ],
            "evidence": { "grade": "study", "sources": ["a-study"] } } ],
          "symptoms": ["Stiff."], "signs": [ { "symptom": "dizziness", "frequency": "often" } ], "causes": ["desk-work"], "perpetuatedBy": ["desk-work"],
          "provokedBy": ["Turning."], "tests": [ { "question": "look-up", "frequency": "sometimes" } ], "treatment": { "by": "self" },
          "releases": [ { "technique": "thumb", "posture": "Sit.", "steps": ["Press."], "direction": "Down", "cue": "Press now.", "points": [],
            "roll": { "ballMillimetres": 65, "passes": 2, "rollingDiscomfort": 4, "holdingDiscomfort": 6,
              "speed": { "millimetresPerSecond": 25, "low": 20, "high": 30, "evidence": { "grade": "derived", "sources": [] } },
              "lanes": [ { "acrossPercent": 50, "fromPercent": 80, "toPercent": 10, "start": "Here.", "forth": "Up.", "turn": "Stop.", "back": "Down." } ],
              "keepClear": [ { "what": "the spine", "path": ["neck"], "millimetres": 20 } ] } } ],
          "stretch": "Lean over.", "avoid": ["The front of the neck."],
          "contraindications": ["pregnancy"], "endangeredPlaces": ["throat"],
          "evidence": { "grade": "unsourced", "sources": [] } }
        """);

    /// <summary>A file of the atlas, to be changed in place.</summary>
    internal JsonNode this[string path]
    {
        get => files[path];
        set => files[path] = value;
    }

    /// <summary>The first item of a list file.</summary>
    internal JsonNode First(string path) => files[path]["items"]![0]!;

    internal JsonNode TheMuscle => files["muscles/trapezius.json"];

    internal JsonNode ThePoint => TheMuscle["points"]![0]!;

    internal void Add(string path, string item) => files[path]["items"]!.AsArray().Add(Parse(item));

    internal void Remove(string path) => files.Remove(path);

    internal AtlasFiles Files() =>
        AtlasFiles.From(files.Select(file => (file.Key, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(file.Value.ToJsonString()))));

    internal static JsonNode Parse(string json) => JsonNode.Parse(json)!;
}
