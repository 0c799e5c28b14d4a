namespace Unknot.Atlas;

/// <summary>A place as it is said once in a text, with what the words around it say of it.</summary>
/// <param name="meaning">What the name means.</param>
/// <param name="item">Which item of the text.</param>
/// <param name="sentence">Counted from 0.</param>
/// <param name="span">Where in the text.</param>
internal sealed class Mention(PlaceMeaning meaning, int item, int sentence, TextSpan span)
{
    /// <summary>Changed by an aspect that follows: "wrist, thumb side".</summary>
    internal PlaceMeaning Meaning { get; set; } = meaning;

    internal int Item { get; } = item;

    internal int Sentence { get; } = sentence;

    internal TextSpan Span { get; set; } = span;

    /// <summary>Left, right or both; null until a side is found.</summary>
    internal SaidSide? Side { get; set; }

    /// <summary>The side comes from a plural only, and gives way to one that is said.</summary>
    internal bool IsPluralOnly { get; set; }

    /// <summary>The side was said here, and not taken over from another place.</summary>
    internal bool IsSideOwn { get; set; }

    internal bool IsFree { get; set; }

    /// <summary>The pain goes there.</summary>
    internal bool IsGoal { get; set; }

    /// <summary>The pain comes from there.</summary>
    internal bool IsOrigin { get; set; }

    /// <summary>Where the pain comes from before it gets here.</summary>
    internal Mention? Source { get; set; }

    /// <summary>Said more exactly by another mention.</summary>
    internal bool IsDropped { get; set; }

    internal bool LacksSide => Side is null || IsPluralOnly;

    internal void Give(SaidSide side, bool own)
    {
        Side = side;
        IsPluralOnly = false;
        IsSideOwn |= own;
    }
}
