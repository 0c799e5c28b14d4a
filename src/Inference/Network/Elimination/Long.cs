namespace Unknot.Inference.Network.Elimination;

/// <summary>
/// A number of twice the usual length, the sum of a high part and a low one that is at most half of its last place. Signed sums that lose
/// most digits of a plain number keep a good dozen here.
/// </summary>
/// <remarks>Sums and products without error after D. E. Knuth (1969) and T. J. Dekker (1971). Relative error of an operation at most 2⁻¹⁰⁰.</remarks>
internal readonly record struct Long(double High, double Low) : IScalar<Long>
{
    public double First => High + Low;

    public static int Lanes => 1;

    public static Long Of(ReadOnlySpan<double> lanes) => new(lanes[0], 0);

    public static Long From(double value) => new(value, 0);

    public static Long operator +(Long a, Long b)
    {
        var (sum, left) = Sum(a.High, b.High);
        var (lows, lost) = Sum(a.Low, b.Low);
        var (high, low) = Tidy(sum, left + lows);
        return Tidy(high, low + lost);
    }

    public static Long operator -(Long a, Long b) => a + new Long(-b.High, -b.Low);

    public static Long operator *(Long a, Long b)
    {
        var product = a.High * b.High;
        return Tidy(product, Math.FusedMultiplyAdd(a.High, b.High, -product) + ((a.High * b.Low) + (a.Low * b.High)));
    }

    public static Long operator /(Long a, Long b)
    {
        var first = a.High / b.High;
        var left = a - (From(first) * b);
        var second = left.High / b.High;
        var third = (left - (From(second) * b)).High / b.High;
        var (high, low) = Tidy(first, second);
        return Tidy(high, low + third);
    }

    private static (double Total, double Left) Sum(double a, double b)
    {
        var sum = a + b;
        var part = sum - a;
        return (sum, (a - (sum - part)) + (b - part));
    }

    private static Long Tidy(double high, double low)
    {
        var sum = high + low;
        return new(sum, low - (sum - high));
    }
}
