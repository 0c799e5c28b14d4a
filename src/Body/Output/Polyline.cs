using System.Globalization;
using System.Numerics;
using System.Text;

namespace Unknot.Body.Output;

/// <summary>Smoothing, thinning and writing of lines of a drawing.</summary>
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

    /// <summary>Straight pieces, in tenths of a millimetre.</summary>
    internal static void WriteStraight(StringBuilder path, List<Vector2> line, bool closed)
    {
        var last = Tenths(line[0]);
        Write(path, 'M', last);
        for (var i = 1; i < line.Count; i++)
        {
            var place = Tenths(line[i]);
            if (place != last)
            {
                Write(path, 'l', place - last);
                last = place;
            }
        }

        path.Append(closed ? "z" : "");
    }

    /// <summary>A smooth curve through all places (Catmull-Rom as cubic curves), in tenths of a millimetre.</summary>
    internal static void WriteCurve(StringBuilder path, List<Vector2> line, bool closed)
    {
        Vector2 At(int i) => closed ? line[((i % line.Count) + line.Count) % line.Count] : line[Math.Clamp(i, 0, line.Count - 1)];

        var last = Tenths(line[0]);
        Write(path, 'M', last);
        for (var i = 0; i < (closed ? line.Count : line.Count - 1); i++)
        {
            var (from, to) = (At(i), At(i + 1));
            var first = Tenths(from + ((to - At(i - 1)) / 6));
            var second = Tenths(to - ((At(i + 2) - from) / 6));
            var end = Tenths(to);
            Write(path, 'c', first - last, second - last, end - last);
            last = end;
        }

        path.Append(closed ? "z" : "");
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

    private static Vector2 Tenths(Vector2 place) => Vector2.Round(place * 10);

    private static void Write(StringBuilder path, char command, params ReadOnlySpan<Vector2> tenths)
    {
        path.Append(command);
        var isFirst = true;
        foreach (var place in tenths)
        {
            Append(place.X);
            Append(place.Y);
        }

        void Append(float value)
        {
            var text = (value / 10).ToString("0.#", CultureInfo.InvariantCulture);
            text = text is "-0" ? "0" : text;
            path.Append(isFirst || text[0] == '-' ? "" : " ").Append(text);
            isFirst = false;
        }
    }
}
