using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Network;

namespace Unknot.Inference.Reasoning;

/// <summary>
/// Which points refer where, as numbers: points in the atlas's order, each left before right where it exists on both sides; regions
/// are numbered in the atlas's order, left before right.
/// </summary>
internal sealed class ReferralMap
{
    private readonly ImmutableArray<int> regionOfCell;
    private readonly ImmutableArray<double> areaOfCell;
    private readonly ImmutableArray<Link>[] pointsOfCell;
    private readonly ImmutableArray<CellId>[] neighboursOfCell;
    private readonly Dictionary<SidedRegion, int> numberOfRegion = [];
    private readonly Dictionary<SidedPoint, int> numberOfPoint = [];

    /// <param name="regionOfCell">For each cell the region it lies in.</param>
    /// <param name="areaOfCell">For each cell its area in square millimetres, above 0.</param>
    /// <param name="pointsOfCell">For each cell the points that refer there, by number, with their frequencies; each point once.</param>
    /// <param name="neighboursOfCell">For each cell those that it touches.</param>
    /// <param name="brush">Paints on the same surface.</param>
    internal ReferralMap(
        AtlasData atlas,
        ImmutableArray<SidedRegion> regionOfCell,
        ImmutableArray<double> areaOfCell,
        ImmutableArray<Link>[] pointsOfCell,
        ImmutableArray<CellId>[] neighboursOfCell,
        Brush brush)
    {
        Points = PointsOf(atlas);
        Regions = [.. atlas.Regions.SelectMany(region => region.AllowedSides.Select(side => new SidedRegion(region.Id, side)))];
        for (var i = 0; i < Regions.Length; i++)
        {
            numberOfRegion.Add(Regions[i], i);
        }

        for (var i = 0; i < Points.Length; i++)
        {
            numberOfPoint.Add(Points[i], i);
        }

        this.areaOfCell = areaOfCell;
        this.pointsOfCell = pointsOfCell;
        this.neighboursOfCell = neighboursOfCell;
        this.regionOfCell = [.. regionOfCell.Select(region => numberOfRegion[region])];
        AreaOfRegion = AreasOfRegions();
        Brush = brush;
        Kernel = new SkinKernel(this);
        (Named, Mean) = LinksOfRegions(atlas);
    }

    internal ImmutableArray<SidedPoint> Points { get; }

    internal ImmutableArray<SidedRegion> Regions { get; }

    internal Brush Brush { get; }

    internal SkinKernel Kernel { get; }

    internal int CellCount => regionOfCell.Length;

    /// <summary>For each region its area of skin in square millimetres; 0 for a region inside the body.</summary>
    internal ImmutableArray<double> AreaOfRegion { get; }

    /// <summary>For each region the points that refer there, with the frequency over the part of it that they cover best.</summary>
    internal ImmutableArray<ImmutableArray<Link>> Named { get; }

    /// <summary>For each region the points that refer there, with the mean frequency over all of it.</summary>
    internal ImmutableArray<ImmutableArray<Link>> Mean { get; }

    /// <summary>Reads the zones off the figure.</summary>
    internal static ReferralMap Read(AtlasData atlas, BodyAtlas body)
    {
        var surface = body.Surface;
        var points = PointsOf(atlas);
        var links = new List<Link>[surface.CellCount];
        for (var cell = 0; cell < links.Length; cell++)
        {
            links[cell] = [];
        }

        for (var point = 0; point < points.Length; point++)
        {
            foreach (var weight in body.ZoneOf(points[point]).Where(weight => weight.Weight > 0))
            {
                links[weight.Cell.Value].Add(new Link(point, weight.Weight));
            }
        }

        ImmutableArray<CellId> cells = [.. Enumerable.Range(0, surface.CellCount).Select(value => new CellId(value))];
        return new ReferralMap(
            atlas,
            [.. cells.Select(body.RegionOf)],
            [.. cells.Select(cell => (double)surface.AreaOf(cell))],
            Array.ConvertAll(links, list => list.ToImmutableArray()),
            [.. cells.Select(surface.NeighboursOf)],
            new Brush(surface));
    }

