using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body.Meshing;

namespace Unknot.Body;

/// <summary>Paints cells with strokes over the skin. Safe to use from any number of threads.</summary>
public sealed class Brush
{
    /// <summary>Places along a stroke, in millimetres.</summary>
    private const float Step = 5;

    /// <summary>A step on the skin may be this many times the straight step before it counts as a jump, as from arm to trunk.</summary>
    private const float LongestStep = 3;

    private readonly Surface surface;
    private readonly ConcurrentBag<SkinDistance> distances = [];

    public Brush(Surface surface)
    {
        ArgumentNullException.ThrowIfNull(surface);
        this.surface = surface;
    }

    /// <summary>Everything within half the width of the path, along the skin. The middle of the cell that the path began in is always reached.</summary>
    /// <param name="path">In millimetres in the body frame, at least one place; the nearest skin is meant.</param>
    /// <param name="width">Millimetres, above 0.</param>
    /// <returns>Ascending by cell, each once, at least one.</returns>
    /// <exception cref="ArgumentException">The path is empty, or the width is not above 0.</exception>
    public ImmutableArray<CellCover> Paint(ImmutableArray<Vector3> path, float width)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        if (path.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A stroke needs at least one place.", nameof(path));
        }

        var distance = distances.TryTake(out var used) ? used : new SkinDistance(surface.Graph);
        try
        {
            distance.Clear();
            foreach (var place in Along(path))
            {
                Start(distance, place);
            }

            distance.Spread(width / 2);
            return Covers(distance, width / 2);
        }
        finally
        {
            distances.Add(distance);
        }
    }

    /// <summary>The cell that the skin nearest to a place belongs to.</summary>
    public CellId CellAt(Vector3 place)
    {
        var skin = surface.Nearest(place);
        var corners = surface.Half.Mesh.Triangles.AsSpan(3 * skin.Triangle, 3);
        var nearest = corners[0];
        var left = Surface.Sided(skin.Position, skin.Side);
        foreach (var corner in corners)
        {
            nearest = Vector3.Distance(surface.Half.Mesh.Positions[corner], left) < Vector3.Distance(surface.Half.Mesh.Positions[nearest], left) ? corner : nearest;
        }

        return CellId.Of(surface.Half.Cells[nearest], skin.Side);
    }

    /// <summary>In millimetres.</summary>
    public float DistanceFromSkin(Vector3 place) => Vector3.Distance(surface.Nearest(place).Position, place);

    private List<SkinPlace> Along(ImmutableArray<Vector3> path)
    {
        var places = new List<SkinPlace> { surface.Nearest(path[0]) };
        for (var i = 1; i < path.Length; i++)
        {
            var (from, to) = (path[i - 1], path[i]);
            var steps = Math.Max(1, (int)MathF.Ceiling(Vector3.Distance(from, to) / Step));
            for (var step = 1; step <= steps; step++)
            {
                var next = surface.Nearest(Vector3.Lerp(from, to, step / (float)steps));

                // Between two places far apart the straight way leads through the body; what it meets there was not drawn.
                if (step == steps || Vector3.Distance(places[^1].Position, next.Position) <= LongestStep * Step)
                {
                    places.Add(next);
                }
            }
        }

        return places;
    }

    private void Start(SkinDistance distance, SkinPlace place)
    {
        var (a, b, c) = surface.CornersOf(place);
        foreach (var vertex in (ReadOnlySpan<int>)[a, b, c])
        {
            distance.Start(vertex, Vector3.Distance(surface.Full.Mesh.Positions[vertex], place.Position), owner: 0);
        }
    }

    private ImmutableArray<CellCover> Covers(SkinDistance distance, float radius)
    {
        var areas = new SortedDictionary<int, float>();
        var nearest = distance.Reached.Min(distance.DistanceOf);
        foreach (var vertex in distance.Reached)
        {
            // The corners of the triangle that a narrow stroke meets may all lie beyond its edge; the nearest one stands for it.
            if (distance.DistanceOf(vertex) > Math.Max(radius, nearest))
            {
                continue;
            }

            var left = surface.Full.LeftOf(vertex);
            var cell = CellId.Of(surface.Half.Cells[left], vertex < surface.Full.LeftCount ? Side.Left : Side.Right);
            areas[cell.Value] = areas.GetValueOrDefault(cell.Value) + surface.VertexAreas[left];
            if (surface.Full.MirrorOf(vertex) == vertex)
            {
                areas[cell.Mirror.Value] = areas.GetValueOrDefault(cell.Mirror.Value) + surface.VertexAreas[left];
            }
        }

        return [.. areas.Select(pair => new CellCover(new CellId(pair.Key), Math.Min(1, pair.Value / surface.AreaOf(new CellId(pair.Key)))))];
    }
}
