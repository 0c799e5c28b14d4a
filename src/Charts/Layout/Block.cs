using System.Collections.Immutable;
using System.Numerics;
using Unknot.Charts.Fonts;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Layout;

/// <summary>A piece of a column that is kept together: how high it is, and its marks wherever it is put.</summary>
/// <param name="StaysWithNext">A heading: never the last of a column.</param>
internal sealed record Block(float Height, Func<Vector2, IEnumerable<Mark>> DrawAt, bool StaysWithNext = false, bool IsGap = false)
{
    internal const float Leading = 1.24f;

    /// <summary>Empty room; left out at the top of a column.</summary>
    internal static Block Space(float height) => new(height, _ => [], IsGap: true);

    /// <param name="hanging">In front of the first line, such as a number; the text begins after <paramref name="indent"/>.</param>
    internal static Block Paragraph(
        string text, Typeface face, float size, Ink ink, float width, float after = 0, float indent = 0, string? hanging = null, bool staysWithNext = false)
    {
        var lines = TextLines.Break(text, face, size, width - indent);
        var pitch = size * Leading;
        return new Block(
            (lines.Length * pitch) + after,
            at => lines
                .Select((line, i) => (Mark)new Mark.Text(new Vector2(at.X + indent, at.Y + (size * 0.93f) + (i * pitch)), line, face, size, ink))
                .Concat(hanging is null ? [] : [new Mark.Text(new Vector2(at.X, at.Y + (size * 0.93f)), hanging, Typeface.SemiBold, size, Colours.Point)]),
            staysWithNext);
    }

    internal static Block Together(params ImmutableArray<Block> parts) => new(
        parts.Sum(part => part.Height),
        at =>
        {
            var marks = new List<Mark>();
            foreach (var part in parts)
            {
                marks.AddRange(part.DrawAt(at));
                at.Y += part.Height;
            }

            return marks;
        });

    /// <summary>Fills columns one after the other.</summary>
    /// <returns>The blocks of each column; more columns than <paramref name="most"/> are not made: the last overflows.</returns>
    internal static List<List<Block>> Pour(IReadOnlyList<Block> blocks, float height, int most) => Pour(blocks, _ => height, most);

    /// <param name="heightOf">Of each column, by its number from 0.</param>
    internal static List<List<Block>> Pour(IReadOnlyList<Block> blocks, Func<int, float> heightOf, int most = int.MaxValue)
    {
        var columns = new List<List<Block>> { new() };
        var used = 0f;
        for (var i = 0; i < blocks.Count; i++)
        {
            var (needed, height) = (blocks[i].Height, heightOf(columns.Count - 1));
            if (blocks[i].IsGap && (used == 0 || used + needed > height))
            {
                continue;
            }

            for (var next = i; blocks[next].StaysWithNext && next + 1 < blocks.Count; next++)
            {
                needed += blocks[next + 1].Height;
            }

            if ((used > 0 || height < heightOf(columns.Count)) && used + needed > height && columns.Count < most)
            {
                columns.Add([]);
                used = 0;
            }

            columns[^1].Add(blocks[i]);
            used += blocks[i].Height;
        }

        return columns;
    }

    /// <summary>The marks of a column that begins somewhere.</summary>
    internal static IEnumerable<Mark> DrawColumn(IEnumerable<Block> column, Vector2 at)
    {
        foreach (var block in column)
        {
            foreach (var mark in block.DrawAt(at))
            {
                yield return mark;
            }

            at.Y += block.Height;
        }
    }

    /// <summary>The smallest height at which so many columns hold all blocks.</summary>
    internal static float LevelHeight(IReadOnlyList<Block> blocks, int columns)
    {
        var (low, high) = (blocks.Sum(block => block.Height) / columns, blocks.Sum(block => block.Height));
        while (high - low > 0.25f)
        {
            var middle = (low + high) / 2;
            var isEnough = Pour(blocks, middle, columns).TrueForAll(column => column.Sum(block => block.Height) <= middle);
            (low, high) = isEnough ? (low, middle) : (middle, high);
        }

        return high;
    }
}