    internal int NumberOf(SidedRegion region) => numberOfRegion[region];

    internal int NumberOf(SidedPoint point) => numberOfPoint[point];

    internal bool Has(SidedPoint point) => numberOfPoint.ContainsKey(point);

    internal int RegionOf(CellId cell) => regionOfCell[cell.Value];

    /// <summary>In square millimetres.</summary>
    internal double AreaOf(CellId cell) => areaOfCell[cell.Value];

    internal ImmutableArray<CellId> NeighboursOf(CellId cell) => neighboursOfCell[cell.Value];

    /// <summary>The points that refer to a cell, with their frequencies there.</summary>
    internal ImmutableArray<Link> PointsAt(CellId cell) => pointsOfCell[cell.Value];

    private static ImmutableArray<SidedPoint> PointsOf(AtlasData atlas) =>
    [
        .. from muscle in atlas.Muscles
           from point in muscle.Points
           from side in muscle.Sides
           select new SidedPoint(point.Id, side),
    ];

    private ImmutableArray<double> AreasOfRegions()
    {
        var areas = new double[Regions.Length];
        for (var cell = 0; cell < regionOfCell.Length; cell++)
        {
            areas[regionOfCell[cell]] += areaOfCell[cell];
        }

        return [.. areas];
    }

    private (ImmutableArray<ImmutableArray<Link>> Named, ImmutableArray<ImmutableArray<Link>> Mean) LinksOfRegions(AtlasData atlas)
    {
        var named = new ImmutableArray<Link>[Regions.Length];
        var mean = new ImmutableArray<Link>[Regions.Length];
        var cellsOfRegion = Enumerable.Range(0, CellCount).ToLookup(cell => regionOfCell[cell]);
        var inside = InsideLinks(atlas);
        for (var region = 0; region < Regions.Length; region++)
        {
            var patches = (from cell in cellsOfRegion[region]
                           from link in pointsOfCell[cell]
                           group (Area: areaOfCell[cell], link.Weight) by link.Node into point
                           orderby point.Key
                           select point).ToList();
            var area = AreaOfRegion[region];
            named[region] = [.. patches.Select(point => new Link(point.Key, MeanOfBest(point, Assumptions.NamedPart * area))), .. inside[region]];
            mean[region] = [.. patches.Select(point => new Link(point.Key, MeanOfBest(point, area))), .. inside[region]];
        }

        return ([.. named], [.. mean]);
    }

    /// <summary>The mean weight over the given area where it is largest; what the patches do not cover counts 0.</summary>
    internal static double MeanOfBest(IEnumerable<(double Area, double Weight)> patches, double area)
    {
        var (left, sum) = (area, 0.0);
        foreach (var patch in patches.OrderByDescending(patch => patch.Weight))
        {
            var part = Math.Min(patch.Area, left);
            sum += part * patch.Weight;
            left -= part;
        }

        return sum / area;
    }

    /// <summary>For each region the points that refer into the body there.</summary>
    private ILookup<int, Link> InsideLinks(AtlasData atlas)
    {
        var links = new Dictionary<(int Region, int Point), double>();
        for (var point = 0; point < Points.Length; point++)
        {
            foreach (var zone in atlas.Point(Points[point].Point).Point.Zones)
            {
                if (zone.Inside is not { } id)
                {
                    continue;
                }

                var side = atlas.Region(id).Sides == RegionSides.Midline ? Side.Midline : Points[point].Side;
                var key = (numberOfRegion[new SidedRegion(id, side)], point);
                links[key] = Math.Max(links.GetValueOrDefault(key), zone.Frequency);
            }
        }

        return links
            .Where(pair => pair.Value > 0)
            .OrderBy(pair => pair.Key.Point)
            .ToLookup(pair => pair.Key.Region, pair => new Link(pair.Key.Point, pair.Value));
    }
}
