using System.Collections.Immutable;
using System.Numerics;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Layout;

/// <summary>Sets labels in a column on each side of a figure, one line a label, and ties each to its dot by a line; lines of a column do not cross.</summary>
internal static class LabelColumns
{
    private const float BeforeBend = 4;

    /// <summary>Something to label: its dot on the left and on the right half of the picture.</summary>
    internal readonly record struct Item(int Number, Vector2 LeftDot, Vector2 RightDot);

    /// <param name="At">Where the label ends (left column) or begins (right column), at half its height.</param>
    /// <param name="Bend">Where its line has passed the column and turns to the dot.</param>
    internal readonly record struct Label(int Number, Vector2 At, Vector2 Bend, Vector2 Dot, bool IsLeft);

    /// <param name="room">Left and right: where the labels nearest to the figure end and begin. Top and bottom: where they may stand.</param>
    /// <param name="pitch">From label to label.</param>
    /// <param name="stagger">How much farther out every second label stands, when there are too many for one line; else 0.</param>
    internal static ImmutableArray<Label> Place(IEnumerable<Item> items, Box room, float pitch, float stagger)
    {
        // Every second one from above goes to the other side: both columns are equally full, and neighbours have room.
        var ordered = items.OrderBy(item => item.LeftDot.Y).ThenBy(item => item.Number).ToList();
        return
        [
            .. Column([.. ordered.Where((_, i) => i % 2 == 0).Select(item => (item.Number, item.LeftDot))], isLeft: true, room, pitch, stagger),
            .. Column([.. ordered.Where((_, i) => i % 2 == 1).Select(item => (item.Number, item.RightDot))], isLeft: false, room, pitch, stagger),
        ];
    }

    private static IEnumerable<Label> Column(List<(int Number, Vector2 Dot)> items, bool isLeft, Box room, float pitch, float stagger)
    {
        var (edge, outwards) = isLeft ? (room.Left, -1) : (room.Right, 1);
        var heights = Heights([.. items.Select(item => item.Dot.Y)], room.Top, room.Bottom, MathF.Min(pitch, room.Height / MathF.Max(1, items.Count - 1)));
        Uncross(items, heights, edge);
        return items.Select((item, i) => new Label(
            item.Number,
            new Vector2(edge + (i % 2 * outwards * stagger), heights[i]),
            new Vector2(edge - (outwards * BeforeBend), heights[i]),
            item.Dot,
            isLeft));
    }

    /// <summary>As near to the wanted heights as the pitch allows: neighbours that press on one another share their displacement.</summary>
    private static float[] Heights(float[] wanted, float top, float bottom, float pitch)
    {
        var groups = new List<(float Sum, int Count)>(); // of wanted heights, less the pitch times the place in the column
        for (var i = 0; i < wanted.Length; i++)
        {
            groups.Add((wanted[i] - (i * pitch), 1));
            while (groups.Count > 1 && groups[^2].Sum / groups[^2].Count >= groups[^1].Sum / groups[^1].Count)
            {
                groups[^2] = (groups[^2].Sum + groups[^1].Sum, groups[^2].Count + groups[^1].Count);
                groups.RemoveAt(groups.Count - 1);
            }
        }

        var starts = groups.SelectMany(group => Enumerable.Repeat(group.Sum / group.Count, group.Count)).ToArray();
        var latest = bottom - ((wanted.Length - 1) * pitch);
        return [.. starts.Select((start, i) => Math.Clamp(start, top, MathF.Max(top, latest)) + (i * pitch))];
    }

    /// <summary>Swaps labels until no two lines cross: each swap shortens the lines, so that it ends.</summary>
    private static void Uncross(List<(int Number, Vector2 Dot)> items, float[] heights, float x)
    {
        for (var hasChanged = true; hasChanged;)
        {
            hasChanged = false;
            for (var i = 0; i < items.Count; i++)
            {
                for (var j = i + 1; j < items.Count; j++)
                {
                    var (a, b) = (new Vector2(x, heights[i]), new Vector2(x, heights[j]));
                    var now = Vector2.Distance(a, items[i].Dot) + Vector2.Distance(b, items[j].Dot);
                    var swapped = Vector2.Distance(a, items[j].Dot) + Vector2.Distance(b, items[i].Dot);
                    if (swapped < now - 1e-3f)
                    {
                        (items[i], items[j]) = (items[j], items[i]);
                        hasChanged = true;
                    }
                }
            }
        }
    }
}
