using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Network;
using Unknot.Inference.Numerics;

namespace Unknot.Inference.Reasoning;

/// <summary>
/// What to ask or to press next: that from which most is to be learned, for its effort, about which points to treat. All answers of all candidates
/// are gone through: what the network would say after each, weighed by how likely the answer is.
/// </summary>
internal sealed class NextQuestion(AtlasData atlas, ReferralMap map, ChainNetwork chains, AnswerTables answers)
{
    /// <summary>Points that nobody would treat, or that everybody would, are not asked about.</summary>
    private const double LeastInDoubt = 0.02;

    private const int MostPointsInDoubt = 16;
    private const int MostPresses = 10;
    private const int MostQuestions = 12;
    private const int MostSymptoms = 6;
    private const int MostCauses = 4;

    /// <summary>Table entries from which on only the most promising are tried.</summary>
    private const double LargeWork = 1 << 15;

    /// <summary>Bits for the effort of one plain question below which asking on is not worth it.</summary>
    private const double LeastGain = 0.03;

    /// <summary>From this probability on a point is worth checking first; the same bar as in the words for it.</summary>
    private const double Sure = 0.35;

    /// <summary>A second suggestion must be worth this part of the first.</summary>
    private const double WorthASecond = 0.5;

    /// <summary>More answers than this in one sitting tire.</summary>
    private const int MostAnswers = 10;

    /// <summary>So large a weight makes a point active for certain, and is far from overflow.</summary>
    private const double Certain = 60;

    internal NextSteps After(CaseEvidence told, Observations solved, Posterior posterior, Ranking ranking)
    {
        var inquiry = told.Inquiry;
        if (ranking.ProbablyNotMuscular)
        {
            return new NextSteps { Suggestions = [], Stop = StopReason.NotMuscular };
        }

        if (inquiry.Presses.Length + inquiry.Questions.Length + inquiry.Symptoms.Length + inquiry.Causes.Length >= MostAnswers)
        {
            return new NextSteps { Suggestions = [], Stop = StopReason.EnoughAsked };
        }

        ImmutableArray<int> inDoubt =
        [
            .. Enumerable.Range(0, map.Points.Length)
                .Where(point => posterior.ActiveOf(point) is >= LeastInDoubt and <= 1 - LeastInDoubt)
                .OrderByDescending(point => Math.Round(posterior.ActiveOf(point), 12))
                .Take(MostPointsInDoubt),
        ];
        var trials = Trials(inquiry, posterior, inDoubt, posterior.Work > LargeWork ? 0.3 : 1).ToList();
        if (inDoubt.Length < 2)
        {
            return new NextSteps { Suggestions = [], Stop = EndOf(ranking) };
        }

        var numbers = CaseNumbers.Of(chains.Network, solved);
        var (active, logs) = ExactInference.SolveAll(
            chains.Network, solved, [.. trials.Select(trial => numbers with { LogWeights = trial.Weighed(numbers.LogWeights) })]);
        var best = trials
            .Select((trial, i) => trial.Suggestion with { Gain = Gain(trial, Math.Exp(logs[i] - posterior.LogEvidence), active[i], posterior, inDoubt) })
            .Where(suggestion => suggestion.Gain >= LeastGain * suggestion.Cost)
            .OrderByDescending(suggestion => Math.Round(suggestion.Gain / suggestion.Cost, 9))
            .ThenBy(suggestion => suggestion.ToString(), StringComparer.Ordinal)
            .ToList();
        return best.Count == 0
            ? new NextSteps { Suggestions = [], Stop = EndOf(ranking) }
            : new NextSteps { Suggestions = [best[0], .. SecondAfter(best)], Stop = null };
    }

    private static StopReason EndOf(Ranking ranking) => ranking.Results[0].Probability >= Sure ? StopReason.SureEnough : StopReason.NothingToLearn;

    /// <summary>At most one, that is worth asking together with the first and about something else.</summary>
    private IEnumerable<Suggestion> SecondAfter(List<Suggestion> best)
    {
        var least = WorthASecond * best[0].Gain / best[0].Cost;
        return best.Skip(1).Where(other => other.Gain / other.Cost >= least && !IsAboutTheSame(best[0], other)).Take(1);
    }

    private bool IsAboutTheSame(Suggestion one, Suggestion other) => (one, other) switch
    {
        (Suggestion.Press a, Suggestion.Press b) => atlas.Point(a.Point.Point).Muscle == atlas.Point(b.Point.Point).Muscle && a.Point.Side == b.Point.Side,
        (Suggestion.Ask a, Suggestion.Ask b) => a.Question == b.Question,
        (Suggestion.Notice a, Suggestion.Notice b) => a.Symptom == b.Symptom,
        _ => false,
    };

