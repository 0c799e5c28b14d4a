using System.Collections.Frozen;
using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;

namespace Unknot.Charts.Choosing;

/// <summary>The numbers of all points of the atlas, the same on every chart made from one version of it.</summary>
internal sealed class ChartNumbers
{
    private readonly FrozenDictionary<PointId, ChartPoint> byId;

    internal ChartNumbers(ImmutableArray<Muscle> muscles, BodyAtlas body)
    {
        float HeightOf(Muscle muscle) => body.PlaceOf(new SidedPoint(muscle.Points[0].Id, Side.Left)).OnSkin.Y;
        All =
        [
            .. muscles.OrderBy(muscle => muscle.Part).ThenByDescending(HeightOf).ThenBy(muscle => muscle.Id.ToString(), StringComparer.Ordinal)
                .SelectMany(muscle => muscle.Points.Select(point => (muscle, point)))
                .Select((pair, i) => new ChartPoint(i + 1, pair.muscle, pair.point)),
        ];
        byId = All.ToFrozenDictionary(point => point.Point.Id);
    }

    /// <summary>In the order of their numbers.</summary>
    internal ImmutableArray<ChartPoint> All { get; }

    /// <exception cref="KeyNotFoundException">The atlas has no such point.</exception>
    internal ChartPoint Of(PointId id) => byId[id];
}
