using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Learning;

/// <summary>What is published on a muscle and what a practice found, side by side and not mixed.</summary>
public sealed record PracticeShare
{
    public required MuscleId Muscle { get; init; }

    /// <summary>One for each complaint in which the muscle was counted; empty when it never was.</summary>
    public required ImmutableArray<PublishedShare> Published { get; init; }

    /// <summary>The practice's own press tests.</summary>
    public required PressCounts Counts { get; init; }

    /// <summary>
    /// How many of them the engine would have expected to be confirmed by the published shares, 0 … <see cref="PressCounts.Total"/>: the figure to
    /// compare <see cref="PressCounts.Confirmed"/> with. A published share is not, because only suggested muscles are pressed.
    /// </summary>
    public required double ExpectedConfirmed { get; init; }

    /// <summary>What is added to the log odds of the prior of the muscle's points; 0 when nothing was pressed.</summary>
    public required double LogOddsCorrection { get; init; }

    /// <summary>The central 80 % for it; when nothing was pressed, that of the published range, cut off at the largest correction.</summary>
    public required LogOddsRange Range { get; init; }
}

/// <summary>A published share as if it had been counted in one sample.</summary>
/// <param name="Prevalence">Share, range and studies.</param>
/// <param name="Active">People with an active point: the first number of a beta distribution, above 0.</param>
/// <param name="Inactive">People without: the second one, above 0.</param>
public sealed record PublishedShare(Prevalence Prevalence, double Active, double Inactive)
{
    /// <summary>
    /// The beta distribution with the share as its mean and the range as its central 80 %, as far as a normal distribution of the same variance has it;
    /// never less than one person.
    /// </summary>
    internal static PublishedShare Of(Prevalence prevalence)
    {
        var deviation = (prevalence.High - prevalence.Low) / (2 * Likelihoods.Deviations80);
        var people = Math.Max(1, (prevalence.Share * (1 - prevalence.Share) / (deviation * deviation)) - 1);
        return new PublishedShare(prevalence, people * prevalence.Share, people * (1 - prevalence.Share));
    }
}

/// <param name="Low">Lower end, natural logarithm of a factor of the odds.</param>
/// <param name="High">Upper end, at least <paramref name="Low"/>.</param>
public readonly record struct LogOddsRange(double Low, double High);
