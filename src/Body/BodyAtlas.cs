using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body.Laying;
using Unknot.Body.Seen;

namespace Unknot.Body;

/// <summary>
/// The atlas laid on the surface: regions and zones as cells, points and fibres as places. Everything is laid on the left and
/// mirrored to the right. Immutable; safe to share between threads.
/// </summary>
public sealed class BodyAtlas
{
    private readonly PlaceMap places;
    private readonly RegionMap regions;
    private readonly FrozenDictionary<SidedPoint, ImmutableArray<CellWeight>> zones;
    private readonly FrozenDictionary<SidedPoint, PlacedPoint> points;
    private readonly FrozenDictionary<SidedPoint, ImmutableArray<NearbyLandmark>> nearby;
    private readonly FrozenDictionary<(MuscleId Muscle, Side Side), ImmutableArray<PlacedFibre>> fibres;

    private BodyAtlas(ImmutableArray<Landmark> landmarks, ImmutableArray<Region> allRegions, ImmutableArray<Muscle> muscles, Surface surface)
    {
        Surface = surface;
        places = new PlaceMap(landmarks, surface);
        regions = new RegionMap(allRegions, surface, new SkinPaths(surface, places));

        var signs = places.SignsOf(landmarks);
        var laid = new LaidMuscle[muscles.Length];
        Parallel.For(
            0,
            muscles.Length,
            () => new LayingTools(new ZonePainter(surface, places), new FibreLayer(surface, places), new SignFinder(signs, surface)),
            (i, _, tools) =>
            {
                laid[i] = LaidMuscle.Lay(muscles[i], surface, tools);
                return tools;
            },
            _ => { });
        zones = BothSides(laid.SelectMany(muscle => muscle.Zones), MirroredZone);
        points = BothSides(laid.SelectMany(muscle => muscle.Points), point => point.Mirrored());
        nearby = BothSides(laid.SelectMany(muscle => muscle.Nearby), list => [.. list.Select(landmark => landmark.Mirrored())]);
        fibres = laid
            .SelectMany(muscle => (IEnumerable<KeyValuePair<(MuscleId, Side), ImmutableArray<PlacedFibre>>>)[
                new((muscle.Id, Side.Left), muscle.Fibres),
                new((muscle.Id, Side.Right), [.. muscle.Fibres.Select(fibre => fibre.Mirrored())])])
            .ToFrozenDictionary();
    }

    public Surface Surface { get; }

    /// <exception cref="InvalidOperationException">A region of the skin wins no cell.</exception>
    public static BodyAtlas Lay(AtlasData atlas, Surface surface) => Lay(atlas.Landmarks, atlas.Regions, atlas.Muscles, surface);

    /// <summary>The region that a cell belongs to; on the midline regions the side is <see cref="Side.Midline"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public SidedRegion RegionOf(CellId cell) => cell.Value >= 0 && cell.Value < Surface.CellCount
        ? regions.RegionOf(cell)
        : throw new ArgumentOutOfRangeException(nameof(cell), cell.Value, $"Cells run from 0 to {Surface.CellCount - 1}.");

    /// <summary>The cells of a region, ascending; a midline region has cells of both sides.</summary>
    /// <returns>Empty for a region inside the body, for one that is not in the atlas, and for a side that the region does not have.</returns>
    public ImmutableArray<CellId> CellsOf(SidedRegion region) => regions.CellsOf(region);

    /// <summary>Where a point is felt on the skin, ascending by cell, one entry a cell; on either side when a zone crosses the midline.</summary>
    /// <exception cref="KeyNotFoundException">There is no such point; points have the sides left and right.</exception>
    public ImmutableArray<CellWeight> ZoneOf(SidedPoint point) => zones[point];

    /// <summary>The zones of points as smooth weights of the skin, for drawing; <see cref="ZoneOf"/> is what is reasoned with.</summary>
    /// <param name="points">Points of the atlas, each with the sides it is on: left, right or both.</param>
    public SkinWeights WeighSkin(IEnumerable<(TriggerPoint Point, IReadOnlyCollection<Side> Sides)> points) =>
        new WeightPainter(Surface, places).Paint(points);

    /// <summary>Cells as weights of the skin, for drawing: all that is in one of them counts as an essential zone.</summary>
    public SkinWeights WeighCells(IReadOnlySet<CellId> cells)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var weights = new SkinWeights(Surface.Full.Mesh.VertexCount);
        for (var vertex = 0; vertex < weights.Essential.Length; vertex++)
        {
            var left = CellId.Of(Surface.Half.Cells[Surface.Full.LeftOf(vertex)], Side.Left);
            var isOnSeam = Surface.Full.MirrorOf(vertex) == vertex;
            var isIn = cells.Contains(vertex < Surface.Full.LeftCount ? left : left.Mirror) || (isOnSeam && cells.Contains(left.Mirror));
            weights.Essential[vertex] = isIn ? 1 : 0;
        }

        return weights;
    }

    /// <exception cref="KeyNotFoundException">There is no such point; points have the sides left and right.</exception>
    public PlacedPoint PlaceOf(SidedPoint point) => points[point];

    /// <summary>
    /// The places that a person can see or feel around a point: within a hand's breadth along the skin, or in the middle of a limb the length
    /// of a forearm, at most five, on the point's own side or the midline, spread around it; nearest first.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such point; points have the sides left and right.</exception>
    public ImmutableArray<NearbyLandmark> NearbyOf(SidedPoint point) => nearby[point];

    /// <exception cref="KeyNotFoundException">There is no such muscle; muscles have the sides left and right.</exception>
    public ImmutableArray<PlacedFibre> FibresOf(MuscleId muscle, Side side) => fibres[(muscle, side)];

    /// <summary>A place in the body frame: on the skin when its landmarks are.</summary>
    /// <param name="side">Right mirrors; left and midline are as given.</param>
    /// <exception cref="KeyNotFoundException">There is no such landmark.</exception>
    public Vector3 PositionOf(Place place, Side side) => Surface.Sided(places.PositionOf(place), side);

    internal static BodyAtlas Lay(
        ImmutableArray<Landmark> landmarks, ImmutableArray<Region> regions, ImmutableArray<Muscle> muscles, Surface surface) =>
        new(landmarks, regions, muscles, surface);

    private static FrozenDictionary<SidedPoint, T> BothSides<T>(IEnumerable<(PointId Id, T Value)> left, Func<T, T> mirrored) => left
        .SelectMany(point => (IEnumerable<KeyValuePair<SidedPoint, T>>)[
            new(new(point.Id, Side.Left), point.Value),
            new(new(point.Id, Side.Right), mirrored(point.Value))])
        .ToFrozenDictionary();

    private static ImmutableArray<CellWeight> MirroredZone(ImmutableArray<CellWeight> zone) =>
        [.. zone.Select(weight => weight with { Cell = weight.Cell.Mirror }).OrderBy(weight => weight.Cell.Value)];
}
