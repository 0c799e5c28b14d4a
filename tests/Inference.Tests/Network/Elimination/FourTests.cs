using Unknot.Inference.Network;
using Unknot.Inference.Network.Elimination;

namespace Unknot.Inference.Tests.Network.Elimination;

public sealed class FourTests
{
    [Fact]
    public void Each_lane_is_worked_on_as_a_plain_number()
    {
        var random = new Random(5);
        for (var i = 0; i < 1000; i++)
        {
            double[] a = [.. Enumerable.Range(0, 4).Select(_ => (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20)))];
            double[] b = [.. Enumerable.Range(0, 4).Select(_ => random.NextDouble() - 0.5)];
            var (x, y) = (Four.Of(a), Four.Of(b));
            for (var lane = 0; lane < 4; lane++)
            {
                var (p, q) = (Plain.Of(a.AsSpan(lane)), Plain.Of(b.AsSpan(lane)));
                Assert.Equal((p + q).Value, (x + y).Values[lane]);
                Assert.Equal((p - q).Value, (x - y).Values[lane]);
                Assert.Equal((p * q).Value, (x * y).Values[lane]);
                Assert.Equal((p / q).Value, (x / y).Values[lane]);
                Assert.Equal(b[0], Four.From(b[0]).Values[lane]);
            }
        }
    }

    [Fact]
    public void Four_cases_at_once_have_the_very_digits_of_each_alone()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var given = RandomCase.OfAnyKind(seed, 12, strong: 5);
            var plan = new EliminationPlan();
            plan.Prepare(given.Network, given.Evidence);
            plan.LayOut();
            CaseNumbers[] cases = [.. Enumerable.Range(0, 4).Select(i => given.OtherNumbers((10 * seed) + i))];
            var (fourFactors, four) = (new Factors<Four>(), new Eliminator<Four>());
            fourFactors.Take(plan.Graph, given.Network, cases);
            four.Run(plan, fourFactors, withPairs: true);
            for (var lane = 0; lane < 4; lane++)
            {
                var (factors, plain) = (new Factors<Plain>(), new Eliminator<Plain>());
                factors.Take(plan.Graph, given.Network, [cases[lane]]);
                plain.Run(plan, factors, withPairs: true);
                Assert.Equal(factors.LogScales[0], fourFactors.LogScales[lane]);
                Same(lane, plain.Active, four.Active);
                Same(lane, plain.BothSet, four.BothSet);
                Same(lane, plain.BitSlopes, four.BitSlopes);
            }
        }
    }

    private static void Same(int lane, ReadOnlySpan<Plain> expected, ReadOnlySpan<Four> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i].Value, actual[i].Values[lane]);
        }
    }
}
