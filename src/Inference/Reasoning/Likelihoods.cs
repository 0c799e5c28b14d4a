using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using Unknot.Atlas;
using Unknot.Inference.Numerics;

namespace Unknot.Inference.Reasoning;

/// <summary>
/// The numbers for evidence beside the drawing: press tests, answers, causes, words for the pain, and how unsure the figures are. No study
/// gives most of them. Each says where it comes from: "study" with what was read, "memory" for a figure of the literature that was not read
/// again, "own" for our estimate. Change one, raise <see cref="Assumptions.ModelVersion"/>. See <c>docs/decisions/0013</c>.
/// </summary>
internal static class Likelihoods
{
    /// <summary>
    /// Standard deviation, in log odds, of a number that is our own guess: one in three such guesses is off by more than a factor of 1.6 of the odds. Own.
    /// </summary>
    internal const double EstimateSpread = 0.5;

    /// <summary>
    /// The same for the leak and for the rate of complaints, which scale everything: they may well be twice as large or half of it. Own.
    /// </summary>
    internal const double ScaleSpread = 0.7;

    /// <summary>
    /// The same for the share of a muscle that nobody counted: the 300 pooled shares of the atlas have a spread of 0.57 among each other, and
    /// the typical one is itself known to 0.7. Own.
    /// </summary>
    internal const double UnpublishedSpread = 0.8;

    /// <summary>
    /// The share of nerve pain in pain that is not muscular. Study: 3 to 17 % of all people have lasting pain with signs of it (van Hecke 2014, a
    /// review; abstract), of the one in four (memory) who have lasting pain at all; 37 % of people with lasting low back pain (meta-analysis, cited in
    /// the ISSLS textbook). The round number between is ours.
    /// </summary>
    internal const double NerveShare = 0.3;

    /// <summary>
    /// The causes of one muscle together move the odds by no more than this factor, up or down: they are reported together (desk, phone,
    /// stress) and are no independent witnesses. Own.
    /// </summary>
    internal const double MostFromCauses = 3;

    /// <summary>80 % of a normal distribution lies within so many standard deviations.</summary>
    internal const double Deviations80 = 1.2816;

    private const double CommonSymptom = 0.15;
    private const double CommonCause = 0.15;

