using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body.Field;

namespace Unknot.Body.Laying;

/// <summary>Lays the fibres of a muscle through its stations on the left half.</summary>
internal sealed class FibreLayer(Surface surface, PlaceMap places)
{
    private const float StepMillimetres = 7;
    private const int FewestStepsPerSpan = 3;
    private const int SmoothingRounds = 2;

    /// <summary>Skin left over a deep fibre that comes near it, in millimetres.</summary>
    private const float Cover = 1.5f;

    /// <summary>Radius at both ends as a share of the radius at the belly.</summary>
    private const float TendonShare = 0.3f;

    /// <summary>Share of the length over which a fibre tapers, at each end.</summary>
    private const float TaperShare = 0.3f;

    /// <returns>The fibres of all heads, as they are numbered.</returns>
    internal ImmutableArray<PlacedFibre> Lay(FibreBundle bundle) => [.. bundle.AllHeads.SelectMany(head => Lay(bundle, head))];

    private IEnumerable<PlacedFibre> Lay(FibreBundle bundle, FibreHead head)
    {
        var stations = head.Stations.Select(station => station.Select(places.Straight).ToArray()).ToArray();
        return Enumerable.Range(0, head.Count).Select(fibre =>
        {
            var share = head.Count == 1 ? 0.5f : fibre / (float)(head.Count - 1);
            return Lay(bundle, [.. stations.Select(line => AtShare(line, share))]);
        });
    }

    /// <summary>The place at a share of the length of a fibre, measured from its first station.</summary>
    /// <param name="share">0 … 1.</param>
    internal static Vector3 AtShare(ReadOnlySpan<Vector3> line, float share)
    {
        var total = 0f;
        for (var i = 1; i < line.Length; i++)
        {
            total += Vector3.Distance(line[i - 1], line[i]);
        }

        var left = total * share;
        for (var i = 1; i < line.Length; i++)
        {
            var length = Vector3.Distance(line[i - 1], line[i]);
            if (left <= length && length > 0)
            {
                return Vector3.Lerp(line[i - 1], line[i], left / length);
            }

            left -= length;
        }

        return line[^1];
    }

    private PlacedFibre Lay(FibreBundle bundle, Vector3[] knots)
    {
        var path = Sample(knots);
        var radii = new float[path.Length];
        for (var i = 0; i < path.Length; i++)
        {
            var fromEnd = MathF.Min(i, path.Length - 1 - i) / (TaperShare * (path.Length - 1));
            var swell = Math.Clamp(fromEnd, 0, 1);
            radii[i] = bundle.RadiusMillimetres * (TendonShare + ((1 - TendonShare) * swell * swell * (3 - (2 * swell))));
        }

        for (var i = 0; i < path.Length; i++)
        {
            path[i] = bundle.Course == FibreCourse.UnderSkin
                ? AtDepth(path[i], bundle.DepthMillimetres)
                : Inside(path[i], radii[i] + Cover);
        }

        Smooth(path);
        for (var i = 0; i < path.Length; i++)
        {
            path[i] = Inside(path[i], MathF.Min(radii[i] + Cover, bundle.DepthMillimetres));
        }

        return new PlacedFibre { Path = [.. path], RadiiMillimetres = [.. radii] };
    }

    private static Vector3[] Sample(Vector3[] knots)
    {
        var path = new List<Vector3> { knots[0] };
        for (var span = 0; span < knots.Length - 1; span++)
        {
            var (p0, p1) = (knots[Math.Max(span - 1, 0)], knots[span]);
            var (p2, p3) = (knots[span + 1], knots[Math.Min(span + 2, knots.Length - 1)]);
            var steps = Math.Max(FewestStepsPerSpan, (int)MathF.Ceiling(Vector3.Distance(p1, p2) / StepMillimetres));
            for (var step = 1; step <= steps; step++)
            {
                path.Add(CatmullRom.Between(p0, p1, p2, p3, step / (float)steps));
            }
        }

        return [.. path];
    }

    /// <summary>So deep below the nearest skin, or half as deep (and so on) where the body is too thin for that.</summary>
    private Vector3 AtDepth(Vector3 place, float depth)
    {
        var skin = surface.Nearest(place);
        while (depth > 1)
        {
            var result = skin.Position - (skin.Normal * depth);
            if (SignedDistance(result) < -depth / 2)
            {
                return result;
            }

            depth /= 2;
        }

        return skin.Position - skin.Normal;
    }

    private Vector3 Inside(Vector3 place, float depth)
    {
        var skin = surface.Nearest(place);
        return Vector3.Dot(place - skin.Position, skin.Normal) <= -depth ? place : AtDepth(place, depth);
    }

    private float SignedDistance(Vector3 place)
    {
        var skin = surface.Nearest(place);
        var distance = Vector3.Distance(place, skin.Position);
        return Vector3.Dot(place - skin.Position, skin.Normal) < 0 ? -distance : distance;
    }

    private static void Smooth(Vector3[] path)
    {
        for (var round = 0; round < SmoothingRounds; round++)
        {
            var previous = path[0];
            for (var i = 1; i < path.Length - 1; i++)
            {
                var current = path[i];
                path[i] = (previous + (2 * current) + path[i + 1]) / 4;
                previous = current;
            }
        }
    }
}
