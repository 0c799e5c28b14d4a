using System.Numerics;
using Unknot.Inference.Network.Elimination;

namespace Unknot.Inference.Tests.Network.Elimination;

/// <summary>Against whole numbers of any length: every number here is a whole multiple of 2⁻⁶⁰⁰.</summary>
public sealed class LongTests
{
    private const int Places = 600;

    [Fact]
    public void Sums_err_by_two_to_the_minus_hundred_at_most() => Check((a, b) => (a + b, Exact(a) + Exact(b)));

    [Fact]
    public void Differences_err_by_two_to_the_minus_hundred_at_most() => Check((a, b) => (a - b, Exact(a) - Exact(b)));

    [Fact]
    public void Products_err_by_two_to_the_minus_hundred_at_most() => Check((a, b) => (a * b, (Exact(a) * Exact(b)) >> Places));

    [Fact]
    public void Quotients_err_by_two_to_the_minus_hundred_at_most() => Check((a, b) => (a / b, (Exact(a) << Places) / Exact(b)));

    [Fact]
    public void The_low_part_is_at_most_half_the_last_place_of_the_high_one()
    {
        foreach (var (a, b) in Pairs())
        {
            foreach (var result in (Long[])[a + b, a - b, a * b, a / b])
            {
                Assert.Equal(result.High, result.High + result.Low);
            }
        }
    }

    [Fact]
    public void What_is_taken_off_again_leaves_nothing_behind()
    {
        foreach (var (a, _) in Pairs())
        {
            Assert.Equal(0, (a - a).First);
        }
    }

    private static void Check(Func<Long, Long, (Long Found, BigInteger Exact)> operation)
    {
        foreach (var (a, b) in Pairs())
        {
            var (found, exact) = operation(a, b);
            var error = BigInteger.Abs(Exact(found) - exact);
            Assert.True(error << 100 <= BigInteger.Abs(exact) + (BigInteger.One << 100), $"{a}, {b}");
        }
    }

    /// <summary>Of any size, of like size, and such as all but cancel out: to the last places of the high part, or altogether but for the low one.</summary>
    private static IEnumerable<(Long A, Long B)> Pairs()
    {
        var random = new Random(11);
        for (var i = 0; i < 20_000; i++)
        {
            var a = Any(random, 40);
            yield return (a, (i % 4) switch
            {
                0 => Any(random, 40),
                1 => Any(random, 1),
                2 => With(random, -a.High),
                _ => With(random, -a.High * (1 + (random.Next(1, 9) * Math.ScaleB(1, -52)))),
            });
        }
    }

    private static Long Any(Random random, int range) =>
        With(random, Math.ScaleB(1 + random.NextDouble(), random.Next(-range, range)) * (random.Next(2) == 0 ? 1 : -1));

    // Half of the last place is at least 2⁻⁵⁴ of the number.
    private static Long With(Random random, double high) => new(high, random.Next(8) == 0 ? 0 : high * Math.ScaleB((2 * random.NextDouble()) - 1, -54));

    private static BigInteger Exact(Long value) => Exact(value.High) + Exact(value.Low);

    private static BigInteger Exact(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        if (exponent == 0)
        {
            // So small do only zeros get here.
            Assert.Equal(0, value);
            return BigInteger.Zero;
        }

        var digits = new BigInteger((bits & 0xFFFFFFFFFFFFFL) | (1L << 52)) << (Places + exponent - 1075);
        return value < 0 ? -digits : digits;
    }
}