    /// <summary>
    /// How many people with pain have a symptom for any other reason. Study unless it says otherwise; the question asks about now, most surveys
    /// about a year, so that a figure is rather rounded down.
    /// </summary>
    private static readonly FrozenDictionary<SymptomId, double> Symptoms = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["poor-sleep"] = 0.4, // 42 % of 1016 with lasting neck or back pain (Artner 2013), 45 % with lasting pain in primary care (Jank 2017)
        ["headache-band"] = 0.3, // 42 % of adults have tension-type headache (quoted in Palacios-Ceña 2017), not all of them often
        ["heartburn"] = 0.3, // 31 % in the past week of 71 812 (Almario 2018), as the next five
        ["bloating"] = 0.2,
        ["loose-bowels"] = 0.2,
        ["constipated"] = 0.2,
        ["nausea"] = 0.1,
        ["swallowing"] = 0.06,
        ["dizziness"] = 0.2, // 23 % in a year of 4869 (Neuhauser 2008), 15 % of 21 782 (survey of 2008 in the USA)
        ["unsteadiness"] = 0.1, // 9 %, the same American survey
        ["ringing-ear"] = 0.15, // 26 % of 4942, annoying in 10 % (Gutenberg study 2023); 16 to 19 % (British study 1981)
        ["calf-cramp"] = 0.25, // memory: a quarter to a third of adults have cramps at night at times
        ["stiff-neck"] = 0.25, // 30 to 50 % have neck pain in a year (Ribeiro 2018); how many are stiff is our estimate
    }.ToFrozenDictionary(pair => SymptomId.Parse(pair.Key, null), pair => pair.Value);

    /// <summary>How many people with pain say that a cause applies; those that are common. Own, all of them.</summary>
    private static readonly FrozenDictionary<CauseId, double> Causes = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["long-sitting"] = 0.5,
        ["desk-work"] = 0.4,
        ["stress"] = 0.4,
        ["typing"] = 0.4,
        ["looking-down"] = 0.4,
        ["no-stretching"] = 0.4,
        ["no-stretching-after-activity"] = 0.4,
        ["crossed-legs"] = 0.4,
        ["poor-sleep"] = 0.4,
        ["driving"] = 0.3,
        ["forward-head"] = 0.3,
        ["rounded-shoulders"] = 0.3,
        ["little-movement"] = 0.3,
        ["poor-arm-support"] = 0.3,
        ["sleeping-posture"] = 0.25,
        ["one-sided-bag"] = 0.25,
        ["clenching"] = 0.25,
        ["surgery-scar"] = 0.2,
        ["lifting"] = 0.2,
        ["sudden-overload"] = 0.2,
    }.ToFrozenDictionary(pair => CauseId.Parse(pair.Key, null), pair => pair.Value);

    /// <summary>
    /// What pressing a point brings, given its state.
    /// <para>
    /// A therapist's figures reproduce how well two of them agree. Study: pooled kappa 0.45 for points, 0.58 for pain recognition (Rathbone 2017;
    /// abstract). Two who err independently, with two in five muscles active, agree with kappa 0.47 by these figures. Errors that go together would
    /// mean worse figures, so the lower end was taken. A small study of experts found far better agreement (Mayoral del Moral 2018).
    /// </para>
    /// <para>
    /// A person's own are set so that two such would agree with kappa 0.25. Study: 0.22 between untrained examiners, 0.35 and 0.47 between a
    /// trained and an untrained one (Myburgh 2011, upper trapezius). They miss the place more often, but know their pain.
    /// </para>
    /// <para>
    /// "Only tender" in a point that is not active: a latent point, or a firm thumb beside a sore place. Study: 72 % of 242 healthy people had a
    /// latent point somewhere (2016), 13 to 30 % in a given calf or trapezius (220 healthy, strict criteria), half of them in the shoulder girdle
    /// (Sola 1955). So it says the least of the three. The split of what is left is own.
    /// </para>
    /// </summary>
    internal static double Press(PressOutcome outcome, Presser by, bool active) => (outcome, by, active) switch
    {
        (PressOutcome.MyPain, Presser.Therapist, true) => 0.80,
        (PressOutcome.OnlyTender, Presser.Therapist, true) => 0.12,
        (PressOutcome.Nothing, Presser.Therapist, true) => 0.08,
        (PressOutcome.MyPain, Presser.Therapist, false) => 0.12,
        (PressOutcome.OnlyTender, Presser.Therapist, false) => 0.42,
        (PressOutcome.Nothing, Presser.Therapist, false) => 0.46,
        (PressOutcome.MyPain, Presser.Self, true) => 0.68,
        (PressOutcome.OnlyTender, Presser.Self, true) => 0.20,
        (PressOutcome.Nothing, Presser.Self, true) => 0.12,
        (PressOutcome.MyPain, Presser.Self, false) => 0.18,
        (PressOutcome.OnlyTender, Presser.Self, false) => 0.40,
        (PressOutcome.Nothing, Presser.Self, false) => 0.42,
        _ => throw new UnreachableException(),
    };

    /// <summary>How many times likelier an outcome is when the point is active.</summary>
    internal static double PressRatio(PressOutcome outcome, Presser by) => Press(outcome, by, active: true) / Press(outcome, by, active: false);

    /// <summary>
    /// That an active point of the muscle by itself brings the symptom about, or a yes: a weight of the noisy-OR. The steps follow the frequencies of
    /// zones, which are taught in the same words: essential four in five, spillover three in ten. "Often" is less than essential, because an
    /// answer also depends on how the question was understood. Own.
    /// </summary>
    internal static double YesBecauseOf(HowOften frequency) => frequency switch
    {
        HowOften.Often => 0.6,
        HowOften.Sometimes => 0.3,
        HowOften.Rarely => 0.1,
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// How often people with pain say yes to a question although no muscle that it speaks for has an active point. Most things that hurt, hurt more
    /// when moved, whatever the cause; a test with a clear end ("does it reach?") is passed more often than a memory of pain is denied. Own.
    /// </summary>
    internal static double YesAnyway(QuestionKind kind) => kind switch
    {
        QuestionKind.Movement => 0.3,
        QuestionKind.Posture => 0.25,
        QuestionKind.Test => 0.2,
        _ => throw new UnreachableException(),
    };

    /// <summary>The same for a symptom: counted ones have their share, the others about one in seven of people with pain. The latter own.</summary>
    internal static double YesAnyway(SymptomId symptom) => Symptoms.GetValueOrDefault(symptom, CommonSymptom);

    /// <summary>The probability of a yes by either way.</summary>
    /// <param name="because">By a point, 0 … 1.</param>
    /// <param name="anyway">For any other reason, 0 … 1.</param>
    internal static double Yes(double because, double anyway) => 1 - ((1 - because) * (1 - anyway));

    /// <summary>How many people with pain say that a cause applies.</summary>
    internal static double BaseRate(CauseId cause) => Causes.GetValueOrDefault(cause, CommonCause);

    /// <summary>
    /// The factor of a point's odds when a cause of its muscle applies or does not. Points are this many times likelier with the cause than without:
    /// 2 when it sets them off, 1.5 when it keeps them alive, 2.5 when it does both. No study gives these; habits and
    /// work rarely do more for pain of neck or back (memory). The factors are spread about 1 so that over all people the prior stays what it was: a cause that few have says
    /// more when it applies, one that most have when it does not. Own.
    /// </summary>
    /// <param name="role">What the muscle lists it as.</param>
    /// <param name="baseRate">How many people say that it applies, 0 … 1.</param>
    /// <param name="applies">What the person says.</param>
    internal static double CauseFactor(CauseRole role, double baseRate, bool applies)
    {
        var ratio = role switch
        {
            CauseRole.SetsOff => 2,
            CauseRole.KeepsAlive => 1.5,
            CauseRole.Both => 2.5,
            _ => throw new UnreachableException(),
        };
        return (applies ? ratio : 1) / (1 + (baseRate * (ratio - 1)));
    }

    /// <summary>The product of the factors of several causes, held within <see cref="MostFromCauses"/>.</summary>
    /// <param name="logFactors">Their natural logarithms; any number.</param>
    /// <returns>The logarithm of the factor that counts.</returns>
    internal static double CausesTogether(IEnumerable<double> logFactors) =>
        Math.Clamp(logFactors.Sum(), -Math.Log(MostFromCauses), Math.Log(MostFromCauses));

    /// <summary>
    /// The factor of the leak's odds, given how the pain feels: how much oftener people whose pain is not muscular use these words. Words of one
    /// kind are no independent witnesses ("tingling" comes with "numb"): their logarithms add up as squares do, as shares do in the priors.
    /// </summary>
    /// <param name="qualities">Any number; each counts once.</param>
    /// <returns>1 for none; between 0.65 and 3.5 for whatever is said.</returns>
    internal static double LeakFactor(IEnumerable<PainQuality> qualities)
    {
        var logs = qualities.Distinct().Select(quality => Math.Log(LeakFactor(quality))).ToList();
        return Math.Exp(Length(logs.Where(log => log > 0)) - Length(logs.Where(log => log < 0)));
    }

    /// <summary>
    /// The same for one word. A word of nerve pain is used by people with nerve pain r times as often as by others; these are
    /// <see cref="NerveShare"/> of the leak, so the factor is 1 + 0.3 (r − 1). Study for which words: the screening questionnaires (DN4, LANSS,
    /// ID Pain, painDETECT, NPQ) ask for tingling, burning and electric shocks, most of them for numbness, one for itching; of 90 people with
    /// a slipped disc 94 % said numb, then sudden attacks and tingling, fewer burning (Hasvik 2022; abstract). Memory for r: in their
    /// validation two to four times as many said yes; we take 4 electric, 3.5 tingling and numb, 2.5 burning and shooting, 2 itching.
    /// Study: words of muscle pain say little against a nerve; aching was the strongest word for a slipped disc, too (Hasvik 2022). Own sizes.
    /// </summary>
    internal static double LeakFactor(PainQuality quality) => quality switch
    {
        PainQuality.Electric => 1.9,
        PainQuality.Tingling or PainQuality.Numb => 1.75,
        PainQuality.Burning or PainQuality.Shooting => 1.45,
        PainQuality.Itching => 1.3,
        // Inflamed joints and vessels throb; weakness without pain belongs to nerves and tendons at least as much as to muscles.
        PainQuality.Throbbing or PainQuality.Weak => 1.2,
        PainQuality.Stabbing => 1.15,
        PainQuality.Sharp => 1.1,
        // Organs cramp like muscles, and referred pain radiates like that of a root.
        PainQuality.Cramping or PainQuality.Radiating => 1,
        PainQuality.Pressing => 0.95,
        PainQuality.Aching or PainQuality.Deep or PainQuality.Heavy or PainQuality.Sore or PainQuality.Stiff => 0.9,
        PainQuality.Dull or PainQuality.Pulling or PainQuality.Tight => 0.85,
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// How unsure a muscle's prior is: the standard deviation of its log odds, of which the central 80 % are the published range. Several
    /// complaints count by their squares.
    /// </summary>
    /// <param name="counted">What was counted of the muscle; may be empty.</param>
    internal static double ShareSpread(ImmutableArray<Prevalence> counted) =>
        counted.IsEmpty ? UnpublishedSpread : Math.Sqrt(counted.Average(prevalence => Math.Pow(ShareSpread(prevalence), 2)));

    /// <summary>The same for one complaint. A range that reaches 0 or 1 is taken to reach 1 or 99 %: no count was as sure as that.</summary>
    internal static double ShareSpread(Prevalence prevalence) =>
        (LogSpace.Logit(Math.Min(prevalence.High, 0.99)) - LogSpace.Logit(Math.Max(prevalence.Low, 0.01))) / (2 * Deviations80);

    /// <summary>
    /// How unsure the frequency of a zone is, likewise. The few counted ones rest on some tens of people (0.3 is the standard error of 53 people at 30 %).
    /// An estimate from what sources say keeps "nearly everyone" and "some" apart: 80 % means 65 to 90 %, 30 % means 17 to 48 %. Without any source
    /// they touch: 53 to 94 %, 11 to 61 %. Own.
    /// </summary>
    internal static double FrequencySpread(EvidenceGrade grade) => grade switch
    {
        EvidenceGrade.Trial or EvidenceGrade.Study => 0.3,
        EvidenceGrade.Expert => 0.5,
        EvidenceGrade.Derived => 0.6,
        EvidenceGrade.Unsourced => 1,
        _ => throw new UnreachableException(),
    };

    /// <summary>
    /// A probability moved by its uncertainty. One draw for one figure of the atlas: a muscle's prior is wrong on both sides in the same way,
    /// and so is a zone for all regions that it reaches.
    /// </summary>
    /// <param name="probability">0 … 1; both ends stay where they are.</param>
    /// <param name="spread">Standard deviation of its log odds, at least 0.</param>
    /// <param name="normal">Drawn from the standard normal distribution.</param>
    internal static double Moved(double probability, double spread, double normal) =>
        LogSpace.Logistic(LogSpace.Logit(probability) + (spread * normal));

    private static double Length(IEnumerable<double> logs) => Math.Sqrt(logs.Sum(log => log * log));
}

/// <summary>Who presses.</summary>
internal enum Presser
{
    /// <summary>The person, at home.</summary>
    Self,

    /// <summary>A trained therapist.</summary>
    Therapist,
}

/// <summary>What a muscle lists a cause as.</summary>
internal enum CauseRole
{
    /// <summary>It sets the points off.</summary>
    SetsOff,

    /// <summary>It keeps them alive.</summary>
    KeepsAlive,

    /// <summary>It is in both lists.</summary>
    Both,
}