    /// <param name="part">How many of each kind are tried, as a part of the most.</param>
    private IEnumerable<Trial> Trials(Inquiry inquiry, Posterior posterior, ImmutableArray<int> inDoubt, double part)
    {
        // Who could not answer some will not answer the next as surely: each costs more tries, and what can be pressed comes sooner.
        var triesPerPress = Tries(inquiry.Presses.Length, inquiry.Unanswered.Presses.Length);
        var triesPerAnswer = Tries(
            inquiry.Questions.Length + inquiry.Symptoms.Length + inquiry.Causes.Length,
            inquiry.Unanswered.Questions.Length + inquiry.Unanswered.Symptoms.Length + inquiry.Unanswered.Causes.Length);
        var pressed = inquiry.Presses.Select(answer => answer.Point).Concat(inquiry.Unanswered.Presses).ToHashSet();
        foreach (var point in inDoubt.Where(point => !pressed.Contains(map.Points[point]) && EffortOf(point) is not null).Take((int)(part * MostPresses)))
        {
            yield return new Trial.OfPress(point, new Suggestion.Press(map.Points[point]) { Gain = 0, Cost = triesPerPress * EffortOf(point) ?? 0 });
        }

        var muscles = inDoubt.Select(point => atlas.Point(map.Points[point].Point).Muscle).Distinct().ToList();
        var asked = inquiry.Questions.Select(answer => answer.Question).Concat(inquiry.Unanswered.Questions).ToHashSet();
        var questions = muscles.SelectMany(muscle => muscle.Tests).Select(test => test.Question).Distinct().Where(question => !asked.Contains(question))
            .Select(question => (question, Side: SideOf(side => answers.LinksOf(question, side), posterior)))
            .Select(item => (item.question, item.Side, Links: answers.LinksOf(item.question, item.Side)));
        foreach (var (question, side, links) in MostTelling(questions, item => item.Links, posterior, (int)(part * MostQuestions)))
        {
            var cost = triesPerAnswer * (atlas.Question(question).Kind == QuestionKind.Test ? 1.5 : 1);
            yield return new Trial.OfAnswer(links, answers.AnywayOf(question), new Suggestion.Ask(question, side) { Gain = 0, Cost = cost });
        }

        var noticed = inquiry.Symptoms.Select(answer => answer.Symptom).Concat(inquiry.Unanswered.Symptoms).ToHashSet();
        var symptoms = muscles.SelectMany(muscle => muscle.Signs).Select(sign => sign.Symptom).Distinct().Where(symptom => !noticed.Contains(symptom))
            .Select(symptom => (symptom, Side: SideOf(side => answers.LinksOf(symptom, side), posterior)))
            .Select(item => (item.symptom, item.Side, Links: answers.LinksOf(item.symptom, item.Side)));
        foreach (var (symptom, side, links) in MostTelling(symptoms, item => item.Links, posterior, (int)(part * MostSymptoms)))
        {
            yield return new Trial.OfAnswer(links, Likelihoods.YesAnyway(symptom), new Suggestion.Notice(symptom, side) { Gain = 0, Cost = triesPerAnswer });
        }

        var recalled = inquiry.Causes.Select(answer => answer.Cause).Concat(inquiry.Unanswered.Causes).ToHashSet();
        var causes = muscles.SelectMany(muscle => muscle.Causes).Distinct().Where(cause => !recalled.Contains(cause));
        foreach (var cause in MostTelling(causes, cause => [.. answers.RolesOf(cause).Select(item => new Link(item.Point, 1))], posterior, (int)(part * MostCauses)))
        {
            yield return new Trial.OfCause(answers.RolesOf(cause), chains.Network.Priors, Likelihoods.BaseRate(cause), new Suggestion.Recall(cause) { Gain = 0, Cost = triesPerAnswer });
        }
    }

    /// <summary>
    /// How many have to be asked for one answer: the inverse of the expected share of answers, of which two are taken as given before
    /// anything is known. A choice of ours, no measured rate.
    /// </summary>
    private static double Tries(int answered, int unanswered) => (answered + unanswered + 2) / (answered + 2.0);

    /// <summary>How hard it is to press a point oneself; null for one that only a therapist should press.</summary>
    private double? EffortOf(int point) => atlas.Point(map.Points[point].Point).Muscle.Treatment.By switch
    {
        TreatedBy.Self => 2,
        TreatedBy.SelfLightly => 2.5,
        _ => null,
    };

    /// <summary>The side that the question is about, both when the points in question are on both.</summary>
    private static Side SideOf(Func<Side, ImmutableArray<Link>> linksOn, Posterior posterior)
    {
        var (left, right) = (MassOf(linksOn(Side.Left), posterior), MassOf(linksOn(Side.Right), posterior));
        return left > 2 * right ? Side.Left : right > 2 * left ? Side.Right : Side.Midline;
    }

    private static double MassOf(ImmutableArray<Link> links, Posterior posterior) => links.Sum(link => link.Weight * posterior.ActiveOf(link.Node));

    private static IEnumerable<TItem> MostTelling<TItem>(IEnumerable<TItem> items, Func<TItem, ImmutableArray<Link>> linksOf, Posterior posterior, int count) =>
        items.OrderByDescending(item => Math.Round(linksOf(item).Sum(link => link.Weight * posterior.ActiveOf(link.Node) * (1 - posterior.ActiveOf(link.Node))), 12)).Take(count);

