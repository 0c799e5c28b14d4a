using System.Collections.Immutable;
using Unknot.Atlas;

namespace Unknot.Inference.Reasoning;

/// <summary>What a drawing leads to. Equal drawings give equal rankings, digit for digit, as long as both versions stay.</summary>
public sealed record Ranking
{
    /// <summary>The version of the atlas that was used.</summary>
    public required string DataVersion { get; init; }

    /// <summary>The version of the model that was used.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>The marked regions, painted cells resolved, in the atlas's order; the intensity is the mean of what was painted.</summary>
    public required ImmutableArray<RegionPain> Findings { get; init; }

    /// <summary>Every point of the atlas on both sides, likeliest first; equal ones by id, left before right.</summary>
    public required ImmutableArray<RankedPoint> Results { get; init; }

    /// <summary>For each finding, in the same order, how well the points account for it.</summary>
    public required ImmutableArray<RegionFit> Fits { get; init; }

    /// <summary>The share of the marked pain that points account for, the mean of <see cref="Fits"/>; 0 … 1, and 1 when nothing is marked.</summary>
    public required double ExplainedShare { get; init; }

    /// <summary>True when most of the marked pain fits no point of the atlas, so that another cause is likelier.</summary>
    public required bool ProbablyNotMuscular { get; init; }

    /// <summary>
    /// How much better the drawing fits the best set of points than other causes alone: base-10 logarithm of the ratio of the two
    /// likelihoods, at least 0.
    /// </summary>
    public required double MuscularEvidence { get; init; }

    /// <summary>Which points together account for the pain, and what to treat first.</summary>
    public required Explanation Explanation { get; init; }

    /// <summary>How the probabilities were found.</summary>
    public required InferenceMethod Method { get; init; }

    /// <summary>No probability is further than this from the exact one for the model, 0 … 1.</summary>
    public required double ErrorBound { get; init; }

    /// <summary>What to ask or try next; null when that was not asked for.</summary>
    public required NextSteps? Next { get; init; }

    /// <summary>
    /// Groups of findings that were taken as one, because the drawing has more of them than can be kept apart; each has two or more
    /// regions. Empty for all but very large drawings.
    /// </summary>
    public required ImmutableArray<ImmutableArray<SidedRegion>> MergedWitnesses { get; init; }
}

/// <summary>A point and how likely it takes part.</summary>
public sealed record RankedPoint
{
    public required SidedPoint Point { get; init; }

    public required MuscleId Muscle { get; init; }

    /// <summary>The muscle's everyday name.</summary>
    public required string Name { get; init; }

    /// <summary>That the point is active in anybody, before anything was told, 0 … 1.</summary>
    public required double Prior { get; init; }

    /// <summary>That the point is active, given the drawing, 0 … 1, rounded to nine decimals.</summary>
    public required double Probability { get; init; }

    /// <summary>
    /// Where the probability lies in eight of ten sets of priors and frequencies that the published figures allow; null when that was not
    /// asked for. It holds <see cref="Probability"/>.
    /// </summary>
    public required ProbabilityRange? Range { get; init; }

    /// <summary>What else speaks for or against it, weightiest first; at most six, and none for a point below 0.02.</summary>
    public required ImmutableArray<Reason> Reasons { get; init; }

    /// <summary>The marked regions it may account for, largest share first; shares below 0.01 are left out.</summary>
    public required ImmutableArray<ExplainedArea> Explains { get; init; }

    /// <summary>The points that may have set it off, first cause first: none, one or two. The point itself is not in it.</summary>
    public required ImmutableArray<SidedPoint> Chain { get; init; }
}

/// <param name="Region">A marked region.</param>
/// <param name="Share">That the point is active and refers here, given the drawing, 0 … the point's probability.</param>
/// <param name="Frequency">How often the point is felt in what was marked of the region, 0 … 1.</param>
public readonly record struct ExplainedArea(SidedRegion Region, double Share, double Frequency);

/// <param name="Region">A marked region.</param>
/// <param name="Explained">
/// That at least one point refers here, given the drawing and that the region really hurts, 0 … 1; the rest is another cause.
/// </param>
public readonly record struct RegionFit(SidedRegion Region, double Explained);
