using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>Where lines have been drawn already, with some room around them: a second line beside one of them only doubles it.</summary>
internal sealed class InkedArea(int width, int height, float radius)
{
    private readonly bool[] inked = new bool[width * height];

    internal void Add(IEnumerable<Vector2> line)
    {
        var reach = (int)MathF.Ceiling(radius);
        foreach (var place in line)
        {
            var (centreX, centreY) = ((int)place.X, (int)place.Y);
            for (var y = Math.Max(0, centreY - reach); y <= Math.Min(height - 1, centreY + reach); y++)
            {
                for (var x = Math.Max(0, centreX - reach); x <= Math.Min(width - 1, centreX + reach); x++)
                {
                    inked[(y * width) + x] |= Vector2.DistanceSquared(place, new Vector2(x + 0.5f, y + 0.5f)) <= radius * radius;
                }
            }
        }
    }

    internal bool Holds(Vector2 place) =>
        place is { X: >= 0, Y: >= 0 } && place.X < width && place.Y < height && inked[((int)place.Y * width) + (int)place.X];

    /// <summary>
    /// The parts of a line that do not run along what is drawn. A part that comes from a drawn line keeps its way into it, so that
    /// they join; a line that only crosses one is left whole.
    /// </summary>
    /// <returns>Ranges of places, the end not included.</returns>
    internal List<(int From, int To)> FreeParts(List<Vector2> line)
    {
        var parts = new List<(int From, int To)>();
        var crossing = (int)(4 * radius);
        var start = 0;
        for (var i = 0; i < line.Count;)
        {
            var end = i;
            while (end < line.Count && Holds(line[end]))
            {
                end++;
            }

            var isAtEnd = i == 0 || end == line.Count;
            if (end - i > crossing || (isAtEnd && end - i > radius))
            {
                // Runs along a drawn line: keep only the way into it.
                var keep = (int)radius;
                if (i > start)
                {
                    parts.Add((start, Math.Min(end, i + keep)));
                }

                start = Math.Max(i, end - keep);
            }

            i = Math.Max(end, i + 1);
        }

        if (line.Count - start > 2 * radius)
        {
            parts.Add((start, line.Count));
        }

        return parts;
    }
}
