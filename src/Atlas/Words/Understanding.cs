using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>A piece of a text, in UTF-16 units, as strings in .NET and JavaScript count.</summary>
/// <param name="Start">First unit, from 0.</param>
/// <param name="Length">1 or more.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>From the first of two pieces to the end of the second.</summary>
    internal static TextSpan Over(TextSpan first, TextSpan last)
    {
        var start = Math.Min(first.Start, last.Start);
        return new(start, Math.Max(first.Start + first.Length, last.Start + last.Length) - start);
    }

    /// <summary>The piece itself.</summary>
    public string In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Substring(Start, Length);
    }
}

/// <summary>A region and the words it was read from.</summary>
/// <param name="Region">The region on one side.</param>
/// <param name="SideSaid">False for a paired region that is here on both sides because no side was said.</param>
/// <param name="Span">Where in the text; regions on the way from one place to another have both ends in it.</param>
public sealed record UnderstoodRegion(SidedRegion Region, bool SideSaid, TextSpan Span);

public sealed record UnderstoodQuality(PainQuality Quality, TextSpan Span);

/// <param name="Share">How strong, above 0 to 1.</param>
/// <param name="Span">Where in the text.</param>
public sealed record UnderstoodStrength(double Share, TextSpan Span);

/// <summary>What was understood of a description in words. No region is named twice, and none is both painful and free of pain.</summary>
public sealed record Understanding
{
    /// <summary>In the order they were said.</summary>
    public required ImmutableArray<UnderstoodRegion> Painful { get; init; }

    public required ImmutableArray<UnderstoodRegion> PainFree { get; init; }

    /// <summary>Each once, in the order they were said.</summary>
    public required ImmutableArray<UnderstoodQuality> Qualities { get; init; }

    /// <summary>The strongest that was said; <c>null</c> when nothing was.</summary>
    public required UnderstoodStrength? Strength { get; init; }

    /// <summary>Words that nothing is known of, neighbours in one piece.</summary>
    public required ImmutableArray<TextSpan> NotUnderstood { get; init; }

    /// <summary>No place at all was found in the text.</summary>
    public bool NamesNoPlace => Painful.IsEmpty && PainFree.IsEmpty;
}
