using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts.Choosing;

namespace Unknot.Charts.Layout;

/// <summary>Where points are felt, in plain words.</summary>
internal sealed class FeltPlaces(AtlasData atlas, BodyAtlas body)
{
    private const float LeastWeight = 0.15f;

    /// <summary>A region is named when the zone covers this share of it, or when it holds this share of the zone.</summary>
    private const float LeastCover = 0.3f;
    private const float LeastShare = 0.12f;

    private const int MostOften = 6;
    private const int MostSometimes = 4;

    private readonly Phrases T = Words.In(atlas);

    /// <summary>"Felt at temple · behind the ear. Sometimes at jaw."; names may hold commas.</summary>
    internal string Of(IReadOnlyCollection<ChartPoint> points)
    {
        var often = Names(points, ZoneKind.Essential).Take(MostOften).ToImmutableArray();
        var sometimes = Names(points, ZoneKind.Spillover).Except(often, StringComparer.Ordinal).Take(MostSometimes).ToImmutableArray();
        var felt = T["Felt at {0}.", string.Join(" · ", often)];
        return sometimes.IsEmpty ? felt : $"{felt} {T["Sometimes at {0}.", string.Join(" · ", sometimes)]}";
    }

    private IEnumerable<string> Names(IReadOnlyCollection<ChartPoint> points, ZoneKind kind)
    {
        var cells = points
            .SelectMany(point => body.ZoneOf(new SidedPoint(point.Point.Id, Side.Left)))
            .Where(weight => weight.Kind == kind && weight.Weight >= LeastWeight)
            .Select(weight => weight.Cell)
            .Distinct()
            .ToList();
        var whole = cells.Sum(body.Surface.AreaOf);
        var onSkin = cells.GroupBy(body.RegionOf)
            .Select(group => (group.Key.Region, Area: group.Sum(body.Surface.AreaOf), Of: body.CellsOf(group.Key).Sum(body.Surface.AreaOf)))
            .Where(region => region.Area >= LeastCover * region.Of || region.Area >= LeastShare * whole)
            .OrderByDescending(region => region.Area)
            .Select(region => region.Region);
        var inside = points.SelectMany(point => point.Point.Zones).Where(zone => zone.Kind == kind && zone.Inside is not null).Select(zone => zone.Inside!.Value);
        return onSkin.Concat(inside).Distinct().Select(region => Lower(atlas.Region(region).Name));
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
