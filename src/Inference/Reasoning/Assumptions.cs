using System.Diagnostics;
using Unknot.Atlas;

namespace Unknot.Inference.Reasoning;

/// <summary>
/// The numbers of the model that no study gives. Each is our own estimate, chosen once, with its reason; the standard cases in
/// <c>data/cases</c> show what they lead to. Change one, raise <see cref="ModelVersion"/>.
/// </summary>
internal static class Assumptions
{
    internal const string ModelVersion = "noisy-or-1";

    /// <summary>
    /// From a share of people with a complaint to a base rate. Prevalences are counted among people whose complaint is in the right
    /// part of the body; at any time about one adult in eight has a given complaint (neck, low back, shoulder: 10 to 20 %).
    /// </summary>
    internal const double ComplaintRate = 0.12;

    /// <summary>The share for a muscle for which none is published: what the evidence shrinks such muscles towards.</summary>
    internal const double UnpublishedShare = 0.15;

    /// <summary>
    /// How often a marked region hurts although no point refers there: joints, nerves, organs, points that the atlas does not have.
    /// About as much as one moderately likely point.
    /// </summary>
    internal const double Leak = 0.05;

    /// <summary>Certainty of a region marked fully and strongly: one such mark in fifty is a slip or means the neighbour.</summary>
    internal const double FullCertainty = 0.98;

    /// <summary>The part of a region that must be painted for a full mark; people paint the middle of what hurts.</summary>
    internal const double FullCoverage = 0.5;

    /// <summary>
    /// The part of a region that is meant when it is named as a whole or said to be free of pain. Who names a region means some of it; a
    /// point that covers this part of it is as good an explanation as one that covers all.
    /// </summary>
    internal const double NamedPart = 1.0 / 3;

    /// <summary>How much "not marked" counts against a point that refers there: a quick drawing is hardly a statement.</summary>
    internal const double SilenceCounts = 0.25;

    /// <summary>How much "free of pain" counts against a point that refers there.</summary>
    internal const double PainFreeCounts = 0.95;

    /// <summary>Below this share of the marked pain accounted for, the pain is called probably not muscular.</summary>
    internal const double MuscularShare = 0.35;

    /// <summary>An explained region with a smaller share is not worth showing.</summary>
    internal const double LeastShare = 0.01;

    /// <summary>How often people with a point feel a zone, when the atlas gives no figure for the zone.</summary>
    internal static double Frequency(ZoneKind kind) => kind switch
    {
        ZoneKind.Essential => 0.8,
        ZoneKind.Spillover => 0.3,
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// That an active key muscle sets off at least one point of the satellite muscle. The order follows the evidence; the sizes are ours.
    /// </summary>
    internal static double Strength(ChainStrength strength) => strength switch
    {
        ChainStrength.Tested => 0.3,
        ChainStrength.Observed => 0.2,
        ChainStrength.CoActive => 0.1,
        _ => throw new UnreachableException(),
    };

    /// <summary>The certainty of a mark; a sliver touched by the brush says little, half a region as much as a whole one.</summary>
    /// <param name="coverage">The painted part of the region, 0 … 1.</param>
    /// <param name="intensity">Mean intensity of the painted part, 0 … 1.</param>
    internal static double Certainty(double coverage, double intensity) =>
        FullCertainty * Math.Sqrt(Math.Min(1, coverage / FullCoverage)) * ((1 + intensity) / 2);
}
