using System.Diagnostics;
using Unknot.Atlas;
using Unknot.Inference.Numerics;

namespace Unknot.Inference.Reasoning;

/// <summary>
/// The numbers of the model that no study gives. Each is our own estimate, chosen once, with its reason; the standard cases in
/// <c>data/cases</c> show what they lead to. Change one, raise <see cref="ModelVersion"/>.
/// </summary>
internal static class Assumptions
{
    internal const string ModelVersion = "noisy-or-4";

    /// <summary>
    /// How many adults have a given complaint on a given side as badly as the patients who were counted. Prevalences are shares of people with a
    /// complaint (neck pain, headache, low back pain, …); at any time about one adult in eight has it, half of them on this side, and perhaps a
    /// third of those would be in a study.
    /// </summary>
    internal const double ComplaintRate = 0.02;

    /// <summary>
    /// How often a region hurts although no point refers there: joints, nerves, organs, points that the atlas does not have. On the scale of
    /// <see cref="ComplaintRate"/>: a quarter of a complaint, about what one moderately likely point brings about.
    /// </summary>
    internal const double Leak = 0.005;

    /// <summary>
    /// Certainty of a region marked fully and strongly. There are some two hundred regions to hit by mistake, and one such mark in two
    /// hundred is a slip or means the neighbour.
    /// </summary>
    internal const double FullCertainty = 0.995;

    /// <summary>
    /// The part of a region that is meant when it is named as a whole or said to be free of pain. Who names a region means some of it; a
    /// point that covers this part of it is as good an explanation as one that covers all.
    /// </summary>
    internal const double NamedPart = 1.0 / 3;

    /// <summary>How much "not marked" counts against a point that refers there: a quick drawing is hardly a statement.</summary>
    internal const double SilenceCounts = 0.25;

    /// <summary>How much "free of pain" counts against a point that refers there.</summary>
    internal const double PainFreeCounts = 0.95;

    /// <summary>The largest part of a point's prior that its keys together may bring about; at least as many arise by themselves.</summary>
    internal const double MostKeyedShare = 0.5;

    /// <summary>A brush that strayed over a region says less than this about it, and that is not worth a witness.</summary>
    internal const double LeastWeight = 0.05;

    /// <summary>
    /// A point that fewer people feel somewhere is not referred there: such frequencies are the soft edges of strokes, not something that anybody
    /// has seen. No zone has this very frequency.
    /// </summary>
    internal const double LeastLink = 0.055;

    /// <summary>
    /// From this frequency on a drawing speaks about a point: the chains that lead to it are taken into account. No zone has this very frequency,
    /// so that a last binary digit does not decide it on one side and not on the other.
    /// </summary>
    internal const double Touching = 0.085;

    /// <summary>When points account for less than this share of the marked pain, another cause is twice as likely, and the pain is called probably not muscular.</summary>
    internal const double MuscularShare = 1.0 / 3;

    /// <summary>
    /// Of the likelihood that the best points could gain over other causes, on a logarithmic scale, they must gain this part; below it the pain is
    /// called probably not muscular. A point felt by one in twelve in all that is marked gains about so much.
    /// </summary>
    internal const double MuscularFit = 0.45;

    /// <summary>A point that fewer people feel in a region is not named on the page of that region; most of it is the soft edge of a stroke.</summary>
    internal const double WorthNaming = 0.1;

    /// <summary>An explained region with a smaller share is not worth showing.</summary>
    internal const double LeastShare = 0.01;

    /// <summary>A key that set a point off with a smaller probability is a story, not an explanation.</summary>
    internal const double LeastKeyProbability = 0.005;

    /// <summary>
    /// A key that set the point off in a smaller share of the cases in which the point is active is not worth the detour. The bar is low on
    /// purpose: the best supported relation, lower to upper trapezius, starts at 3 %, because the key has been counted so rarely.
    /// </summary>
    internal const double LeastKeyShare = 0.015;

    /// <summary>Upper back, neck, head: chains longer than three points, the last included, have no support.</summary>
    internal const int MostKeys = 2;

    /// <summary>
    /// How many independent points a muscle of several behaves like. Studies count muscles with at least one active point. Were the
    /// points independent, each would take a small part of that; were they always active together, the whole. The truth lies between.
    /// </summary>
    /// <param name="count">Points of the muscle, at least 1.</param>
    internal static double IndependentPoints(int count) => Math.Sqrt(count);

    /// <summary>
    /// That an active key muscle sets off at least one point of the satellite muscle. The order follows the evidence, the sizes are ours:
    /// releasing a key is said to quiet most of its satellites, but not every key has got some.
    /// </summary>
    internal static double Strength(ChainStrength strength) => strength switch
    {
        ChainStrength.Tested => 0.5,
        ChainStrength.Observed => 0.35,
        ChainStrength.CoActive => 0.2,
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// The certainty of a mark. What speaks for a full mark is a likelihood ratio; a partial or weak one is that ratio to a power below 1: a
    /// sliver touched by the brush says next to nothing, the weakest pain half as much as the strongest.
    /// </summary>
    /// <param name="weight">How much of a statement about the region the mark is, 0 … 1.</param>
    /// <param name="intensity">Mean intensity of the painted part, above 0, at most 1.</param>
    internal static double Certainty(double weight, double intensity) =>
        -LogSpace.ExpM1(weight * ((1 + intensity) / 2) * LogSpace.Log1P(-FullCertainty));
}
