using System.Collections.Immutable;
using System.Numerics;

namespace Unknot.Charts.Layout;

/// <summary>Sets labels in a column on each side of a figure, one line a label, and ties each to its dot by a line; lines of a column do not cross.</summary>
internal static class LabelColumns
{
    /// <summary>Something to label: its dot on the left and on the right half of the picture.</summary>
    internal readonly record struct Item(int Number, Vector2 LeftDot, Vector2 RightDot);

    /// <param name="At">Where the label ends (left column) or begins (right column), at half its height.</param>
    internal readonly record struct Label(int Number, Vector2 At, Vector2 Dot, bool IsLeft);

    /// <param name="left">Where the labels of the left column end.</param>
    /// <param name="right">Where those of the right column begin.</param>
    /// <param name="pitch">From label to label.</param>
    internal static ImmutableArray<Label> Place(IEnumerable<Item> items, float left, float right, float top, float bottom, float pitch)
    {
        // Every second one from above goes to the other side: both columns are equally full, and neighbours have room.
        var ordered = items.OrderBy(item => item.LeftDot.Y).ThenBy(item => item.Number).ToList();
        return
        [
            .. Column([.. ordered.Where((_, i) => i % 2 == 0).Select(item => (item.Number, item.LeftDot))], left, isLeft: true, top, bottom, pitch),
            .. Column([.. ordered.Where((_, i) => i % 2 == 1).Select(item => (item.Number, item.RightDot))], right, isLeft: false, top, bottom, pitch),
        ];
    }

    private static IEnumerable<Label> Column(List<(int Number, Vector2 Dot)> items, float x, bool isLeft, float top, float bottom, float pitch)
    {
        var heights = Heights([.. items.Select(item => item.Dot.Y)], top, bottom, MathF.Min(pitch, (bottom - top) / MathF.Max(1, items.Count - 1)));
        Uncross(items, heights, x);
        return items.Select((item, i) => new Label(item.Number, new Vector2(x, heights[i]), item.Dot, isLeft));
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
