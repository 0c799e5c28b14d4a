using System.Collections.Immutable;
using System.Numerics;
using Unknot.Charts.Art;
using Unknot.Charts.Fonts;

namespace Unknot.Charts.Sheets;

/// <summary>Something on a sheet. Lengths in points (1/72 inch), y downwards from the upper left corner.</summary>
internal abstract record Mark
{
    private Mark()
    {
    }

    /// <param name="LineWidth">Used with a line only.</param>
    internal sealed record Shape(Outline Path, Ink? Fill, Ink? Line = null, float LineWidth = 0.5f) : Mark;

    /// <summary>Round dots of one size.</summary>
    internal sealed record Dots(ImmutableArray<Vector2> Places, float Diameter, Ink Ink) : Mark;

    /// <summary>One line of text.</summary>
    /// <param name="At">On the baseline: its start, middle or end as <paramref name="Align"/> says.</param>
    internal sealed record Text(Vector2 At, string Words, Typeface Face, float Size, Ink Ink, Alignment Align = Alignment.Start) : Mark
    {
        internal float Width => Face.Measure(Words, Size);

        internal float Left => At.X - (Align switch { Alignment.Start => 0, Alignment.Middle => Width / 2, _ => Width });

        /// <summary>From the top of the capitals to the foot of the descenders.</summary>
        internal Box Extent => new(Left, At.Y - (0.67f * Size), Width, 0.87f * Size);
    }

    /// <summary>The figure.</summary>
    /// <param name="Scale">Points for a millimetre of the body.</param>
    /// <param name="At">Where the upper left corner of the whole drawing lies.</param>
    /// <param name="Window">What of the sheet it may cover.</param>
    internal sealed record Figure(FigureArt Art, float Scale, Vector2 At, Box Window) : Mark;

    /// <summary>Marks that lead somewhere on a screen.</summary>
    internal sealed record Link(string Address, ImmutableArray<Mark> Marks) : Mark;

    internal enum Alignment
    {
        Start,
        Middle,
        End,
    }
}
