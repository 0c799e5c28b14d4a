using System.Collections.Immutable;
using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

public sealed class MergingTests
{
    [Fact]
    public void Too_much_work_merges_witnesses_until_it_is_little_enough()
    {
        var (network, evidence) = Dense(nodes: 40, witnesses: 30);
        var posterior = ExactInference.Solve(network, evidence, workLimit: 1 << 14);
        Assert.NotEmpty(posterior.Merged);
        Assert.All(posterior.Merged, group => Assert.True(group.Length > 1));
        Assert.Equal(posterior.Merged.Sum(group => group.Length), posterior.Merged.SelectMany(group => group).Distinct().Count());
        for (var node = 0; node < network.NodeCount; node++)
        {
            Assert.InRange(posterior.ActiveOf(node), 0, 1);
        }
    }

    [Fact]
    public void Merging_gives_the_same_answer_every_time()
    {
        var (network, evidence) = Dense(nodes: 40, witnesses: 30);
        var one = ExactInference.Solve(network, evidence, workLimit: 1 << 14);
        var other = ExactInference.Solve(network, evidence, workLimit: 1 << 14);
        Assert.Equal(one.Merged.Select(group => string.Join(',', group)), other.Merged.Select(group => string.Join(',', group)));
        for (var node = 0; node < network.NodeCount; node++)
        {
            Assert.Equal(one.ActiveOf(node), other.ActiveOf(node));
        }
    }

    [Fact]
    public void The_most_alike_go_first_and_speak_with_their_mean_weighted_by_certainty()
    {
        ImmutableArray<Witness> witnesses =
        [
            new() { Leak = 0.1, Certainty = 0.9, Links = [new(0, 0.8), new(1, 0.1)] },
            new() { Leak = 0.1, Certainty = 0.9, Links = [new(1, 0.7)] },
            new() { Leak = 0.4, Certainty = 0.3, Links = [new(0, 0.4)] },
        ];
        var merging = new WitnessMerging(witnesses, [0, 1, 2], nodeCount: 2);
        merging.Merge(1);
        var merged = merging.Groups;
        Assert.Equal(2, merged.Length);
        Assert.Equal<int>([0, 2], merged[0].Members);
        Assert.Equal(0.9, merged[0].Voice.Certainty);
        Assert.Equal(0.175, merged[0].Voice.Leak, 1e-12);
        Assert.Equal([0, 1], merged[0].Voice.Links.Select(link => link.Node));
        Assert.Equal(0.7, merged[0].Voice.Links[0].Weight, 1e-12);
        Assert.Equal(0.075, merged[0].Voice.Links[1].Weight, 1e-12);
    }

    [Fact]
    public void Merging_step_by_step_ends_where_merging_at_once_does()
    {
        var witnesses = Dense(nodes: 20, witnesses: 12).Evidence.Witnesses;
        ImmutableArray<int> members = [.. Enumerable.Range(0, 12)];
        var atOnce = new WitnessMerging(witnesses, members, nodeCount: 20);
        atOnce.Merge(8);
        var stepwise = new WitnessMerging(witnesses, members, nodeCount: 20);
        for (var step = 0; step < 8; step++)
        {
            stepwise.Merge(1);
        }

        Assert.Equal(4, atOnce.Groups.Length);
        Assert.Equal(Members(atOnce), Members(stepwise));
        atOnce.Merge(100);
        Assert.Equal<int>(members, Assert.Single(atOnce.Groups).Members);
    }

    [Fact]
    public void Witnesses_that_say_nothing_can_be_merged()
    {
        ImmutableArray<Witness> witnesses =
        [
            new() { Leak = 0.2, Certainty = 0, Links = [new(0, 0.5)] },
            new() { Leak = 0.4, Certainty = 0, Links = [new(0, 0.7)] },
        ];
        var voice = WitnessGroup.Of([0, 1], witnesses).Voice;
        Assert.Equal(0.3, voice.Leak, 1e-12);
        Assert.Equal(0.6, Assert.Single(voice.Links).Weight, 1e-12);
    }

    [Fact]
    public void A_component_with_one_witness_is_solved_whatever_it_costs()
    {
        var network = new NoisyOrNetwork([0.1, 0.2, 0.3], []);
        var evidence = new Observations([0, 0, 0], [new Witness { Leak = 0.1, Certainty = 0.9, Links = [new(0, 0.5), new(1, 0.5), new(2, 0.5)] }]);
        var posterior = ExactInference.Solve(network, evidence, workLimit: 0);
        Assert.Empty(posterior.Merged);
        Assert.Equal(new Enumeration(network, evidence).ActiveOf(1), posterior.ActiveOf(1), 1e-12);
    }

    private static IEnumerable<string> Members(WitnessMerging merging) => merging.Groups.Select(group => string.Join(',', group.Members));

    private static (NoisyOrNetwork Network, Observations Evidence) Dense(int nodes, int witnesses)
    {
        var random = new Random(7);
        var all = Enumerable.Range(0, nodes).ToArray();
        var network = new NoisyOrNetwork([.. all.Select(_ => 0.05)], []);
        return (network, new Observations(
            [.. all.Select(_ => 0.0)],
            [
                .. Enumerable.Range(0, witnesses).Select(_ =>
                {
                    random.Shuffle(all);
                    return new Witness { Leak = 0.05, Certainty = 0.9, Links = [.. all.Take(12).Select(node => new Link(node, 0.1 + (0.8 * random.NextDouble())))] };
                }),
            ]));
    }
}
