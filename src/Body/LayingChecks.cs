using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body.Laying;
using Unknot.Body.Meshing;

namespace Unknot.Body;

/// <summary>What must be true of the atlas once it is laid on the figure. Each check lists everything it finds.</summary>
public static class LayingChecks
{
    /// <summary>Zones that reach no cell, points that are looked for beyond the ends of their muscle, and endangered places that a muscle keeps silent about.</summary>
    public static ImmutableArray<DataProblem> ProblemsOf(AtlasData atlas, Surface surface)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        ArgumentNullException.ThrowIfNull(surface);
        var places = new PlaceMap(atlas.Landmarks, surface);
        var body = BodyAtlas.Lay(atlas, surface);
        return
        [
            .. atlas.Muscles.SelectMany(muscle => ZonesReachCells(muscle, new ZonePainter(surface, places))),
            .. atlas.Muscles.SelectMany(muscle => PointsLieInTheirMuscle(muscle, body)),
            .. EndangeredPlacesAreNamed(atlas, body, places),
        ];
    }

    private static IEnumerable<DataProblem> ZonesReachCells(Muscle muscle, ZonePainter painter) =>
        from point in muscle.Points
        from item in point.Zones.Index()
        where item.Item.Path is not null && painter.Paint([item.Item]).IsEmpty
        select new DataProblem(FileOf(muscle), $"{point.Id} zones {item.Index + 1}", "reaches no cell of the skin: make it wider or move its path");

    private static IEnumerable<DataProblem> PointsLieInTheirMuscle(Muscle muscle, BodyAtlas body)
    {
        var fibres = body.FibresOf(muscle.Id, Side.Left);
        foreach (var point in muscle.Points)
        {
            var length = LengthOf(fibres[point.Fibre - 1]);
            if (point.SpreadMillimetres > Math.Max(length, 10))
            {
                yield return new(FileOf(muscle), $"{point.Id} spreadMillimetres", $"is {point.SpreadMillimetres}, more than its fibre of {length:0} mm is long");
            }
        }
    }

    private static IEnumerable<DataProblem> EndangeredPlacesAreNamed(AtlasData atlas, BodyAtlas body, PlaceMap places)
    {
        var surface = body.Surface;
        var distance = new SkinDistance(surface.Graph);
        var paths = new SkinPaths(surface, places);
        foreach (var place in atlas.Safety.EndangeredPlaces)
        {
            var within = new HashSet<int>();
            foreach (var area in place.Areas)
            {
                distance.Clear();
                paths.Start(distance, area.Path, lead: 0, owner: 0);
                distance.Spread(area.WidthMillimetres / 2);
                within.UnionWith(distance.Reached);
            }

            foreach (var muscle in atlas.Muscles.Where(muscle => !muscle.EndangeredPlaces.Contains(place.Id, StringComparer.Ordinal)))
            {
                foreach (var point in muscle.Points.Where(point => IsWithin(point.Id, within)))
                {
                    yield return new(FileOf(muscle), point.Id.ToString(), $"is pressed on the endangered place '{place.Id}' ({place.Name}), which endangeredPlaces does not name");
                }
            }
        }

        bool IsWithin(PointId point, HashSet<int> vertices)
        {
            var (a, b, c) = surface.CornersOf(surface.Nearest(body.PlaceOf(new SidedPoint(point, Side.Left)).OnSkin));
            return vertices.Contains(a) || vertices.Contains(b) || vertices.Contains(c);
        }
    }

    private static float LengthOf(PlacedFibre fibre) =>
        Enumerable.Range(1, fibre.Path.Length - 1).Sum(i => Vector3.Distance(fibre.Path[i - 1], fibre.Path[i]));

    private static string FileOf(Muscle muscle) => $"muscles/{muscle.Id}.json";
}
