namespace Unknot.Inference.Numerics;

/// <summary>Logarithms and probabilities near 0 and 1, where the obvious formulas lose their digits.</summary>
/// <remarks>Relative error at most 1e-15 on the tables in <c>tests/Inference.Tests/Reference</c>.</remarks>
internal static class LogSpace
{
    /// <summary>ln(1 + x).</summary>
    /// <param name="x">−1 … +∞.</param>
    /// <returns>−∞ at −1; NaN below −1 or for NaN.</returns>
    /// <remarks>
    /// The rounding of 1 + x is undone by the factor x / ((1 + x) − 1), in which the same rounding occurs (W. Kahan's device).
    /// </remarks>
    internal static double Log1P(double x)
    {
        var sum = 1 + x;
        if (sum == 1 || double.IsPositiveInfinity(x))
        {
            return x;
        }

        return sum <= 0 ? Math.Log(sum) : Math.Log(sum) * (x / (sum - 1));
    }

    /// <summary>eˣ − 1.</summary>
    /// <param name="x">−∞ … +∞.</param>
    /// <returns>−1 … +∞; NaN for NaN.</returns>
    internal static double ExpM1(double x)
    {
        // Far from 0 nothing cancels, and the logarithm below would overflow or vanish.
        if (Math.Abs(x) > 1)
        {
            return Math.Exp(x) - 1;
        }

        var power = Math.Exp(x);
        return power == 1 ? x : (power - 1) * (x / Math.Log(power));
    }

    /// <summary>The log odds ln(p / (1 − p)).</summary>
    /// <param name="probability">0 … 1.</param>
    /// <returns>−∞ at 0, +∞ at 1; NaN outside.</returns>
    internal static double Logit(double probability) => Math.Log(probability) - Log1P(-probability);

    /// <summary>The probability with the given log odds, 1 / (1 + e⁻ˣ).</summary>
    /// <param name="logOdds">−∞ … +∞.</param>
    /// <returns>0 … 1; NaN for NaN.</returns>
    internal static double Logistic(double logOdds)
    {
        // Only powers of e below 1 are formed, so that small results keep all their digits and nothing overflows.
        var power = Math.Exp(-Math.Abs(logOdds));
        return logOdds >= 0 ? 1 / (1 + power) : power / (1 + power);
    }
}
