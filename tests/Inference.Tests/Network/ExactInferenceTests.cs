using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

public sealed class ExactInferenceTests
{
    private const double Tolerance = 1e-12;

    public static TheoryData<int, int, double, int> Sizes => new()
    {
        { 1, 2, 0, 40 },
        { 4, 3, 0, 100 },
        { 5, 4, 0.4, 150 },
        { 7, 5, 0.3, 40 },
        { 8, 0, 0.5, 30 },
        { 9, 8, 0.15, 10 },
        { 12, 6, 0.2, 1 },
        { 14, 4, 0.05, 1 },
    };

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_probability_is_the_one_found_by_going_through_all_settings(int nodes, int witnesses, double edgeShare, int cases)
    {
        for (var seed = 0; seed < cases; seed++)
        {
            var (network, evidence) = RandomCase.FromSeed(seed, nodes, witnesses, edgeShare);
            var expected = new Enumeration(network, evidence);
            var actual = ExactInference.Solve(network, evidence);
            for (var node = 0; node < nodes; node++)
            {
                Assert.Equal(expected.ActiveOf(node), actual.ActiveOf(node), Tolerance);
            }

            for (var edge = 0; edge < network.Edges.Length; edge++)
            {
                Assert.Equal(expected.FiredOf(edge), actual.FiredOf(edge), Tolerance);
            }

            for (var witness = 0; witness < witnesses; witness++)
            {
                Assert.Equal(expected.ExplainedOf(witness), actual.ExplainedOf(witness), Tolerance);
                for (var link = 0; link < evidence.Witnesses[witness].Links.Length; link++)
                {
                    Assert.Equal(expected.ShareOf(witness, link), actual.ShareOf(witness, link), Tolerance);
                }
            }
        }
    }

    [Fact]
    public void A_node_that_gathers_many_parents_for_many_children_is_exact_too()
    {
        // Three points make a hub active for sure, and the hub sets off three others: how a key muscle is written down.
        ImmutableArray<Edge> edges =
        [
            new(0, 3, 1), new(1, 3, 1), new(2, 3, 1),
            new(3, 4, 0.3), new(3, 5, 0.2), new(3, 6, 0.1), new(1, 6, 0.4),
        ];
        var network = new NoisyOrNetwork([0.05, 0.1, 0.02, 0, 0.03, 0.04, 0.05], edges);
        var evidence = new Observations(
            [-0.5, 0, -1, 0, 0, -2, 0.5],
            [
                new Witness { Leak = 0.05, Certainty = 0.98, Links = [new(0, 0.8), new(4, 0.7), new(6, 0.3)] },
                new Witness { Leak = 0.05, Certainty = 0.6, Links = [new(1, 0.8), new(5, 0.7)] },
            ]);
        var expected = new Enumeration(network, evidence);
        var actual = ExactInference.Solve(network, evidence);
        for (var node = 0; node < network.NodeCount; node++)
        {
            Assert.Equal(expected.ActiveOf(node), actual.ActiveOf(node), Tolerance);
        }

        for (var edge = 0; edge < edges.Length; edge++)
        {
            Assert.Equal(expected.FiredOf(edge), actual.FiredOf(edge), Tolerance);
        }
    }

    [Fact]
    public void The_order_of_witnesses_and_links_does_not_matter() => Check(seed =>
    {
        var (network, evidence) = RandomCase.FromSeed(seed, 9, 6, 0.2);
        var turned = new Observations(
            evidence.LogWeights,
            [.. evidence.Witnesses.Reverse().Select(witness => witness with { Links = [.. witness.Links.Reverse()] })]);
        var one = ExactInference.Solve(network, evidence);
        var other = ExactInference.Solve(network, turned);
        for (var node = 0; node < network.NodeCount; node++)
        {
            Assert.Equal(one.ActiveOf(node), other.ActiveOf(node), Tolerance);
        }

        for (var witness = 0; witness < 6; witness++)
        {
            Assert.Equal(one.ExplainedOf(witness), other.ExplainedOf(5 - witness), Tolerance);
        }
    });

    [Fact]
    public void A_share_is_never_more_than_its_point_or_than_what_is_explained() => Check(seed =>
    {
        var (network, evidence) = RandomCase.FromSeed(seed, 12, 8, 0.15);
        var posterior = ExactInference.Solve(network, evidence);
        for (var witness = 0; witness < evidence.Witnesses.Length; witness++)
        {
            var links = evidence.Witnesses[witness].Links;
            for (var link = 0; link < links.Length; link++)
            {
                var share = posterior.ShareOf(witness, link);
                Assert.InRange(share, 0, posterior.ActiveOf(links[link].Node));
                Assert.InRange(share, 0, posterior.ExplainedOf(witness) + Tolerance);
            }
        }
    });

    [Fact]
    public void Without_evidence_a_node_without_parents_keeps_its_base() => Check(seed =>
    {
        var network = RandomCase.FromSeed(seed, 10, 0, 0.2).Network;
        var posterior = ExactInference.Solve(network, Observations.None(10));
        for (var node = 0; node < 10; node++)
        {
            if (network.Incoming(node).IsEmpty)
            {
                Assert.Equal(network.Bases[node], posterior.ActiveOf(node), Tolerance);
            }
        }
    });

    [Fact]
    public void Evidence_against_a_node_never_raises_it() => Check(seed =>
    {
        var (network, evidence) = RandomCase.FromSeed(seed, 8, 5, 0.2);
        var node = seed % 8;
        var against = new Observations(evidence.LogWeights.SetItem(node, evidence.LogWeights[node] - 1), evidence.Witnesses);
        Assert.True(
            ExactInference.Solve(network, against).ActiveOf(node) <= ExactInference.Solve(network, evidence).ActiveOf(node) + Tolerance);
    });

    [Fact]
    public void A_witness_that_only_one_node_explains_never_lowers_it() => Check(seed =>
    {
        var (network, evidence) = RandomCase.FromSeed(seed, 8, 5, 0.2);
        var (node, random) = (seed % 8, new Random(seed));
        var witness = new Witness { Leak = random.NextDouble(), Certainty = 0.99 * random.NextDouble(), Links = [new(node, 0.01 + (0.99 * random.NextDouble()))] };
        var more = evidence.With(evidence.Witnesses.Add(witness));
        Assert.True(ExactInference.Solve(network, more).ActiveOf(node) >= ExactInference.Solve(network, evidence).ActiveOf(node) - Tolerance);
    });

    [Fact]
    public void Extreme_weights_stay_finite()
    {
        var network = new NoisyOrNetwork([0.1, 1e-12, 0.999], [new(0, 2, 0.5), new(1, 2, 1)]);
        var limit = Observations.MaxLogWeight;
        var posterior = ExactInference.Solve(network, new Observations([limit, limit, -limit], []));
        Assert.Equal(1, posterior.ActiveOf(0), Tolerance);
        for (var node = 0; node < 3; node++)
        {
            Assert.InRange(posterior.ActiveOf(node), 0, 1);
        }
    }

    [Fact]
    public void Evidence_about_another_network_is_refused() =>
        Assert.Throws<ArgumentException>(() => ExactInference.Solve(new NoisyOrNetwork([0.1, 0.2], []), Observations.None(3)));

    private static void Check(Action<int> holds) =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(42, 43));
}
