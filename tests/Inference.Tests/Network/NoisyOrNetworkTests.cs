using System.Collections;
using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

public sealed class NoisyOrNetworkTests
{
    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_base_outside_its_range_is_refused(double value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new NoisyOrNetwork([0.1, value], []));

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(0, 1, 1.1)]
    [InlineData(0, 1, double.NaN)]
    [InlineData(-1, 1, 0.5)]
    [InlineData(0, 2, 0.5)]
    public void An_edge_outside_its_range_is_refused(int parent, int child, double strength) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new NoisyOrNetwork([0.1, 0.1], [new(parent, child, strength)]));

    [Fact]
    public void An_edge_given_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() => new NoisyOrNetwork([0.1, 0.1], [new(0, 1, 0.2), new(0, 1, 0.3)]));

    [Fact]
    public void A_cycle_is_refused_with_its_nodes()
    {
        var error = Assert.Throws<ArgumentException>(
            () => new NoisyOrNetwork([0.1, 0.1, 0.1, 0.1], [new(0, 1, 0.2), new(1, 2, 0.2), new(2, 3, 0.2), new(3, 1, 0.2)]));
        Assert.Contains("1, 2, 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edge_from_a_node_to_itself_is_a_cycle() =>
        Assert.Throws<ArgumentException>(() => new NoisyOrNetwork([0.1], [new(0, 0, 0.2)]));

    [Fact]
    public void Depth_is_the_longest_way_from_a_node_without_parents()
    {
        var network = new NoisyOrNetwork([0.1, 0.1, 0.1, 0.1], [new(3, 0, 0.2), new(0, 1, 0.2), new(3, 1, 0.2)]);
        Assert.Equal<int>([1, 2, 0, 0], network.Depths);
    }

    [Fact]
    public void Marginals_come_out_as_asked_for()
    {
        var network = NoisyOrNetwork.WithMarginals(
            [0.02, 0.1, 0, 0.08, 0.06],
            [new(0, 2, 1), new(1, 2, 1), new(2, 3, 0.3), new(3, 4, 0.2), new(1, 4, 0.25)]);
        var prior = new Enumeration(network, Observations.None(5));
        Assert.Equal(0.02, prior.ActiveOf(0), 1e-12);
        Assert.Equal(0.1, prior.ActiveOf(1), 1e-12);
        Assert.Equal(1 - (0.98 * 0.9), prior.ActiveOf(2), 1e-12);
        Assert.Equal(0.08, prior.ActiveOf(3), 1e-12);
        Assert.Equal(0.06, prior.ActiveOf(4), 1e-12);
    }

    [Fact]
    public void A_node_keeps_a_tenth_of_its_own_when_its_parents_bring_about_more_than_asked_for()
    {
        var network = NoisyOrNetwork.WithMarginals([0.5, 0.1], [new(0, 1, 0.6)]);
        Assert.Equal(0.01, network.Bases[1], 1e-12);
    }

    [Fact]
    public void Priors_are_the_marginals_asked_for_or_else_the_bases()
    {
        Assert.Equal<double>([0.5, 0.1], NoisyOrNetwork.WithMarginals([0.5, 0.1], [new(0, 1, 0.6)]).Priors);
        Assert.Equal<double>([0.5, 0.1], new NoisyOrNetwork([0.5, 0.1], [new(0, 1, 0.6)]).Priors);
    }

    [Fact]
    public void A_detached_node_has_its_prior_and_its_parents_do_not_hear_of_it()
    {
        var network = NoisyOrNetwork.WithMarginals([0.1, 0.2], [new(0, 1, 0.5)]);
        var sighting = new Witness { Leak = 0, Certainty = 0.9, Links = [new(1, 0.5)] };
        var detached = new Observations([0, 0], [sighting], new BitArray(new[] { false, true }));
        var attached = new Observations([0, 0], [sighting], new BitArray(2));
        Assert.False(detached.Attaches(1));
        Assert.False(detached.With([sighting with { Leak = 0.1 }]).Attaches(1));
        Assert.False(detached.With([0.5, 0.5]).Attaches(1));

        // By hand: 0.2 · (1 − 0.9 · 0.5) against 0.8 · 0.1.
        var posterior = ExactInference.Solve(network, detached);
        Assert.Equal(0.11 / (0.11 + 0.08), posterior.ActiveOf(1), 1e-12);
        Assert.Equal(0.1, posterior.ActiveOf(0), 1e-12);
        Assert.Equal(0, posterior.FiredOf(0));
        Assert.InRange(ExactInference.Solve(network, attached).ActiveOf(0), 0.11, 1);
    }

    [Fact]
    public void A_list_of_detached_nodes_of_another_length_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Observations([0, 0], [], new BitArray(3)));

    [Theory]
    [InlineData(-0.1, 0.5, 0.5)]
    [InlineData(0.1, 1, 0.5)]
    [InlineData(0.1, 0.5, 0)]
    [InlineData(0.1, 0.5, 1.5)]
    [InlineData(double.NaN, 0.5, 0.5)]
    public void A_witness_outside_its_range_is_refused(double leak, double certainty, double weight) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new Observations([0], [new Witness { Leak = leak, Certainty = certainty, Links = [new(0, weight)] }]));

    [Fact]
    public void A_witness_of_an_unknown_node_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new Observations([0], [new Witness { Leak = 0, Certainty = 0.5, Links = [new(1, 0.5)] }]));

    [Fact]
    public void A_witness_that_names_a_node_twice_is_refused() =>
        Assert.Throws<ArgumentException>(
            () => new Observations([0, 0], [new Witness { Leak = 0, Certainty = 0.5, Links = [new(1, 0.5), new(1, 0.2)] }]));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(301)]
    public void A_log_weight_outside_its_range_is_refused(double weight) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Observations([weight], []));
}
