using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>The lines along which a picture has a given value (marching squares).</summary>
internal static class Contours
{
    /// <returns>Closed lines in pixels, the higher values on the same hand of all of them.</returns>
    internal static List<List<Vector2>> At(float level, float[] values, int width, int height)
    {
        float Value(int x, int y) => x < 0 || y < 0 || x >= width || y >= height ? level - 1 : values[(y * width) + x];

        // Each crossed side of a square is named by the middle of the side in half pixels, and leads to the next one.
        var next = new Dictionary<(int X, int Y), (int X, int Y)>();
        for (var y = -1; y < height; y++)
        {
            for (var x = -1; x < width; x++)
            {
                var corners = (Value(x, y) >= level ? 1 : 0) | (Value(x + 1, y) >= level ? 2 : 0)
                    | (Value(x + 1, y + 1) >= level ? 4 : 0) | (Value(x, y + 1) >= level ? 8 : 0);
                if (corners is not (0 or 15))
                {
                    Link(next, corners, ((2 * x) + 1, 2 * y), ((2 * x) + 2, (2 * y) + 1), ((2 * x) + 1, (2 * y) + 2), (2 * x, (2 * y) + 1));
                }
            }
        }

        var loops = new List<List<Vector2>>();
        var used = new HashSet<(int, int)>();
        foreach (var start in next.Keys)
        {
            var loop = new List<Vector2>();
            for (var side = start; used.Add(side); side = next[side])
            {
                var (x, y, isRow) = (side.X >> 1, side.Y >> 1, (side.X & 1) != 0);
                var (from, to) = (Value(x, y), isRow ? Value(x + 1, y) : Value(x, y + 1));
                var share = Math.Clamp((level - from) / (to - from), 0.02f, 0.98f);
                loop.Add(new Vector2(x + 0.5f, y + 0.5f) + (isRow ? new Vector2(share, 0) : new Vector2(0, share)));
            }

            if (loop.Count > 3)
            {
                loops.Add(loop);
            }
        }

        return loops;
    }

    private static void Link(
        Dictionary<(int X, int Y), (int X, int Y)> next, int corners, (int, int) top, (int, int) right, (int, int) bottom, (int, int) left)
    {
        switch (corners)
        {
            case 1: next[left] = top; break;
            case 2: next[top] = right; break;
            case 3: next[left] = right; break;
            case 4: next[right] = bottom; break;
            case 5: next[left] = top; next[right] = bottom; break;
            case 6: next[top] = bottom; break;
            case 7: next[left] = bottom; break;
            case 8: next[bottom] = left; break;
            case 9: next[bottom] = top; break;
            case 10: next[top] = right; next[bottom] = left; break;
            case 11: next[bottom] = right; break;
            case 12: next[right] = left; break;
            case 13: next[right] = top; break;
            default: next[top] = left; break;
        }
    }
}
