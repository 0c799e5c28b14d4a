using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>Smoothing and thinning of lines of a drawing.</summary>
internal static class Polyline
{
    /// <summary>Each place moves half-way to the mean of its neighbours; ends of an open line stay.</summary>
    internal static List<Vector2> Smoothed(List<Vector2> line, int rounds, bool closed)
    {
        for (var round = 0; round < rounds; round++)
        {
            var result = new List<Vector2>(line.Count);
            for (var i = 0; i < line.Count; i++)
            {
                result.Add(!closed && (i == 0 || i == line.Count - 1)
                    ? line[i]
                    : (line[(i + line.Count - 1) % line.Count] + (2 * line[i]) + line[(i + 1) % line.Count]) / 4);
            }

            line = result;
        }

        return line;
    }

    /// <summary>Leaves out places that lie within a tolerance of the line without them (Douglas and Peucker).</summary>
    internal static List<Vector2> Thinned(List<Vector2> line, float tolerance, bool closed)
    {
        if (!closed)
        {
            return ThinnedOpen(line, tolerance);
        }

        // A closed line is cut at its first place and at the one farthest from it.
        var far = Enumerable.Range(0, line.Count).MaxBy(i => Vector2.DistanceSquared(line[i], line[0]));
        var there = ThinnedOpen(line[..(far + 1)], tolerance);
        var back = ThinnedOpen([.. line[far..], line[0]], tolerance);
        return [.. there, .. back[1..^1]];
    }

    /// <summary>Twice the area, with a sign that tells which way it turns.</summary>
    internal static float DoubleArea(List<Vector2> loop)
    {
        var sum = 0f;
        for (var i = 0; i < loop.Count; i++)
        {
            var (a, b) = (loop[i], loop[(i + 1) % loop.Count]);
            sum += (a.X * b.Y) - (b.X * a.Y);
        }

        return sum;
    }

    internal static float Length(List<Vector2> line)
    {
        var sum = 0f;
        for (var i = 1; i < line.Count; i++)
        {
            sum += Vector2.Distance(line[i - 1], line[i]);
        }

        return sum;
    }

    /// <summary>The same line with places at even distances.</summary>
    internal static List<Vector2> Resampled(List<Vector2> line, float distance)
    {
        var count = Math.Max(1, (int)MathF.Round(Length(line) / distance));
        var step = Length(line) / count;
        var result = new List<Vector2>(count + 1) { line[0] };
        var passed = 0f;
        for (var i = 1; i < line.Count && result.Count < count; i++)
        {
            var length = Vector2.Distance(line[i - 1], line[i]);
            while (result.Count < count && result.Count * step <= passed + length)
            {
                result.Add(Vector2.Lerp(line[i - 1], line[i], ((result.Count * step) - passed) / MathF.Max(length, 1e-9f)));
            }

            passed += length;
        }

        result.Add(line[^1]);
        return result;
    }

    private static List<Vector2> ThinnedOpen(List<Vector2> line, float tolerance)
    {
        var keep = new bool[line.Count];
        keep[0] = keep[^1] = true;
        var waiting = new Stack<(int From, int To)>([(0, line.Count - 1)]);
        while (waiting.TryPop(out var span))
        {
            var (worst, at) = (tolerance, -1);
            for (var i = span.From + 1; i < span.To; i++)
            {
                var distance = DistanceToSegment(line[i], line[span.From], line[span.To]);
                (worst, at) = distance > worst ? (distance, i) : (worst, at);
            }

            if (at >= 0)
            {
                keep[at] = true;
                waiting.Push((span.From, at));
                waiting.Push((at, span.To));
            }
        }

        return [.. line.Where((_, i) => keep[i])];
    }

    private static float DistanceToSegment(Vector2 place, Vector2 from, Vector2 to)
    {
        var way = to - from;
        var share = Math.Clamp(Vector2.Dot(place - from, way) / MathF.Max(1e-9f, way.LengthSquared()), 0, 1);
        return Vector2.Distance(place, from + (way * share));
    }
}
