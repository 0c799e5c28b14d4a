using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>The lines where one part of the body hides another: an arm before the trunk, the chin over the neck.</summary>
internal static class OcclusionLines
{
    /// <summary>A step in depth between neighbouring pixels that makes a line, in millimetres.</summary>
    private const float Step = 7;

    /// <summary>Pieces whose ends are this near, in pixels, are one line that a fork has broken.</summary>
    private const float JoinDistance = 4;

    private const int FewestPlaces = 4;

    /// <returns>Open lines in pixels.</returns>
    internal static List<List<Vector2>> Of(Raster raster)
    {
        var links = FindLinks(raster);
        var lines = new List<List<Vector2>>();

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
    private static List<List<Vector2>> Joined(List<List<Vector2>> pieces)
    {
        var result = new List<List<Vector2>>();
        var waiting = pieces.OrderByDescending(piece => piece.Count).ToList();
        while (waiting.Count > 0)
        {
            var line = waiting[0];
            waiting.RemoveAt(0);
            for (var turn = 0; turn < 2; turn++)
            {
                while (NearestStart(waiting, line[^1]) is { } found)
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
    private static (int Index, List<Vector2> Piece)? NearestStart(List<List<Vector2>> pieces, Vector2 end)
    {
        var (best, at, isTurned) = (JoinDistance, -1, false);
        for (var i = 0; i < pieces.Count; i++)
        {
            var (toStart, toEnd) = (Vector2.Distance(pieces[i][0], end), Vector2.Distance(pieces[i][^1], end));
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

    private static Dictionary<(int X, int Y), List<(int X, int Y)>> FindLinks(Raster raster)
    {
        var links = new Dictionary<(int X, int Y), List<(int X, int Y)>>();
        for (var y = 1; y < raster.Height - 1; y++)
        {
            for (var x = 1; x < raster.Width - 1; x++)
            {
                if (IsStep(raster, x, y, x + 1, y))
                {
                    Link((x + 1, y), (x + 1, y + 1));
                }

                if (IsStep(raster, x, y, x, y + 1))
                {
                    Link((x, y + 1), (x + 1, y + 1));
                }
            }
        }

        return links;

        void Link((int, int) a, (int, int) b)
        {
            (links.TryGetValue(a, out var fromA) ? fromA : links[a] = []).Add(b);
            (links.TryGetValue(b, out var fromB) ? fromB : links[b] = []).Add(a);
        }
    }

    private static bool IsStep(Raster raster, int x0, int y0, int x1, int y1)
    {
        var (a, b) = (raster.Nearness[(y0 * raster.Width) + x0], raster.Nearness[(y1 * raster.Width) + x1]);
        return a > Raster.Nothing && b > Raster.Nothing && MathF.Abs(a - b) > Step;
    }

    private static List<Vector2> Follow(Dictionary<(int X, int Y), List<(int X, int Y)>> links, (int X, int Y) start)
    {
        var line = new List<Vector2> { new(start.X, start.Y) };
        var (corner, direction) = (start, Vector2.Zero);
        while (links[corner].Count > 0)
        {
            // At a fork go straight on.
            var from = new Vector2(corner.X, corner.Y);
            var next = links[corner].MaxBy(other => Vector2.Dot(new Vector2(other.X, other.Y) - from, direction));
            links[corner].Remove(next);
            links[next].Remove(corner);
            direction = (direction / 2) + new Vector2(next.X, next.Y) - from;
            corner = next;
            line.Add(new(corner.X, corner.Y));
        }

        return line;
    }
}
