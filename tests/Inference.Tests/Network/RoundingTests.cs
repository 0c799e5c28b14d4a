using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

/// <summary>The signed sums lose digits where sightings are many and unlikely; how many must be said truthfully, even when all are lost.</summary>
public sealed class RoundingTests
{
    [Fact]
    public void The_bound_holds_however_much_cancels_out()
    {
        var (good, lost) = (0, 0);
        for (var seed = 0; seed < 4000; seed++)
        {
            var (network, evidence) = Unlikely(seed);
            var expected = new Enumeration(network, evidence);
            var posterior = ExactInference.Solve(network, evidence);
            var error = PosteriorCheck.WorstError(expected, posterior, network.NodeCount);
            if (posterior.ErrorBound >= 1)
            {
                lost++;
                continue;
            }

            Assert.True(error <= posterior.ErrorBound + 1e-12, $"Seed {seed}: off by {error}, bound {posterior.ErrorBound}.");
            Assert.Equal(expected.LogEvidence, posterior.LogEvidence, 1e-9);
            good += error <= 1e-9 ? 1 : 0;
        }

        // Neither is the bound always the largest there is, nor does everything stay within reach of plain numbers.
        Assert.InRange(good, 2000, 4000);
        Assert.InRange(lost, 100, 2000);
    }

    [Fact]
    public void Long_numbers_keep_what_plain_ones_lose()
    {
        // Ten sightings by ten rare nodes: plain numbers are left with a handful of digits at most.
        var random = new Random(1);
        var nodes = Enumerable.Range(0, 10).ToArray();
        var network = new NoisyOrNetwork([.. nodes.Select(_ => 0.002 + (0.002 * random.NextDouble()))], []);
        var evidence = new Observations([.. new double[10]], [.. Enumerable.Range(0, 10).Select(_ => new Witness
        {
            Leak = 0,
            Certainty = 0.9999,
            Links = [.. nodes.Where(_ => random.Next(5) > 0).Select(node => new Link(node, 0.02 + (0.08 * random.NextDouble())))],
        })]);
        var posterior = ExactInference.Solve(network, evidence);
        Assert.InRange(posterior.ErrorBound, 1e-8, 1);
        PosteriorCheck.IsAsEnumerated(new RandomCase(network, evidence), posterior, 1e-11);
    }

    [Fact]
    public void A_small_base_keeps_its_digits()
    {
        var network = new NoisyOrNetwork([1e-12, 1e-13], [new(0, 1, 1e-3)]);
        var evidence = new Observations([0, 30], []);
        var posterior = ExactInference.Solve(network, evidence);
        var expected = new Enumeration(network, evidence);
        Assert.InRange(expected.ActiveOf(1), 0.4, 0.6);
        Assert.Equal(expected.ActiveOf(1), posterior.ActiveOf(1), 1e-14);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(100)]
    [InlineData(300)]
    public void Findings_that_contradict_each_other_beyond_the_range_of_a_number_leave_probabilities(double weight)
    {
        // Two parents are ruled out, and so is that their children are idle.
        var network = new NoisyOrNetwork([0.1, 0.1, 0, 0], [new(0, 2, 1), new(1, 3, 1)]);
        var witness = new Witness { Leak = 0, Certainty = 0.9, Links = [new(2, 0.5), new(3, 0.5)] };
        var evidence = new Observations([-weight, -weight, weight, weight], [witness]);
        var posterior = ExactInference.Solve(network, evidence);
        Assert.Equal(1, posterior.ErrorBound);
        Assert.All(Enumerable.Range(0, 4), node => Assert.InRange(posterior.ActiveOf(node), 0, 1));
        Assert.All(Enumerable.Range(0, 2), i => Assert.InRange(posterior.FiredOf(i), 0, 1));
        Assert.All(Enumerable.Range(0, 2), i => Assert.InRange(posterior.ShareOf(0, i), 0, 1));
        Assert.InRange(posterior.ExplainedOf(0), 0, 1);
        var (active, _) = ExactInference.SolveAll(network, evidence, [CaseNumbers.Of(network, evidence)]);
        Assert.All(active[0], probability => Assert.InRange(probability, 0, 1));

        // Sums of positive numbers lose nothing.
        var found = CertifiedSearch.Solve(network, evidence, TimeSpan.FromSeconds(5));
        var expected = new Enumeration(network, evidence);
        Assert.InRange(found.ErrorBound, 0, 1e-9);
        Assert.InRange(PosteriorCheck.WorstError(expected, found, 4), 0, 1e-9);
    }

    /// <summary>From such as nothing cancels out in to such as no digit remains of.</summary>
    private static RandomCase Unlikely(int seed)
    {
        var random = new Random(seed);
        var nodes = Enumerable.Range(0, random.Next(2, 7)).ToArray();
        var rarity = Math.Pow(10, -12 * random.NextDouble());
        var doubt = Math.Pow(10, -14 * random.NextDouble());
        var weight = Math.Pow(10, -4 * random.NextDouble());
        var network = new NoisyOrNetwork(
            [.. nodes.Select(_ => rarity * Part())],
            seed % 2 == 0 ? [] : [.. nodes.Skip(1).Where(_ => random.Next(2) == 0).Select(node => new Edge(0, node, 0.6 * Part()))]);
        return new RandomCase(network, new Observations(
            [.. nodes.Select(_ => (40 * random.NextDouble()) - 20)],
            [
                .. Enumerable.Range(0, random.Next(2, 13)).Select(_ => new Witness
                {
                    Leak = 0,
                    Certainty = 1 - (doubt * Part()),
                    Links = [.. nodes.Where(_ => random.Next(5) > 0).Select(node => new Link(node, weight * Part()))],
                }),
            ]));

        double Part() => 0.1 + (0.8 * random.NextDouble());
    }
}
