using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Unknot.Atlas.Reading;

namespace Unknot.Atlas;

/// <summary>The atlas as files for other programs: all of it as JSON, or one table as CSV (RFC 4180, UTF-8, a header row, fields with several values parted by "; ").</summary>
public static class AtlasExport
{
    /// <summary>What the data may be used for, by its short name.</summary>
    public const string Licence = "CC-BY-4.0";

    /// <summary>The tables, by name; each is a file <c>name.csv</c>.</summary>
    public static ImmutableArray<(string Name, string About)> Tables { get; } =
    [
        ("muscles", "One row for each muscle unit: names, place in the body, who presses, grade."),
        ("anatomy", "One row for each anatomists' muscle of a unit, with its keys in UBERON, FMA and SNOMED CT."),
        ("points", "One row for each trigger point: where it is and how to find it by hand."),
        ("zones", "One row for each zone of a point: where it is felt, how often, how that is known."),
        ("releases", "One row for each way to release a muscle: technique, posture, steps, direction, dose."),
        ("chains", "One row for each key and satellite, with strength and grade."),
        ("priors", "One row for each muscle in each study: complaint, people, share."),
        ("regions", "One row for each region: names, sides, on the skin or inside."),
        ("sources", "The bibliography, and how much of each source was read."),
    ];

    /// <summary>Everything as one JSON document with version and licence.</summary>
    public static byte[] Json(AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        return JsonSerializer.SerializeToUtf8Bytes(
            new AtlasDocument
            {
                Version = atlas.Version,
                Licence = Licence,
                Muscles = atlas.Muscles,
                Techniques = atlas.Techniques,
                Programmes = atlas.Programmes,
                Chains = atlas.Chains,
                Causes = atlas.Causes,
                Symptoms = atlas.Symptoms,
                Questions = atlas.Questions,
                Priors = atlas.Priors,
                Regions = atlas.Regions,
                Landmarks = atlas.Landmarks,
                Safety = atlas.Safety,
                Sources = atlas.Sources,
                RetiredIds = atlas.Retired,
            },
            AtlasJson.Default.AtlasDocument);
    }

