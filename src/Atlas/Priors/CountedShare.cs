using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>Share of the people with at least one active point in any of some muscles.</summary>
public sealed record CountedShare
{
    /// <summary>The muscle, or several that the study counted as one, such as the four short muscles below the skull.</summary>
    public required ImmutableArray<MuscleId> Muscles { get; init; }

    /// <summary>Above 0, below 1; a share of all or none is written as 0.98 or 0.02.</summary>
    public required double Share { get; init; }

    /// <summary>Lowest share given elsewhere, 0 … <see cref="Share"/>; <c>null</c> when only the one figure is known.</summary>
    public double? Low { get; init; }

    /// <summary>Highest share given elsewhere, <see cref="Share"/> … 1.</summary>
    public double? High { get; init; }
}