    /// <summary>
    /// The information, in bits, that the answer is expected to give about which of the points in doubt it is: how far the points' shares of
    /// what is in doubt move (the mean Kullback–Leibler divergence). An answer that makes all of them likelier alike says nothing about that.
    /// </summary>
    private static double Gain(Trial trial, double ratio, double[] after, Posterior posterior, ImmutableArray<int> inDoubt)
    {
        var totalNow = inDoubt.Sum(posterior.ActiveOf);
        var perPoint = inDoubt.Select(point => trial.Outcomes(ratio, posterior.ActiveOf(point), after[point])).ToList();
        var gain = 0.0;
        for (var outcome = 0; outcome < perPoint[0].Length; outcome++)
        {
            var total = perPoint.Sum(outcomes => outcomes[outcome].Active);
            for (var i = 0; i < inDoubt.Length; i++)
            {
                var (probability, active) = perPoint[i][outcome];
                gain += active > 0 ? probability * active / total * Math.Log2(active / total / (posterior.ActiveOf(inDoubt[i]) / totalNow)) : 0;
            }
        }

        return Math.Max(gain, 0);
    }

    /// <summary>A case that is solved to see what an answer would tell.</summary>
    private abstract class Trial(Suggestion suggestion)
    {
        internal Suggestion Suggestion { get; } = suggestion;

        /// <summary>The weights of the plain evidence in the case.</summary>
        internal abstract double[] Weighed(double[] logWeights);

        /// <summary>The answers with their probabilities, and the probability of a point after each.</summary>
        /// <param name="ratio">Weight of all that is known in the case, over what it is now.</param>
        /// <param name="now">Probability of the point now.</param>
        /// <param name="after">Probability of the point in the case.</param>
        internal abstract (double Probability, double Active)[] Outcomes(double ratio, double now, double after);

        /// <summary>What is left when one answer with its probability is taken out.</summary>
        protected static (double Probability, double Active) Rest(double taken, double now, double after) =>
            taken < 1 ? (1 - taken, Math.Clamp((now - (taken * after)) / (1 - taken), 0, 1)) : (0, now);

        /// <summary>The case that the point is active.</summary>
        internal sealed class OfPress(int point, Suggestion suggestion) : Trial(suggestion)
        {
            internal override double[] Weighed(double[] logWeights)
            {
                var weighed = (double[])logWeights.Clone();
                weighed[point] += Certain;
                return weighed;
            }

            internal override (double Probability, double Active)[] Outcomes(double ratio, double now, double after)
            {
                // The weight of the case is e^60 times the part of the whole in which the point is active.
                var isActive = Math.Min(ratio * Math.Exp(-Certain), 1);
                var (isIdle, idle) = Rest(isActive, now, after);
                return Array.ConvertAll(Enum.GetValues<PressOutcome>(), outcome =>
                {
                    var with = isActive * Likelihoods.Press(outcome, Presser.Self, active: true);
                    var without = isIdle * Likelihoods.Press(outcome, Presser.Self, active: false);
                    return (with + without, ((with * after) + (without * idle)) / (with + without));
                });
            }
        }

        /// <summary>The case that no point brings a yes about.</summary>
        internal sealed class OfAnswer(ImmutableArray<Link> links, double anyway, Suggestion suggestion) : Trial(suggestion)
        {
            internal override double[] Weighed(double[] logWeights)
            {
                var weighed = (double[])logWeights.Clone();
                foreach (var (node, weight) in links)
                {
                    weighed[node] += LogSpace.Log1P(-weight);
                }

                return weighed;
            }

            internal override (double Probability, double Active)[] Outcomes(double ratio, double now, double after)
            {
                var no = Math.Min(ratio * (1 - anyway), 1);
                return [(no, after), Rest(no, now, after)];
            }
        }

        /// <summary>The case that the cause applies.</summary>
        internal sealed class OfCause(
            ImmutableArray<(int Point, CauseRole Role)> roles, ImmutableArray<double> priors, double baseRate, Suggestion suggestion) : Trial(suggestion)
        {
            internal override double[] Weighed(double[] logWeights)
            {
                var weighed = (double[])logWeights.Clone();
                foreach (var (point, role) in roles)
                {
                    weighed[point] += Math.Log(FactorFor(role));
                }

                return weighed;
            }

            internal override (double Probability, double Active)[] Outcomes(double ratio, double now, double after)
            {
                // With factors on the odds the prior weights no longer add up to 1.
                var priorWeight = roles.Sum(item => LogSpace.Log1P(priors[item.Point] * (FactorFor(item.Role) - 1)));
                var yes = Math.Min(ratio * Math.Exp(-priorWeight) * baseRate, 1);
                return [(yes, after), Rest(yes, now, after)];
            }

            private double FactorFor(CauseRole role) => Likelihoods.CauseFactor(role, baseRate, applies: true);
        }
    }
}
