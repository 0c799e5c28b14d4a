namespace Unknot.Inference.Reasoning;

/// <summary>What is wanted beside the ranking.</summary>
public sealed record TraceOptions
{
    /// <summary>The probabilities and what explains them, nothing more; the quickest.</summary>
    public static TraceOptions Ranking { get; } = new() { WithRanges = false, WithNext = false };

    /// <summary>Everything.</summary>
    public static TraceOptions Full { get; } = new() { WithRanges = true, WithNext = true };

    /// <summary>Whether <see cref="RankedPoint.Range"/> is wanted.</summary>
    public required bool WithRanges { get; init; }

    /// <summary>Whether <see cref="Reasoning.Ranking.Next"/> is wanted.</summary>
    public required bool WithNext { get; init; }

    /// <summary>
    /// How long the probabilities may take; the best certified answer by then is given, which depends on the machine. Null for as long as it takes;
    /// more than a fifth of a second is never needed, as large drawings are merged.
    /// </summary>
    public TimeSpan? Deadline { get; init; }
}