    /// <summary>One table; <c>null</c> when there is none of that name.</summary>
    public static byte[]? Csv(AtlasData atlas, string table)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        var rows = table switch
        {
            "muscles" => Muscles(atlas),
            "anatomy" => Anatomy(atlas),
            "points" => Points(atlas),
            "zones" => Zones(atlas),
            "releases" => Releases(atlas),
            "chains" => Chains(atlas),
            "priors" => PriorsOf(atlas),
            "regions" => Regions(atlas),
            "sources" => Sources(atlas),
            _ => null,
        };
        return rows is null ? null : Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => string.Join(',', row.Select(Field)) + "\r\n")));
    }

    private static IEnumerable<string?[]> Muscles(AtlasData atlas) =>
    [
        ["id", "name", "latin", "synonyms", "part", "points", "nerve", "treated_by", "treated_by_note", "symptoms", "causes", "perpetuated_by", "questions", "contraindications", "endangered_places", "grade", "sources", "atlas_version", "licence"],
        .. atlas.Muscles.Select(muscle => (string?[])[
            muscle.Id.ToString(), muscle.Name, muscle.Latin, Join(muscle.Synonyms), Word(muscle.Part), Number(muscle.Points.Length), muscle.Nerve, Word(muscle.Treatment.By), muscle.Treatment.Who,
            Join(muscle.Signs.Select(sign => sign.Symptom)), Join(muscle.Causes), Join(muscle.PerpetuatedBy), Join(muscle.Tests.Select(test => test.Question)), Join(muscle.Contraindications), Join(muscle.EndangeredPlaces),
            Word(muscle.Evidence.Grade), Join(muscle.Evidence.Sources), atlas.Version, Licence,
        ]),
    ];

    private static IEnumerable<string?[]> Anatomy(AtlasData atlas) =>
    [
        ["muscle", "name", "uberon", "fma", "snomed"],
        .. atlas.Muscles.SelectMany(muscle => muscle.Anatomy.Select(named => (string?[])[muscle.Id.ToString(), named.Name, named.Uberon, named.Fma, named.Snomed])),
    ];

    private static IEnumerable<string?[]> Points(AtlasData atlas) =>
    [
        ["id", "muscle", "where", "fibre", "along_percent", "spread_mm", "find_position", "find_landmarks", "feels", "press_brings_on", "grade", "sources", "note"],
        .. from muscle in atlas.Muscles
           from point in muscle.Points
           select (string?[])[
               point.Id.ToString(), muscle.Id.ToString(), point.Where, Number(point.Fibre), Number(point.AlongPercent), Number(point.SpreadMillimetres),
               point.Find.Position, point.Find.Landmarks, point.Find.Feels, point.Find.Press, Word(point.Evidence.Grade), Join(point.Evidence.Sources), point.Evidence.Note,
           ],
    ];

    private static IEnumerable<string?[]> Zones(AtlasData atlas) =>
    [
        ["point", "muscle", "kind", "path", "width_mm", "inside", "frequency", "grade"],
        .. from muscle in atlas.Muscles
           from point in muscle.Points
           from zone in point.Zones
           select (string?[])[
               point.Id.ToString(), muscle.Id.ToString(), Word(zone.Kind), zone.Path is { } path ? Join(path) : null, zone.WidthMillimetres is { } width ? Number(width) : null,
               zone.Inside?.ToString(), Number(zone.Frequency), Word(zone.Grade),
           ],
    ];

    private static IEnumerable<string?[]> Releases(AtlasData atlas) =>
    [
        ["muscle", "technique", "posture", "steps", "direction", "cue", "points", "min_seconds", "max_seconds", "ceiling_seconds", "repeats", "max_discomfort_of_10"],
        .. from muscle in atlas.Muscles
           from release in muscle.Releases
           let dose = release.Dose ?? atlas.Technique(release.Technique).Dose
           select (string?[])[
               muscle.Id.ToString(), release.Technique.ToString(), release.Posture, Join(release.Steps), release.Direction, release.Cue, Join(release.Points),
               Number(dose.MinSeconds), Number(dose.MaxSeconds), Number(dose.CeilingSeconds), Number(dose.Repeats), Number(dose.MaxDiscomfort),
           ],
    ];

    private static IEnumerable<string?[]> Chains(AtlasData atlas) =>
    [
        ["key", "key_point", "satellite", "strength", "grade", "sources", "note"],
        .. atlas.Chains.Select(chain => (string?[])[
            chain.Key.ToString(), chain.KeyPoint?.ToString(), chain.Satellite.ToString(), Word(chain.Strength), Word(chain.Evidence.Grade), Join(chain.Evidence.Sources), chain.Evidence.Note,
        ]),
    ];

    private static IEnumerable<string?[]> PriorsOf(AtlasData atlas) =>
    [
        ["study", "complaint", "population", "people", "muscles", "share", "low", "high", "grade", "sources", "note"],
        .. from study in atlas.Priors.Studies
           from share in study.Shares
           select (string?[])[
               study.Id, study.Complaint, study.Population, study.People is { } people ? Number(people) : null, Join(share.Muscles), Number(share.Share),
               share.Low is { } low ? Number(low) : null, share.High is { } high ? Number(high) : null, Word(study.Evidence.Grade), Join(study.Evidence.Sources), study.Evidence.Note,
           ],
    ];

    private static IEnumerable<string?[]> Regions(AtlasData atlas) =>
    [
        ["id", "name", "synonyms", "part", "sides", "surface"],
        .. atlas.Regions.Select(region => (string?[])[region.Id.ToString(), region.Name, Join(region.Synonyms), Word(region.Part), Word(region.Sides), Word(region.Surface)]),
    ];

    private static IEnumerable<string?[]> Sources(AtlasData atlas) =>
    [
        ["id", "citation", "address", "read"],
        .. atlas.Sources.Select(source => (string?[])[source.Id.ToString(), source.Citation, source.Address, source.Read]),
    ];

    private static string Join<T>(IEnumerable<T> values) => string.Join("; ", values);

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Number(float value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>The word that the JSON files use for a value: "under-skin", "self-lightly".</summary>
    private static string Word<T>(T value)
        where T : struct, Enum => JsonSerializer.Serialize(value, typeof(T), AtlasJson.Default).Trim('"');

    /// <summary>Quoted where it must be. A text that a spreadsheet would take for a formula gets an apostrophe before it.</summary>
    private static string Field(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var safe = text[0] is '=' or '+' or '@' or '\t' || (text[0] == '-' && !double.TryParse(text, CultureInfo.InvariantCulture, out _)) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
