using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body.Meshing;

namespace Unknot.Body.Laying;

/// <summary>Draws strokes over the skin: from place to place along the skin, and the distances around them. One thread only.</summary>
internal sealed class SkinPaths(Surface surface, PlaceMap places)
{
    private const float StepMillimetres = 4;

    /// <summary>A step on the skin may be this many times the straight step before the straight way is given up.</summary>
    private const float LongestStep = 3;

    private readonly SkinDistance search = new(surface.Graph);

    /// <summary>Starts a distance map with every vertex near a stroke.</summary>
    /// <param name="lead">Subtracted from the distances, in millimetres.</param>
    internal void Start(SkinDistance distance, ImmutableArray<Place> path, float lead, int owner)
    {
        foreach (var place in Along(path))
        {
            var (a, b, c) = surface.CornersOf(place);
            StartAt(a, place.Position);
            StartAt(b, place.Position);
            StartAt(c, place.Position);
        }

        void StartAt(int vertex, Vector3 position) =>
            distance.Start(vertex, Vector3.Distance(surface.Full.Mesh.Positions[vertex], position) - lead, owner);
    }

    /// <summary>Places on the skin along a stroke, some millimetres apart. One place is a spot.</summary>
    private List<SkinPlace> Along(ImmutableArray<Place> path)
    {
        var result = new List<SkinPlace> { places.OnSkin(path[0]) };
        foreach (var place in path.AsSpan()[1..])
        {
            var (from, to) = (result[^1], places.OnSkin(place));
            result.AddRange(Straight(from, to) ?? Around(from, to));
        }

        return result;
    }

    /// <summary>The straight way, moved to the skin.</summary>
    /// <returns><c>null</c> when it jumps, as between front and back of a limb.</returns>
    private List<SkinPlace>? Straight(SkinPlace from, SkinPlace to)
    {
        var length = Vector3.Distance(from.Position, to.Position);
        var steps = (int)MathF.Ceiling(length / StepMillimetres);
        var result = new List<SkinPlace>(steps);
        var last = from;
        for (var step = 1; step <= steps; step++)
        {
            var next = step == steps ? to : surface.Nearest(Vector3.Lerp(from.Position, to.Position, step / (float)steps));
            if (Vector3.Distance(last.Position, next.Position) > LongestStep * StepMillimetres)
            {
                return null;
            }

            result.Add(next);
            last = next;
        }

        return result;
    }

    /// <summary>The shortest way along the skin.</summary>
    private List<SkinPlace> Around(SkinPlace from, SkinPlace to)
    {
        search.Clear();
        var (a, b, c) = surface.CornersOf(from);
        foreach (var vertex in (ReadOnlySpan<int>)[a, b, c])
        {
            search.Start(vertex, Vector3.Distance(surface.Full.Mesh.Positions[vertex], from.Position), owner: 0);
        }

        search.Spread();
        var way = search.WayBack(surface.CornersOf(to).A);
        way.Reverse();
        return [.. way.Select(vertex => surface.Nearest(surface.Full.Mesh.Positions[vertex])), to];
    }
}
