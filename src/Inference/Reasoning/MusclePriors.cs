using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Numerics;

namespace Unknot.Inference.Reasoning;

/// <summary>
/// How often the points of each muscle are active. A muscle takes part in every complaint in which it was counted, with the pooled share,
/// and in every other one that it is clearly felt in, with the share that muscles without data are shrunk to.
/// </summary>
internal sealed class MusclePriors
{
    /// <summary>From this frequency on a muscle is clearly felt in a region.</summary>
    private const double ClearlyFelt = 0.5;

    private readonly AtlasData atlas;
    private readonly Dictionary<MuscleId, HashSet<RegionId>> clearlyFelt;

    internal MusclePriors(AtlasData atlas, ReferralMap map)
    {
        this.atlas = atlas;
        clearlyFelt = map.Regions
            .SelectMany((region, number) => map.Named[number].Where(link => link.Weight >= ClearlyFelt).Select(link => (atlas.Point(map.Points[link.Node].Point).Muscle.Id, region.Region)))
            .GroupBy(item => item.Id, item => item.Region)
            .ToDictionary(group => group.Key, group => group.ToHashSet());
    }

    /// <summary>The prior probability of each point of a muscle, on either side.</summary>
    internal double OfEachPoint(Muscle muscle) => OfEachPoint(SharesOf(muscle), muscle.Points.Length);

    /// <summary>The share of people with each complaint who have an active point in the muscle; at least one.</summary>
    internal ImmutableArray<double> SharesOf(Muscle muscle)
    {
        var counted = atlas.PrevalenceOf(muscle.Id);
        var felt = clearlyFelt.GetValueOrDefault(muscle.Id) ?? [];
        var uncounted = atlas.Priors.Complaints.Count(complaint =>
            counted.All(prevalence => prevalence.Complaint != complaint) && complaint.Regions.Any(felt.Contains));
        ImmutableArray<double> shares = [.. counted.Select(prevalence => prevalence.Share), .. Enumerable.Repeat(Prevalence.UnpublishedShare, uncounted)];
        return shares.IsEmpty ? [Prevalence.UnpublishedShare] : shares;
    }

    /// <summary>
    /// A muscle found in several complaints is active the more often, but one active scalene is at once behind pain of arm, chest and back: n
    /// complaints of one share behave like ∛n independent ones, and shares that differ add up as their cubes do.
    /// </summary>
    /// <param name="shares">One for each complaint, 0 … 1.</param>
    /// <param name="points">Points of the muscle, at least 1.</param>
    internal static double OfEachPoint(ImmutableArray<double> shares, int points) =>
        PartOf(Assumptions.ComplaintRate * Math.Cbrt(shares.Sum(share => share * share * share)), points);

    /// <summary>The probability for each of a muscle's points, given that for at least one of them.</summary>
    internal static double PartOf(double probability, int count) =>
        -LogSpace.ExpM1(LogSpace.Log1P(-probability) / Assumptions.IndependentPoints(count));
}
