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
        // Sixteen sightings by ten rare nodes: some e-16 of the whole is left of the signed sums.
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
