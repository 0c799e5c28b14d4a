using System.Collections.Immutable;
using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

public sealed class LargeCasesTests
{
    private const double Tolerance = 1e-12;

    [Fact]
    public void Too_much_work_merges_witnesses_until_it_is_little_enough()
    {
        var (network, evidence) = Dense(nodes: 40, witnesses: 30);
        var (posterior, merged, groups) = LargeCases.Solve(network, evidence, mergeable: 30, workLimit: 1 << 14);
        Assert.NotEmpty(groups);
        Assert.All(groups, group => Assert.True(group.Length > 1));
        Assert.Equal(groups.Sum(group => group.Length), groups.SelectMany(group => group).Distinct().Count());
        Assert.Equal(30 - groups.Sum(group => group.Length - 1), merged.Witnesses.Length);
        Assert.InRange(posterior.Work, 1, 1 << 14);
        var alone = ExactInference.Solve(network, merged);
        for (var node = 0; node < network.NodeCount; node++)
        {
            Assert.Equal(alone.ActiveOf(node), posterior.ActiveOf(node));
        }
    }

    [Fact]
    public void Little_enough_work_leaves_all_as_it_is()
    {
        var (network, evidence) = RandomCase.FromSeed(3, 8, 5, 0.2);
        var (posterior, solved, groups) = LargeCases.Solve(network, evidence, mergeable: 5);
        Assert.Empty(groups);
        Assert.Same(evidence, solved);
        PosteriorCheck.IsAsEnumerated(new RandomCase(network, evidence), posterior, Tolerance);
    }

    [Fact]
    public void Merging_gives_the_same_answer_every_time()
    {
        var (network, evidence) = Dense(nodes: 40, witnesses: 30);
        var one = LargeCases.Solve(network, evidence, mergeable: 30, workLimit: 1 << 14);
        var other = LargeCases.Solve(network, evidence, mergeable: 30, workLimit: 1 << 14);
        Assert.Equal(one.Groups.Select(group => string.Join(',', group)), other.Groups.Select(group => string.Join(',', group)));
        var given = new RandomCase(network, evidence);
        Assert.Equal(PosteriorCheck.BitsOf(given, one.Posterior), PosteriorCheck.BitsOf(given, other.Posterior));
    }

    [Fact]
    public void Witnesses_behind_the_mergeable_ones_stay_as_they_are()
    {
        var (network, evidence) = Dense(nodes: 30, witnesses: 20);
        ImmutableArray<Witness> kept =
        [
            new() { Leak = 0.01, Certainty = 0.5, Links = [new(3, 0.5), new(5, 0.25)] },
            new() { Leak = 0.3, Certainty = 0.8, Links = [new(7, 0.9)] },
        ];
        var (posterior, merged, groups) = LargeCases.Solve(network, evidence.With([.. evidence.Witnesses, .. kept]), mergeable: 20, workLimit: 1 << 13);
        Assert.NotEmpty(groups);
        Assert.All(groups.SelectMany(group => group), member => Assert.InRange(member, 0, 19));
        Assert.Equal(kept.AsEnumerable(), merged.Witnesses[^2..].AsEnumerable());
        var alone = ExactInference.Solve(network, merged);
        var voices = merged.Witnesses.Length - 2;
        for (var w = 0; w < 2; w++)
        {
            Assert.Equal(alone.ExplainedOf(voices + w), posterior.ExplainedOf(20 + w));
            for (var link = 0; link < kept[w].Links.Length; link++)
            {
                Assert.Equal(alone.ShareOf(voices + w, link), posterior.ShareOf(20 + w, link));
            }
        }
    }

    [Fact]
    public void A_member_has_the_part_of_its_groups_share_that_it_put_in()
    {
        // Alike in all but size, so that the group's link is the mean of the two, and the shares are to each other as the links are.
        ImmutableArray<Witness> witnesses =
        [
            new() { Leak = 0.1, Certainty = 0.8, Links = [new(0, 0.35), new(1, 0.14)] },
            new() { Leak = 0.1, Certainty = 0.8, Links = [new(0, 0.15), new(1, 0.06)] },
        ];
        var network = new NoisyOrNetwork([0.1, 0.2], []);
        var (posterior, merged, groups) = LargeCases.Solve(network, new Observations([0, 0], witnesses), mergeable: 2, workLimit: 1);
        Assert.Equal<int>([0, 1], Assert.Single(groups));
        var expected = new Enumeration(network, merged);
        for (var link = 0; link < 2; link++)
        {
            Assert.Equal(expected.ShareOf(0, link) * 1.4, posterior.ShareOf(0, link), Tolerance);
            Assert.Equal(expected.ShareOf(0, link) * 0.6, posterior.ShareOf(1, link), Tolerance);
        }

        Assert.Equal(expected.ExplainedOf(0), posterior.ExplainedOf(0), Tolerance);
        Assert.Equal(expected.ExplainedOf(0), posterior.ExplainedOf(1), Tolerance);
    }

    [Fact]
    public void A_witness_without_certainty_can_be_merged_with_one_that_has_some()
    {
        ImmutableArray<Witness> witnesses =
        [
            new() { Leak = 0.1, Certainty = 0.8, Links = [new(0, 0.6)] },
            new() { Leak = 0.1, Certainty = 0, Links = [new(0, 0.2), new(1, 0.5)] },
        ];
        var network = new NoisyOrNetwork([0.1, 0.2], []);
        var posterior = LargeCases.Solve(network, new Observations([0, 0], witnesses), mergeable: 2, workLimit: 1).Posterior;
        Assert.Equal(0.2, posterior.ActiveOf(1), Tolerance);
        Assert.Equal(0.1, posterior.ShareOf(1, 1), Tolerance);
    }

    [Fact]
    public void A_case_with_one_witness_is_solved_whatever_it_costs()
    {
        var network = new NoisyOrNetwork([0.1, 0.2, 0.3], []);
        var evidence = new Observations([0, 0, 0], [new Witness { Leak = 0.1, Certainty = 0.9, Links = [new(0, 0.5), new(1, 0.5), new(2, 0.5)] }]);
        var (posterior, _, groups) = LargeCases.Solve(network, evidence, mergeable: 1, workLimit: 0);
        Assert.Empty(groups);
        PosteriorCheck.IsAsEnumerated(new RandomCase(network, evidence), posterior, Tolerance);
    }

    [Fact]
    public void A_case_too_wide_for_any_memory_becomes_one_that_can_be_solved()
    {
        var (network, evidence) = Dense(nodes: 80, witnesses: 60);
        Assert.Null(ExactInference.TrySolve(network, evidence, double.MaxValue));
        var (posterior, merged, _) = LargeCases.Solve(network, evidence, mergeable: 60);
        Assert.InRange(merged.Witnesses.Length, 2, 30);
        Assert.InRange(posterior.ErrorBound, 0, 1e-6);
    }

    [Fact]
    public void A_case_that_stays_too_wide_when_all_is_merged_is_refused()
    {
        var (network, evidence) = Dense(nodes: 80, witnesses: 60);
        Assert.Throws<ArgumentException>(() => LargeCases.Solve(network, evidence, mergeable: 2));
        Assert.Throws<ArgumentException>(() => LargeCases.Solve(network, evidence, mergeable: 0));
    }

    internal static RandomCase Dense(int nodes, int witnesses)
    {
        var random = new Random(7);
        var all = Enumerable.Range(0, nodes).ToArray();
        var network = new NoisyOrNetwork([.. all.Select(_ => 0.05)], []);
        return new RandomCase(network, new Observations(
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
