using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts.Layout;

namespace Unknot.Charts.Choosing;

/// <summary>Which points a filter leaves.</summary>
internal sealed class Chooser(AtlasData atlas, BodyAtlas body, ChartNumbers numbers)
{
    /// <summary>A cell counts as part of where a point is felt from this weight on: an essential zone's heart has 0.8, a spillover zone's 0.3.</summary>
    private const float LeastWeight = 0.15f;

    /// <summary>Share of a region that a zone must cover to count.</summary>
    private const float LeastShare = 0.12f;

    private readonly RegionNames regions = new(atlas);
    private readonly Phrases T = Words.In(atlas);

    internal ChartChoice Choose(ChartFilter filter)
    {
        var problems = ImmutableArray.CreateBuilder<(string, string)>();
        var region = Read(filter.Region, ReadRegion);
        var muscle = Read(filter.Muscle, ReadMuscle);
        var part = Read<BodyPart?>(filter.Part, ReadPart);
        var symptom = Read(filter.Symptom, ReadSymptom);
        if (problems.Count > 0)
        {
            return new ChartChoice.Refused(problems.ToImmutable());
        }

        var points = numbers.All
            .Where(point => muscle is null || point.Muscle.Id == muscle.Id)
            .Where(point => part is null || point.Muscle.Part == part)
            .Where(point => symptom is null || SymptomSearch.Fits(atlas, point.Muscle, symptom))
            .Where(point => region is null || IsFeltIn(point.Point, region))
            .ToImmutableArray();
        var asked = string.Join(T[" and "], ((string?[])
        [
            muscle is null ? null : T["lie in {0}", muscle.Name.ToLowerInvariant()],
            part is null ? null : T["lie in {0}", Words.Of(part.Value, T).ToLowerInvariant()],
            region is null ? null : T["are felt at {0}", region.Name.ToLowerInvariant()],
            symptom is null ? null : T["go with “{0}”", symptom],
        ]).OfType<string>());
        return points switch
        {
            [] => new ChartChoice.Nothing(T["No point of the atlas is known to {0}. Leave one of the filters out.", asked]),
            _ when muscle is not null && region is null && part is null && symptom is null => new ChartChoice.OneMuscle(muscle, points),
            _ => new ChartChoice.Some(Title(muscle, part, region, symptom), points),
        };

        T? Read<T>(string? text, Func<string, (T? Found, string Field, string Problem)> read)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                return default;
            }

            var (found, field, problem) = read(text.Trim());
            if (found is null)
            {
                problems.Add((field, problem));
            }

            return found;
        }
    }

    /// <summary>Whether a point of the left side is felt in a region of either side.</summary>
    internal bool IsFeltIn(TriggerPoint point, Region region)
    {
        if (region.Surface == RegionSurface.Inside)
        {
            return point.Zones.Any(zone => zone.Inside == region.Id);
        }

        var weights = body.ZoneOf(new SidedPoint(point.Id, Side.Left)).Where(weight => weight.Weight >= LeastWeight).Select(weight => weight.Cell).ToHashSet();
        return region.AllowedSides.Any(side =>
        {
            var cells = body.CellsOf(new SidedRegion(region.Id, side));
            var all = cells.Sum(cell => body.Surface.AreaOf(cell));
            return cells.Where(weights.Contains).Sum(cell => body.Surface.AreaOf(cell)) >= LeastShare * all;
        });
    }

    private string Title(Muscle? muscle, BodyPart? part, Region? region, string? symptom)
    {
        var where = part is { } place ? $": {Words.Of(place, T).ToLowerInvariant()}" : "";
        where = muscle is null ? where : $": {muscle.Name.ToLowerInvariant()}";
        var felt = region is null ? "" : T["felt at {0}", region.Name.ToLowerInvariant()];
        var with = symptom is null ? "" : T["that go with “{0}”", symptom];
        var which = string.Join(", ", new[] { felt, with }.Where(text => text.Length > 0));
        return which.Length == 0 && where.Length == 0 ? T["Trigger points from head to foot"] : $"{T["Trigger points"]}{(which.Length > 0 ? " " : "")}{which}{where}";
    }

    private (Region? Found, string Field, string Problem) ReadRegion(string text)
    {
        var colon = text.LastIndexOf(':');
        var name = colon < 0 ? text : text[..colon];
        return regions.TryFind(name, out var region)
            ? (region, "region", "")
            : (null, "region", T["There is no region '{0}'. Nearest: {1}.", Short(name), string.Join(", ", NearestNames.Of(name, atlas.Regions, 5).Select(near => near.Id))]);
    }

    private (Muscle? Found, string Field, string Problem) ReadMuscle(string text)
    {
        var found = atlas.Muscles.FirstOrDefault(muscle => NamesOf(muscle).Any(name => Fold(name) == Fold(text)))
            ?? atlas.Muscles.FirstOrDefault(muscle => muscle.Synonyms.Any(name => Fold(name) == Fold(text)));
        return (found, "muscle", T["There is no muscle '{0}'. Nearest: {1}.", Short(text), string.Join(", ", NearestNames.Of(text, atlas.Muscles, 5).Select(near => near.Id))]);
    }

    private (BodyPart? Found, string Field, string Problem) ReadPart(string text)
    {
        foreach (var part in Enum.GetValues<BodyPart>())
        {
            if (Fold(Words.IdOf(part)) == Fold(text))
            {
                return (part, "part", "");
            }
        }

        return (null, "part", T["There is no part of the body '{0}'. Allowed: {1}.", Short(text), string.Join(", ", Enum.GetValues<BodyPart>().Select(Words.IdOf))]);
    }

    private (string? Found, string Field, string Problem) ReadSymptom(string text) =>
        (atlas.Muscles.Any(muscle => SymptomSearch.Fits(atlas, muscle, text)) ? text : null,
            "symptom",
            T["Nothing in the atlas goes with '{0}'. Nearest: {1}.", Short(text), string.Join(", ", SymptomSearch.Nearest(atlas, text, 5))]);

    private static IEnumerable<string> NamesOf(Muscle muscle) => [muscle.Id.ToString(), muscle.Name, muscle.Latin];

    private static string Fold(string text) => text.Trim().ToLowerInvariant().Replace('-', ' ').Replace('_', ' ');

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
