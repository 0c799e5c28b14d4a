using System.Collections.Frozen;
using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Learning;

/// <summary>
/// What a practice has learned from press tests: for each muscle a correction of the published prior, and the counts beside the published
/// shares. Immutable. Nothing uses it unless it is asked to. <c>docs/decisions/0012</c> says why it is a correction and not a share.
/// </summary>
public sealed class PracticePriors
{
    /// <summary>No practice moves the prior odds of a muscle by more than this factor, up or down.</summary>
    public const double MostOddsFactor = 4;

    private readonly FrozenDictionary<MuscleId, PracticeShare> shares;

    private PracticePriors(ImmutableArray<PracticeShare> all)
    {
        shares = all.ToFrozenDictionary(share => share.Muscle);
        Pressed = [.. all.Where(share => share.Counts.Total > 0)];
    }

    /// <summary>The muscles with at least one press test, in the order of the atlas.</summary>
    public ImmutableArray<PracticeShare> Pressed { get; }

    /// <param name="atlas">Whose priors are corrected.</param>
    /// <param name="presses">
    /// Press tests that were done because the engine suggested them, all of them whatever came out, one for each point and visit; any order.
    /// </param>
    /// <exception cref="ArgumentException">The atlas does not have a muscle; a retired id must be replaced by its heir before.</exception>
    public static PracticePriors Learn(AtlasData atlas, IEnumerable<TherapistPress> presses)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        ArgumentNullException.ThrowIfNull(presses);
        var byMuscle = presses.ToLookup(press => press.Muscle);
        var unknown = byMuscle.Select(group => group.Key).Where(muscle => !atlas.TryGetMuscle(muscle, out _)).ToList();
        if (unknown.Count > 0)
        {
            throw new ArgumentException($"The atlas has no muscle {string.Join(", ", unknown.Select(muscle => muscle.ToString()).Order(StringComparer.Ordinal))}.", nameof(presses));
        }

        return new PracticePriors([.. atlas.Muscles.Select(muscle => Of(muscle.Id, atlas.PrevalenceOf(muscle.Id), [.. byMuscle[muscle.Id]]))]);
    }

    /// <summary>What is published and what was found, apart.</summary>
    /// <exception cref="KeyNotFoundException">The atlas has no such muscle.</exception>
    public PracticeShare Of(MuscleId muscle) => shares[muscle];

    /// <summary>What to add to the log odds of the prior of each of the muscle's points: within ± ln <see cref="MostOddsFactor"/>, 0 when nothing was pressed.</summary>
    /// <exception cref="KeyNotFoundException">The atlas has no such muscle.</exception>
    public double LogOddsCorrection(MuscleId muscle) => Of(muscle).LogOddsCorrection;

    /// <summary>The same as a factor of the odds: 1/4 … 4, 1 when nothing was pressed.</summary>
    /// <exception cref="KeyNotFoundException">The atlas has no such muscle.</exception>
    public double OddsFactor(MuscleId muscle) => Math.Exp(LogOddsCorrection(muscle));

    private static PracticeShare Of(MuscleId muscle, ImmutableArray<Prevalence> published, ImmutableArray<TherapistPress> presses)
    {
        // A practice is one more population: it may differ from the pooled ones as far as these are unsure of themselves.
        var (mean, range) = Correction.Of(presses, Likelihoods.ShareSpread(published));
        return new PracticeShare
        {
            Muscle = muscle,
            Published = [.. published.Select(PublishedShare.Of)],
            Counts = presses.Aggregate(default(PressCounts), (counts, press) => counts.With(press.Outcome)),
            ExpectedConfirmed = presses.Select(press => press.Probability).Order().Sum(ConfirmedWith),
            LogOddsCorrection = mean,
            Range = range,
        };
    }

    private static double ConfirmedWith(double probability) =>
        (probability * Likelihoods.Press(PressOutcome.MyPain, Presser.Therapist, active: true))
        + ((1 - probability) * Likelihoods.Press(PressOutcome.MyPain, Presser.Therapist, active: false));
}
