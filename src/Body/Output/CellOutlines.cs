using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>The outlines of the visible cells. Neighbours share their borders exactly, so that nothing shows between them.</summary>
internal static class CellOutlines
{
    private const float LeastDoubleArea = 16;

    /// <summary>Millimetres, on the whole body and in close-ups.</summary>
    private const float BodyTolerance = 1.1f;

    /// <inheritdoc cref="BodyTolerance"/>
    private const float CloseUpTolerance = 0.4f;

    /// <summary>Millimetres by which a border is blurred: it is only as sharp as the triangles of the mesh.</summary>
    private const float BodySoftness = 3.1f;

    /// <inheritdoc cref="BodySoftness"/>
    private const float CloseUpSoftness = 1.8f;

    /// <returns>For each visible cell, by value, its closed outlines in millimetres of the drawing.</returns>
    internal static SortedDictionary<int, List<List<Vector2>>> Of(Raster raster, View view)
    {
        var sides = new SortedDictionary<int, Dictionary<(int X, int Y), List<(int X, int Y)>>>();
        var meetings = new Dictionary<(int X, int Y), int>();
        for (var y = -1; y < raster.Height; y++)
        {
            for (var x = -1; x < raster.Width; x++)
            {
                var (here, right, below) = (CellAt(raster, x, y), CellAt(raster, x + 1, y), CellAt(raster, x, y + 1));
                if (here != right)
                {
                    AddSide(sides, here, (x + 1, y), (x + 1, y + 1));
                    AddSide(sides, right, (x + 1, y + 1), (x + 1, y));
                }

                if (here != below)
                {
                    AddSide(sides, here, (x + 1, y + 1), (x, y + 1));
                    AddSide(sides, below, (x, y + 1), (x + 1, y + 1));
                }

                var beyond = CellAt(raster, x + 1, y + 1);
                if (here != right || here != below || here != beyond)
                {
                    meetings[(x + 1, y + 1)] = new HashSet<int> { here, right, below, beyond }.Count;
                }
            }
        }

        var outlines = new SortedDictionary<int, List<List<Vector2>>>();
        foreach (var (cell, links) in sides)
        {
            var loops = Loops(links).Select(loop => Thinned(loop, meetings, raster.MillimetresPerPixel, view.IsCloseUp)).Where(loop => MathF.Abs(Polyline.DoubleArea(loop)) >= LeastDoubleArea).ToList();
            if (loops.Count > 0)
            {
                outlines[cell] = loops;
            }
        }

        return outlines;
    }

    private static int CellAt(Raster raster, int x, int y) =>
        x < 0 || y < 0 || x >= raster.Width || y >= raster.Height ? -1 : raster.Cells[(y * raster.Width) + x];

    private static void AddSide(
        SortedDictionary<int, Dictionary<(int X, int Y), List<(int X, int Y)>>> sides, int cell, (int X, int Y) from, (int X, int Y) to)
    {
        if (cell < 0)
        {
            return;
        }

        if (!sides.TryGetValue(cell, out var links))
        {
            sides[cell] = links = [];
        }

        (links.TryGetValue(from, out var targets) ? targets : links[from] = []).Add(to);
    }

    private static IEnumerable<List<(int X, int Y)>> Loops(Dictionary<(int X, int Y), List<(int X, int Y)>> links)
    {
        foreach (var start in links.Keys.OrderBy(corner => corner.Y).ThenBy(corner => corner.X))
        {
            while (links[start].Count > 0)
            {
                var loop = new List<(int X, int Y)>();
                var corner = start;
                do
                {
                    loop.Add(corner);
                    var targets = links[corner];
                    corner = targets[^1];
                    targets.RemoveAt(targets.Count - 1);
                }
                while (corner != start);
                yield return loop;
            }
        }
    }

    /// <summary>Thins the pieces between the corners where three areas meet; a piece looks the same from both of its sides.</summary>
    private static List<Vector2> Thinned(List<(int X, int Y)> loop, Dictionary<(int X, int Y), int> meetings, float scale, bool isCloseUp)
    {
        var (tolerance, softness) = isCloseUp ? (CloseUpTolerance, CloseUpSoftness) : (BodyTolerance, BodySoftness);
        var rounds = Inking.RoundsFor(softness / scale);
        var cuts = Enumerable.Range(0, loop.Count).Where(i => meetings[loop[i]] > 2).ToList();
        if (cuts.Count == 0)
        {
            cuts = [Enumerable.Range(0, loop.Count).MinBy(i => loop[i])];
        }

        var result = new List<Vector2>();
        for (var i = 0; i < cuts.Count; i++)
        {
            var (from, to) = (cuts[i], i + 1 < cuts.Count ? cuts[i + 1] : cuts[0] + loop.Count);
            var piece = Enumerable.Range(from, to - from + 1).Select(at => loop[at % loop.Count]).ToList();
            var isTurned = piece[^1].CompareTo(piece[0]) < 0;
            if (isTurned)
            {
                piece.Reverse();
            }

            var places = piece.ConvertAll(corner => new Vector2(corner.X, corner.Y) * scale);
            var isClosed = piece[0] == piece[^1];
            var thin = isClosed
                ? Polyline.Thinned(places[..^1], tolerance, closed: true)
                : Polyline.Thinned(Polyline.Smoothed(places, rounds, closed: false), tolerance, closed: false);
            if (isTurned)
            {
                thin.Reverse();
            }

            result.AddRange(isClosed ? thin : thin[..^1]);
        }

        return result;
    }
}
