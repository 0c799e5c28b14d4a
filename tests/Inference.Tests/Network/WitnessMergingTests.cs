using System.Collections.Immutable;
using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

public sealed class WitnessMergingTests
{
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
        var witnesses = LargeCasesTests.Dense(nodes: 20, witnesses: 12).Evidence.Witnesses;
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

    private static IEnumerable<string> Members(WitnessMerging merging) => merging.Groups.Select(group => string.Join(',', group.Members));
}
