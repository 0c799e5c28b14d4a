using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>A line of changing width, as a shape to be filled: it swells and ends softly, as drawn by hand.</summary>
internal static class Ribbon
{
    /// <param name="line">Smooth, in pixels, about one place a pixel; at least two.</param>
    /// <param name="widths">In pixels, one a place.</param>
    /// <param name="tolerance">In pixels.</param>
    internal static void Write(PathText path, List<Vector2> line, float[] widths, float tolerance, float scale)
    {
        var (left, right) = (new List<Vector2>(line.Count), new List<Vector2>(line.Count));
        for (var i = 0; i < line.Count; i++)
        {
            var way = line[Math.Min(i + 2, line.Count - 1)] - line[Math.Max(i - 2, 0)];
            var across = way.LengthSquared() > 0 ? Vector2.Normalize(new Vector2(-way.Y, way.X)) * (widths[i] / 2) : Vector2.Zero;
            left.Add(line[i] + across);
            right.Add(line[i] - across);
        }

        right.Reverse();
        Inking.Write(path, CurveFit.Of(left, tolerance, closed: false), scale, closed: false);
        path.Line(right[0] * scale);
        foreach (var curve in CurveFit.Of(right, tolerance, closed: false))
        {
            path.Curve(curve.First * scale, curve.Second * scale, curve.End * scale);
        }

        path.Close();
    }
}
