using System.Collections.Immutable;
using System.Numerics;
using Unknot.Charts.Fonts;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Layout;

/// <summary>What every page of paper has: margins, a title, and a foot that says where it comes from.</summary>
internal sealed class PageFrame(Paper paper, string dataVersion)
{
    internal const float Margin = 30;
    private const float FootHeight = 20;

    internal Vector2 Size => paper.Layout;

    internal static float Left => Margin;

    internal float Right => Size.X - Margin;

    internal float Width => Size.X - (2 * Margin);

    /// <summary>Where the content ends and the foot begins.</summary>
    internal float Bottom => Size.Y - Margin - FootHeight + 4;

    internal Sheet Page(string title, IEnumerable<Mark> marks, int number, int count) =>
        new(Size, title, [new Mark.Shape(Outline.Of(new Box(0, 0, Size.X, Size.Y)), Colours.White), .. marks, .. Foot(number, count)]);

    /// <summary>A title with a line under it, at the top of a page.</summary>
    /// <param name="room">Kept free at the right end of the title's line.</param>
    internal (ImmutableArray<Mark> Marks, float Bottom) Head(string title, string? beside, float size, float room = 0)
    {
        var top = Margin + (size * 0.72f);
        var marks = ImmutableArray.CreateBuilder<Mark>();
        while (Typeface.SemiBold.Measure(title, size) > Width - room)
        {
            size -= 0.5f;
        }

        marks.Add(new Mark.Text(new Vector2(Left, top), title, Typeface.SemiBold, size, Colours.Text));
        var after = Left + Typeface.SemiBold.Measure(title, size) + 8;
        if (beside is not null && after + Typeface.Italic.Measure(beside, 10) <= Right - room)
        {
            marks.Add(new Mark.Text(new Vector2(after, top), beside, Typeface.Italic, 10, Colours.Muted));
        }

        return (marks.ToImmutable(), top + 5);
    }

    private IEnumerable<Mark> Foot(int number, int count)
    {
        var y = Size.Y - Margin + 2;
        yield return new Mark.Shape(Outline.Line(new(Left, y - 11), new(Right, y - 11)), null, Colours.Rule, 0.5f);
        yield return new Mark.Text(
            new Vector2(Left, y), $"Unknot · data {dataVersion} · own drawings and words, CC BY 4.0 · not a medical device, not a diagnosis", Typeface.Regular, 6.5f, Colours.Muted);
        if (count > 1)
        {
            yield return new Mark.Text(new Vector2(Right, y), $"{number} of {count}", Typeface.SemiBold, 6.5f, Colours.Muted, Mark.Alignment.End);
        }
    }
}
