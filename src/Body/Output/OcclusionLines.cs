using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>The lines where one part of the body hides another: an arm before the trunk, the chin over the neck.</summary>
internal static class OcclusionLines
{
    /// <summary>A step in depth between neighbouring pixels that makes a line, in pixels.</summary>
    private const float Step = 4;

    /// <summary>A slope gets steeper towards its rim; only what drops by so much more than what lies beyond it is a step.</summary>
    private const float MoreThanSlope = 2;

    /// <summary>Pieces whose ends are this near, in pixels, are one line that a fork has broken.</summary>
    private const float JoinDistance = 5;

    private const int FewestPlaces = 6;

    /// <returns>Open lines in pixels, with the step in millimetres at each place.</returns>
    internal static List<List<(Vector2 Place, float Step)>> Of(Raster raster)
    {
        var links = FindLinks(raster);
        var lines = new List<List<(Vector2 Place, float Step)>>();

        // Ends first, so that open lines are followed from end to end; what is left are closed lines.
        foreach (var start in links.Keys.OrderBy(corner => links[corner].Count == 1 ? 0 : 1).ThenBy(corner => corner.Y).ThenBy(corner => corner.X).ToArray())
        {
            while (links[start].Count > 0)
            {
                lines.Add(Follow(links, start));
            }
        }

        return Joined([.. lines.Where(line => line.Count >= FewestPlaces)]);
    }

    /// <summary>Joins pieces end to end, the longest first.</summary>
    private static List<List<(Vector2 Place, float Step)>> Joined(List<List<(Vector2 Place, float Step)>> pieces)
    {
        var result = new List<List<(Vector2 Place, float Step)>>();
        var waiting = pieces.OrderByDescending(piece => piece.Count).ToList();
        while (waiting.Count > 0)
        {
            var line = waiting[0];
            waiting.RemoveAt(0);
            for (var turn = 0; turn < 2; turn++)
            {
                while (NearestStart(waiting, line[^1].Place) is { } found)
                {
                    waiting.RemoveAt(found.Index);
                    line.AddRange(found.Piece);
                }

                line.Reverse();
            }

            result.Add(line);
        }

        return result;
    }

    /// <returns>The piece that begins nearest to a place, turned so that it does; <c>null</c> when none begins near.</returns>
    private static (int Index, List<(Vector2 Place, float Step)> Piece)? NearestStart(List<List<(Vector2 Place, float Step)>> pieces, Vector2 end)
    {
        var (best, at, isTurned) = (JoinDistance, -1, false);
        for (var i = 0; i < pieces.Count; i++)
        {
            var (toStart, toEnd) = (Vector2.Distance(pieces[i][0].Place, end), Vector2.Distance(pieces[i][^1].Place, end));
            if (MathF.Min(toStart, toEnd) < best)
            {
                (best, at, isTurned) = (MathF.Min(toStart, toEnd), i, toEnd < toStart);
            }
        }

        if (at < 0)
        {
            return null;
        }

        return (at, isTurned ? [.. Enumerable.Reverse(pieces[at])] : pieces[at]);
    }

    private static Dictionary<(int X, int Y), List<((int X, int Y) To, float Step)>> FindLinks(Raster raster)
    {
        var links = new Dictionary<(int X, int Y), List<((int X, int Y) To, float Step)>>();
        for (var y = 2; y < raster.Height - 2; y++)
        {
            for (var x = 2; x < raster.Width - 2; x++)
            {
                Link(StepBetween(raster, (y * raster.Width) + x, 1), (x + 1, y), (x + 1, y + 1));
                Link(StepBetween(raster, (y * raster.Width) + x, raster.Width), (x, y + 1), (x + 1, y + 1));
            }
        }

        return links;

        void Link(float step, (int, int) a, (int, int) b)
        {
            if (step > 0)
            {
                (links.TryGetValue(a, out var fromA) ? fromA : links[a] = []).Add((b, step));
                (links.TryGetValue(b, out var fromB) ? fromB : links[b] = []).Add((a, step));
            }
        }
    }

    /// <returns>In millimetres; 0 where no part ends before another.</returns>
    private static float StepBetween(Raster raster, int pixel, int toNext)
    {
        var (a, b) = (raster.Nearness[pixel], raster.Nearness[pixel + toNext]);
        if (a == Raster.Nothing || b == Raster.Nothing || MathF.Abs(a - b) < Step * raster.MillimetresPerPixel)
        {
            return 0;
        }

        // The farther side goes on behind the nearer one; at the rim of one rounded part it falls away ever faster instead.
        var (far, beyond) = a < b ? (a, raster.Nearness[pixel - toNext]) : (b, raster.Nearness[pixel + (2 * toNext)]);
        var step = MathF.Abs(a - b);
        return beyond == Raster.Nothing || step < MoreThanSlope * (far - beyond) ? 0 : step;
    }

    private static List<(Vector2 Place, float Step)> Follow(
        Dictionary<(int X, int Y), List<((int X, int Y) To, float Step)>> links, (int X, int Y) start)
    {
        var line = new List<(Vector2 Place, float Step)>();
        var (corner, direction) = (start, Vector2.Zero);
        while (links[corner].Count > 0)
        {
            // At a fork go straight on.
            var from = new Vector2(corner.X, corner.Y);
            var next = links[corner].MaxBy(other => Vector2.Dot(new Vector2(other.To.X, other.To.Y) - from, direction));
            var here = corner;
            links[here].Remove(next);
            links[next.To].Remove((here, next.Step));
            direction = (direction * 0.7f) + new Vector2(next.To.X, next.To.Y) - from;
            line.Add((from, next.Step));
            corner = next.To;
        }

        line.Add((new(corner.X, corner.Y), line[^1].Step));
        return line;
    }
}
