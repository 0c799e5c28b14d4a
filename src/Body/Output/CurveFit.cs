using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>
/// Few curves in place of many places, by least squares (P. J. Schneider, "An algorithm for automatically fitting digitized
/// curves", Graphics Gems, 1990). Curves meet without a bend except at the ends of the line.
/// </summary>
internal static class CurveFit
{
    private const int MostPlacesAtOnce = 140;
    private const int Rounds = 4;

    /// <summary>So many places on each side tell the direction of the line at a place.</summary>
    private const int Reach = 3;

    /// <param name="line">At least two places, near to one another.</param>
    /// <param name="tolerance">The greatest distance of a place from the curves.</param>
    /// <param name="closed">Whether the line returns from its last place to its first, without a bend there.</param>
    internal static List<Cubic> Of(List<Vector2> line, float tolerance, bool closed)
    {
        var places = closed ? [.. line, line[0]] : line.ToArray();
        var last = places.Length - 1;
        var reach = Math.Min(Reach, last);
        var (start, end) = (Direction(places[0], places[reach]), Direction(places[last], places[last - reach]));
        if (closed)
        {
            start = Direction(places[last - reach], places[reach]);
            end = -start;
        }

        var curves = new List<Cubic>();
        Fit(places, 0, last, start, end, tolerance, curves);
        return curves;
    }

    private static Vector2 Direction(Vector2 from, Vector2 to)
    {
        var way = to - from;
        return way.LengthSquared() > 0 ? Vector2.Normalize(way) : Vector2.UnitX;
    }

    private static void Fit(Vector2[] places, int from, int to, Vector2 start, Vector2 end, float tolerance, List<Cubic> curves)
    {
        if (to - from == 1)
        {
            var third = Vector2.Distance(places[from], places[to]) / 3;
            curves.Add(new(places[from], places[from] + (start * third), places[to] + (end * third), places[to]));
            return;
        }

        var split = (from + to) / 2;
        if (to - from <= MostPlacesAtOnce)
        {
            var shares = ShareOfLength(places, from, to);
            for (var round = 0; round < Rounds; round++)
            {
                var curve = LeastSquares(places, from, shares, start, end);
                var (worst, at) = Worst(places, from, shares, curve);
                if (worst <= tolerance)
                {
                    curves.Add(curve);
                    return;
                }

                split = at;
                if (worst > 4 * tolerance)
                {
                    break;
                }

                Reparameterize(places, from, shares, curve);
            }
        }

        var before = places[Math.Max(from, split - Reach)];
        var after = places[Math.Min(to, split + Reach)];
        var through = Direction(before, after);
        Fit(places, from, split, start, -through, tolerance, curves);
        Fit(places, split, to, through, end, tolerance, curves);
    }

    private static float[] ShareOfLength(Vector2[] places, int from, int to)
    {
        var shares = new float[to - from + 1];
        for (var i = 1; i < shares.Length; i++)
        {
            shares[i] = shares[i - 1] + Vector2.Distance(places[from + i - 1], places[from + i]);
        }

        var length = MathF.Max(shares[^1], 1e-6f);
        for (var i = 1; i < shares.Length; i++)
        {
            shares[i] /= length;
        }

        return shares;
    }

    /// <summary>The curve of given ends and directions that passes nearest to the places.</summary>
    private static Cubic LeastSquares(Vector2[] places, int from, float[] shares, Vector2 start, Vector2 end)
    {
        var (first, last) = (places[from], places[from + shares.Length - 1]);
        float c00 = 0, c01 = 0, c11 = 0, x0 = 0, x1 = 0;
        for (var i = 0; i < shares.Length; i++)
        {
            var (t, s) = (shares[i], 1 - shares[i]);
            var (a, b) = (start * (3 * s * s * t), end * (3 * s * t * t));
            var rest = places[from + i] - (first * ((s * s * s) + (3 * s * s * t))) - (last * ((t * t * t) + (3 * s * t * t)));
            c00 += Vector2.Dot(a, a);
            c01 += Vector2.Dot(a, b);
            c11 += Vector2.Dot(b, b);
            x0 += Vector2.Dot(a, rest);
            x1 += Vector2.Dot(b, rest);
        }

        var chord = Vector2.Distance(first, last);
        var determinant = (c00 * c11) - (c01 * c01);
        var (near, far) = MathF.Abs(determinant) > 1e-9f
            ? (((x0 * c11) - (x1 * c01)) / determinant, ((c00 * x1) - (c01 * x0)) / determinant)
            : (0, 0);

        // Handles that point backwards or reach too far make loops; then a third of the way serves.
        if (near < 0.02f * chord || far < 0.02f * chord || near > 3 * chord || far > 3 * chord)
        {
            near = far = chord / 3;
        }

        return new Cubic(first, first + (start * near), last + (end * far), last);
    }

    private static (float Distance, int At) Worst(Vector2[] places, int from, float[] shares, Cubic curve)
    {
        var (worst, at) = (0f, from + (shares.Length / 2));
        for (var i = 1; i < shares.Length - 1; i++)
        {
            var distance = Vector2.Distance(curve.At(shares[i]), places[from + i]);
            (worst, at) = distance > worst ? (distance, from + i) : (worst, at);
        }

        return (worst, at);
    }

    /// <summary>One Newton step for each place towards the nearest one of the curve.</summary>
    private static void Reparameterize(Vector2[] places, int from, float[] shares, Cubic curve)
    {
        for (var i = 1; i < shares.Length - 1; i++)
        {
            var (off, slope) = (curve.At(shares[i]) - places[from + i], curve.Slope(shares[i]));
            var denominator = slope.LengthSquared() + Vector2.Dot(off, curve.Bend(shares[i]));
            if (MathF.Abs(denominator) > 1e-9f)
            {
                shares[i] = Math.Clamp(shares[i] - (Vector2.Dot(off, slope) / denominator), 0, 1);
            }
        }
    }
}
