using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

/// <summary>Many cases at once, one after the other and in parallel: always as each by itself.</summary>
public sealed class ManyCasesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(9)]
    public void Cases_of_one_shape_are_solved_at_once_as_each_alone(int count)
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var given = RandomCase.OfAnyKind(seed, 12, strong: 5);
            CaseNumbers[] cases = [.. Enumerable.Range(0, count).Select(i => given.OtherNumbers((100 * seed) + i))];
            var (active, logEvidence) = ExactInference.SolveAll(given.Network, given.Evidence, cases);
            Assert.Equal(count, active.Length);
            Assert.Equal(count, logEvidence.Length);
            for (var i = 0; i < count; i++)
            {
                var alone = given.With(cases[i]);
                var expected = ExactInference.Solve(alone.Network, alone.Evidence);
                Assert.Equal(expected.LogEvidence, logEvidence[i], 1e-9);
                for (var node = 0; node < given.Network.NodeCount; node++)
                {
                    Assert.Equal(expected.ActiveOf(node), active[i][node], 1e-9);
                }
            }
        }
    }

    [Fact]
    public void The_case_itself_among_others_is_as_the_case_alone()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var given = RandomCase.OfAnyKind(seed, 12, strong: 5);
            var (active, logEvidence) = ExactInference.SolveAll(
                given.Network, given.Evidence, [given.OtherNumbers(seed), CaseNumbers.Of(given.Network, given.Evidence)]);
            var expected = ExactInference.Solve(given.Network, given.Evidence);
            var tolerance = Math.Max(1e-9, expected.ErrorBound);
            Assert.Equal(expected.LogEvidence, logEvidence[1], tolerance);
            for (var node = 0; node < given.Network.NodeCount; node++)
            {
                Assert.Equal(expected.ActiveOf(node), active[1][node], tolerance);
            }
        }
    }

    [Fact]
    public void No_cases_have_no_answers() => Assert.Empty(ExactInference.SolveAll(new NoisyOrNetwork([0.1], []), Observations.None(1), []).Active);

    [Fact]
    public void Asked_in_parallel_every_digit_is_as_asked_one_after_the_other()
    {
        RandomCase[] given = [.. Enumerable.Range(0, 200).Select(seed => RandomCase.OfAnyKind(seed, 16, strong: 5))];
        long[][] expected = [.. given.Select(Solve)];
        var actual = new long[4 * given.Length][];
        Parallel.For(0, actual.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => actual[i] = Solve(given[i % given.Length]));
        for (var i = 0; i < actual.Length; i++)
        {
            Assert.Equal(expected[i % given.Length], actual[i]);
        }
    }

    [Fact]
    public void A_small_case_after_a_large_one_finds_nothing_of_it()
    {
        // Whatever room is left over from the large ones, one of them is taken for the small ones.
        for (var seed = 0; seed < 40; seed++)
        {
            var large = LargeCasesTests.Dense(nodes: 30, witnesses: 6 + (seed % 5));
            ExactInference.Solve(large.Network, large.Evidence);
            ExactInference.SolveAll(large.Network, large.Evidence, [CaseNumbers.Of(large.Network, large.Evidence)]);
            var small = RandomCase.OfAnyKind(seed, 6, strong: 5);
            var posterior = ExactInference.Solve(small.Network, small.Evidence);
            PosteriorCheck.IsAsEnumerated(small, posterior, 1e-10);
            var (active, _) = ExactInference.SolveAll(small.Network, small.Evidence, [CaseNumbers.Of(small.Network, small.Evidence)]);
            for (var node = 0; node < small.Network.NodeCount; node++)
            {
                Assert.Equal(posterior.ActiveOf(node), active[0][node], Math.Max(1e-9, posterior.ErrorBound));
            }
        }
    }

    private static long[] Solve(RandomCase given) => PosteriorCheck.BitsOf(given, ExactInference.Solve(given.Network, given.Evidence));
}
