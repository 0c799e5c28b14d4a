using Unknot.Inference.Numerics;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Learning;

/// <summary>
/// How far a practice's press tests of one muscle move the log odds of its prior: δ in logit(pᵢ) + δ, where pᵢ is what the engine said before
/// press i, given that the outcome shows the state of the point no better than a therapist's thumb does.
/// </summary>
/// <remarks>
/// Because a thumb errs, the likelihood of δ may have several peaks, and Newton's method could stop at any of them. In one dimension the whole
/// posterior is cheap instead. Its mean never falls with a confirmation and never rises with a refutation, whatever the prior: each likelihood
/// is monotone in δ. Relative to an exact integral the error is below 1e-4 up to ten thousand press tests.
/// </remarks>
internal static class Correction
{
    /// <summary>The largest correction either way; the prior is cut off there, so that every result stays within.</summary>
    internal static readonly double Bound = Math.Log(PracticePriors.MostOddsFactor);

    private const int Intervals = 1024;

    /// <param name="presses">Any number, any order.</param>
    /// <param name="spread">Standard deviation of δ before the first press, above 0.</param>
    internal static (double Mean, LogOddsRange Range) Of(IEnumerable<TherapistPress> presses, double spread)
    {
        // In a fixed order, because the last digit of a sum depends on it.
        var groups = presses
            .GroupBy(press => (press.Probability, press.Outcome))
            .OrderBy(group => group.Key.Probability)
            .ThenBy(group => group.Key.Outcome)
            .Select(group => (group.Key.Probability, Extra: Likelihoods.PressRatio(group.Key.Outcome, Presser.Therapist) - 1, Count: group.Count()))
            .ToArray();
        var weights = new double[Intervals + 1];
        for (var node = 0; node <= Intervals; node++)
        {
            var delta = DeltaOf(node);
            var factor = Math.Exp(delta);
            var sum = -delta * delta / (2 * spread * spread);
            foreach (var (probability, extra, count) in groups)
            {
                var active = probability * factor / (1 - probability + (probability * factor));
                sum += count * LogSpace.Log1P(active * extra);
            }

            weights[node] = sum;
        }

        var largest = weights.Max();
        for (var node = 0; node <= Intervals; node++)
        {
            // The two ends bound half a cell each.
            weights[node] = Math.Exp(weights[node] - largest) * (node is 0 or Intervals ? 0.5 : 1);
        }

        return (groups.Length == 0 ? 0 : MeanOf(weights), new LogOddsRange(Quantile(weights, 0.1), Quantile(weights, 0.9)));
    }

    private static double DeltaOf(double node) => Bound * ((2 * node / Intervals) - 1);

    private static double MeanOf(double[] weights)
    {
        var total = 0.0;
        var moment = 0.0;
        for (var node = 0; node < weights.Length; node++)
        {
            total += weights[node];
            moment += weights[node] * DeltaOf(node);
        }

        return moment / total;
    }

    /// <summary>Each node stands for the cell half-way to its neighbours, evenly filled.</summary>
    private static double Quantile(double[] weights, double share)
    {
        var left = share * weights.Sum();
        for (var node = 0; node < weights.Length; node++)
        {
            if (left <= weights[node])
            {
                var start = Math.Max(0, node - 0.5);
                var end = Math.Min(Intervals, node + 0.5);
                return DeltaOf(start + ((end - start) * left / weights[node]));
            }

            left -= weights[node];
        }

        return Bound;
    }
}
