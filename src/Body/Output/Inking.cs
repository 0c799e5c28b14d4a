using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>Makes the smooth lines of a drawing out of traced ones: calm between corners, sharp at them.</summary>
internal static class Inking
{
    /// <summary>A line that turns by more than this, in radians, over <see cref="CornerReach"/> places to both sides has a corner.</summary>
    private const float CornerAngle = 1.0f;

    private const int CornerReach = 7;
    private const int RoundsBeforeCorners = 6;

    /// <summary>A traced loop as curves.</summary>
    /// <param name="loop">In pixels, about one place a pixel.</param>
    /// <param name="softness">Standard deviation of the smoothing, in pixels.</param>
    /// <param name="tolerance">In pixels.</param>
    /// <param name="mayBend">Where a corner may be; elsewhere it is rounded off.</param>
    internal static List<Cubic> Loop(List<Vector2> loop, float softness, float tolerance, Predicate<Vector2> mayBend)
    {
        var corners = CornersOf(Polyline.Smoothed(loop, RoundsBeforeCorners, closed: true)).FindAll(corner => mayBend(loop[corner]));
        if (corners.Count == 0)
        {
            return CurveFit.Of(Polyline.Smoothed(loop, RoundsFor(softness), closed: true), tolerance, closed: true);
        }

        var curves = new List<Cubic>();
        for (var i = 0; i < corners.Count; i++)
        {
            var (from, to) = (corners[i], i + 1 < corners.Count ? corners[i + 1] : corners[0] + loop.Count);
            var piece = Enumerable.Range(from, to - from + 1).Select(at => loop[at % loop.Count]).ToList();
            curves.AddRange(CurveFit.Of(Polyline.Smoothed(piece, RoundsFor(softness), closed: false), tolerance, closed: false));
        }

        return curves;
    }

    /// <summary>Rounds of <see cref="Polyline.Smoothed"/> that blur a line of one place a pixel by so many pixels.</summary>
    internal static int RoundsFor(float softness) => (int)MathF.Ceiling(2 * softness * softness);

    internal static void Write(PathText path, List<Cubic> curves, float scale, bool closed)
    {
        path.Move(curves[0].Start * scale);
        foreach (var curve in curves)
        {
            path.Curve(curve.First * scale, curve.Second * scale, curve.End * scale);
        }

        if (closed)
        {
            path.Close();
        }
    }

    private static List<int> CornersOf(List<Vector2> loop)
    {
        var turns = new float[loop.Count];
        if (loop.Count <= 4 * CornerReach)
        {
            return [];
        }

        for (var i = 0; i < loop.Count; i++)
        {
            var before = loop[i] - loop[(i + loop.Count - CornerReach) % loop.Count];
            var after = loop[(i + CornerReach) % loop.Count] - loop[i];
            turns[i] = MathF.Abs(MathF.Atan2((before.X * after.Y) - (before.Y * after.X), Vector2.Dot(before, after)));
        }

        var corners = new List<int>();
        for (var i = 0; i < turns.Length; i++)
        {
            var isSharpest = turns[i] > CornerAngle;
            for (var step = -CornerReach; step <= CornerReach && isSharpest; step++)
            {
                var other = turns[(i + step + turns.Length) % turns.Length];
                isSharpest = step < 0 ? turns[i] > other : turns[i] >= other;
            }

            if (isSharpest)
            {
                corners.Add(i);
            }
        }

        return corners;
    }
}
