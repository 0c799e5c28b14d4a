using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Charts.Stippling;

/// <summary>
/// Evenly scattered dots on a square that repeats without a seam, in an order in which every beginning is evenly scattered, too:
/// the more of the order is taken, the denser the dots. Always the same.
/// </summary>
internal static class DotPattern
{
    /// <summary>How often darts are thrown before the square counts as full.</summary>
    private const int Tries = 60000;

    /// <summary>Distance of neighbouring dots when all are taken, the side of the square being 1.</summary>
    private const float Spacing = 1 / 34f;

    /// <summary>In order; places on the square from 0 to 1.</summary>
    internal static ImmutableArray<Vector2> Dots { get; } = Ordered(Thrown());

    /// <summary>The distance of neighbouring dots when a share of them is taken is this over the root of the share.</summary>
    internal static float FullSpacing => Spacing;

    private static List<Vector2> Thrown()
    {
        var random = new Random(1917);
        var dots = new List<Vector2>();
        for (var i = 0; i < Tries; i++)
        {
            var dart = new Vector2(random.NextSingle(), random.NextSingle());
            if (dots.TrueForAll(dot => DistanceSquared(dot, dart) >= Spacing * Spacing))
            {
                dots.Add(dart);
            }
        }

        return dots;
    }

    /// <summary>Each next dot is the one farthest from all before it.</summary>
    private static ImmutableArray<Vector2> Ordered(List<Vector2> dots)
    {
        var distances = Enumerable.Repeat(float.MaxValue, dots.Count).ToArray();
        var order = ImmutableArray.CreateBuilder<Vector2>(dots.Count);
        var next = 0;
        while (order.Count < dots.Count)
        {
            order.Add(dots[next]);
            var last = next;
            for (var i = 0; i < dots.Count; i++)
            {
                distances[i] = MathF.Min(distances[i], DistanceSquared(dots[i], dots[last]));
                next = distances[i] > distances[next] ? i : next;
            }
        }

        return order.MoveToImmutable();
    }

    private static float DistanceSquared(Vector2 a, Vector2 b)
    {
        var way = Vector2.Abs(a - b);
        return Vector2.Min(way, Vector2.One - way).LengthSquared();
    }
}
