using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body.Tests.Checks;

/// <summary>Zones lie where their landmarks say.</summary>
public sealed class ZonePlacesTests
{
    /// <summary>Millimetres added to half the width: skin lies between the vertices that carry the cells.</summary>
    private const float BetweenVertices = 8;

    [Fact]
    public void Every_place_that_a_zone_names_has_a_cell_of_the_zone_within_half_its_width()
    {
        var missed = Shared.Atlas.Muscles
            .SelectMany(muscle => muscle.Points)
            .SelectMany(point => point.Zones.SelectMany(zone => MissedPlaces(zone, Shared.Body.ZoneOf(new(point.Id, Side.Left))).Select(place => $"{point.Id}: {place}")));
        Assert.Empty(missed);
    }

    [Fact]
    public void A_zone_that_lies_elsewhere_is_found()
    {
        var points = Shared.Atlas.Muscles.SelectMany(muscle => muscle.Points).ToArray();
        var (high, low) = (points.First(point => point.Id.ToString().StartsWith("upper-trapezius", StringComparison.Ordinal)), points.First(point => point.Id.ToString().StartsWith("vastus", StringComparison.Ordinal)));
        Assert.All(high.Zones.Where(zone => zone.Path is not null), zone =>
            Assert.Equal(zone.Path!.Value.Length, MissedPlaces(zone, Shared.Body.ZoneOf(new(low.Id, Side.Left))).Count()));
    }

    private static IEnumerable<Place> MissedPlaces(Zone zone, ImmutableArray<CellWeight> cells)
    {
        if (zone is not { Path: { } path, WidthMillimetres: { } width })
        {
            return [];
        }

        var covered = cells.Select(weight => weight.Cell.Value).ToHashSet();
        var full = Shared.Surface.Full;
        var reach = (width / 2) + BetweenVertices;
        return path.Where(place =>
        {
            var at = Shared.Surface.Nearest(Shared.Body.PositionOf(place, Side.Left)).Position;
            return !Enumerable.Range(0, full.Mesh.VertexCount).Any(vertex =>
                Vector3.DistanceSquared(full.Mesh.Positions[vertex], at) <= reach * reach
                && covered.Contains(CellId.Of(Shared.Surface.Half.Cells[full.LeftOf(vertex)], vertex < full.LeftCount ? Side.Left : Side.Right).Value));
        });
    }
}
