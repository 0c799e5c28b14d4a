using FsCheck;
using FsCheck.Fluent;
using Unknot.Inference.Learning;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Learning;

public sealed class CorrectionTests
{
    private const double Spread = 0.7;

    [Fact]
    public void Without_presses_nothing_changes()
    {
        var (mean, range) = Correction.Of([], Spread);
        Assert.Equal(0, mean);
        Assert.Equal(-range.Low, range.High, 1e-12);

        // The central 80 % of a normal distribution cut off at ± ln 4 / 0.7 = ± 1.98 deviations, from tables of the normal distribution.
        Assert.Equal(0.7 * 1.17969, range.High, 1e-3);
    }

    [Fact]
    public void It_is_what_going_through_all_states_of_the_points_gives()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var presses = Presses.Random(random, random.Next(1, 7));
            var spread = 0.2 + random.NextDouble();
            var expected = BruteForce(presses, spread);
            var (mean, range) = Correction.Of(presses, spread);
            Assert.Equal(expected.Mean, mean, 1e-5);
            Assert.Equal(expected.Low, range.Low, 1e-4);
            Assert.Equal(expected.High, range.High, 1e-4);
        }
    }

    [Theory]
    [InlineData(0.3, 0.45)]
    [InlineData(0.05, 0.13)]
    [InlineData(0.7, 0.5)]
    public void Ten_thousand_presses_do_not_fall_between_the_nodes(double said, double confirmed)
    {
        var count = (int)(10_000 * confirmed);
        var presses = Presses.Many(count, said, PressOutcome.MyPain).Concat(Presses.Many(10_000 - count, said, PressOutcome.Nothing));
        var (mean, _) = Correction.Of(presses, Spread);

        // An integral of its own, with a hundred times as many nodes.
        var logs = Nodes(100_000).Select(delta => (Delta: delta, Log: (count * LogOfSum(said, delta, 0.80, 0.12))
            + ((10_000 - count) * LogOfSum(said, delta, 0.08, 0.46)) - (delta * delta / (2 * Spread * Spread)))).ToList();
        var largest = logs.Max(node => node.Log);
        var total = logs.Sum(node => Math.Exp(node.Log - largest));
        Assert.Equal(logs.Sum(node => node.Delta * Math.Exp(node.Log - largest)) / total, mean, 1e-4);
    }

    [Fact]
    public void A_confirmation_never_lowers_it_and_a_refutation_never_raises_it() => Check(seed =>
    {
        var random = new Random(seed);
        var presses = Presses.Random(random, random.Next(30));
        var spread = 0.2 + random.NextDouble();
        var said = random.NextDouble();
        var before = Correction.Of(presses, spread);
        var confirmed = Correction.Of(presses.Append(Presses.Of(said, PressOutcome.MyPain)), spread);
        var tender = Correction.Of(presses.Append(Presses.Of(said, PressOutcome.OnlyTender)), spread);
        var nothing = Correction.Of(presses.Append(Presses.Of(said, PressOutcome.Nothing)), spread);
        return AtMost(before, confirmed) && AtMost(tender, before) && AtMost(nothing, before);
    });

    [Fact]
    public void The_order_of_presses_does_not_matter_to_the_last_digit() => Check(seed =>
    {
        var random = new Random(seed);
        var presses = Presses.Random(random, 2 + random.Next(30)).ToArray();
        var one = Correction.Of(presses, Spread);
        random.Shuffle(presses);
        return one == Correction.Of(presses, Spread);
    });

    [Fact]
    public void One_press_moves_it_by_no_more_than_the_spread_allows() => Check(seed =>
    {
        // The mean of δ is τ² times the mean slope of the log-likelihood, and that slope is at most tanh(λ / 4) for a likelihood ratio e^λ.
        var random = new Random(seed);
        var spread = 0.1 + random.NextDouble();
        var outcome = (PressOutcome)random.Next(3);
        var (mean, _) = Correction.Of([Presses.Of(random.NextDouble(), outcome)], spread);
        var ratio = outcome switch { PressOutcome.MyPain => 0.80 / 0.12, PressOutcome.OnlyTender => 0.12 / 0.42, _ => 0.08 / 0.46 };
        return Math.Abs(mean) <= (spread * spread * Math.Tanh(Math.Abs(Math.Log(ratio)) / 4)) + 1e-9 && Math.Sign(mean) == Math.Sign(Math.Log(ratio));
    });

    [Fact]
    public void It_shrinks_towards_nothing_when_few_were_pressed_and_when_the_published_share_is_sure()
    {
        var one = Correction.Of(Presses.Many(1, 0.3, PressOutcome.MyPain), Spread);
        var ten = Correction.Of(Presses.Many(10, 0.3, PressOutcome.MyPain), Spread);
        var hundred = Correction.Of(Presses.Many(100, 0.3, PressOutcome.MyPain), Spread);
        Assert.InRange(one.Mean, 0.05, 0.3);
        Assert.True(one.Mean < ten.Mean && ten.Mean < hundred.Mean);
        Assert.True(Correction.Of(Presses.Many(10, 0.3, PressOutcome.MyPain), 0.2).Mean < ten.Mean / 2);
    }

    [Fact]
    public void However_many_are_confirmed_it_stays_within_its_bound()
    {
        var (up, upRange) = Correction.Of(Presses.Many(5000, 0.01, PressOutcome.MyPain), 1.4);
        var (down, downRange) = Correction.Of(Presses.Many(5000, 0.99, PressOutcome.Nothing), 1.4);
        Assert.InRange(up, 1.3, Math.Log(4));
        Assert.InRange(upRange.High, up, Math.Log(4) + 1e-12);
        Assert.InRange(down, -Math.Log(4), -1.3);
        Assert.InRange(downRange.Low, -Math.Log(4) - 1e-12, down);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void What_was_certain_before_teaches_nothing(double said)
    {
        var (mean, _) = Correction.Of(Presses.Many(20, said, PressOutcome.MyPain), Spread);
        Assert.Equal(0, mean, 1e-12);
    }

    [Theory]
    [InlineData(-0.8)]
    [InlineData(0)]
    [InlineData(0.8)]
    public void A_large_practice_whose_clients_differ_finds_by_how_much(double shift)
    {
        var (mean, range) = Correction.Of(Presses.Simulated(new Random(5), 3000, shift), Spread);
        Assert.Equal(shift, mean, 0.15);
        Assert.True(range.High - range.Low < 0.3);
    }

    [Fact]
    public void The_range_holds_the_truth_in_four_of_five_practices()
    {
        var random = new Random(11);
        var held = 0;
        for (var practice = 0; practice < 500; practice++)
        {
            double shift;
            do
            {
                shift = Spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            }
            while (Math.Abs(shift) > Math.Log(4));

            var (_, range) = Correction.Of(Presses.Simulated(random, 25, shift), Spread);
            held += range.Low <= shift && shift <= range.High ? 1 : 0;
        }

        // Four standard errors of 500 tosses at 80 % are 36.
        Assert.InRange(held, 364, 436);
    }

    private static bool AtMost((double Mean, LogOddsRange Range) one, (double Mean, LogOddsRange Range) other)
    {
        const double rounding = 1e-12;
        return one.Mean <= other.Mean + rounding && one.Range.Low <= other.Range.Low + rounding && one.Range.High <= other.Range.High + rounding;
    }

    /// <summary>Sums over all states of the points, and integrates by midpoints.</summary>
    private static (double Mean, double Low, double High) BruteForce(List<TherapistPress> presses, double spread)
    {
        var nodes = Nodes(20_000).ToList();
        var weights = nodes.ConvertAll(delta =>
        {
            var sum = 0.0;
            for (var states = 0; states < 1 << presses.Count; states++)
            {
                var product = 1.0;
                for (var i = 0; i < presses.Count; i++)
                {
                    var active = (states >> i & 1) == 1;
                    var odds = Math.Exp(delta) * presses[i].Probability;
                    var share = odds / (odds + 1 - presses[i].Probability);
                    product *= (active ? share : 1 - share) * Likelihoods.Press(presses[i].Outcome, Presser.Therapist, active);
                }

                sum += product;
            }

            return sum * Math.Exp(-delta * delta / (2 * spread * spread));
        });
        var total = weights.Sum();
        return (nodes.Zip(weights, (delta, weight) => delta * weight).Sum() / total, At(0.1), At(0.9));

        double At(double share)
        {
            var below = 0.0;
            return nodes[weights.FindIndex(weight => (below += weight) >= share * total)];
        }
    }

    private static IEnumerable<double> Nodes(int count) => Enumerable.Range(0, count).Select(i => Math.Log(4) * ((((2 * i) + 1.0) / count) - 1));

    private static double LogOfSum(double said, double delta, double active, double inactive)
    {
        var odds = said / (1 - said) * Math.Exp(delta);
        return Math.Log(((odds * active) + inactive) / (1 + odds));
    }

    private static void Check(Func<int, bool> holds) =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(150).WithReplay(42, 43));
}
