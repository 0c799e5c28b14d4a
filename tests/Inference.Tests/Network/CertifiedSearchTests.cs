using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

public sealed class CertifiedSearchTests
{
    private const double Rounding = 1e-12;

    [Theory]
    [InlineData(2)]
    [InlineData(40)]
    public void However_early_it_is_broken_off_the_truth_lies_within_its_bound(double strong)
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var (network, evidence) = RandomCase.OfAnyKind(seed, 9, strong);
            var expected = new Enumeration(network, evidence);
            foreach (var time in (TimeSpan[])[TimeSpan.Zero, TimeSpan.FromMicroseconds(40), TimeSpan.FromMicroseconds(300)])
            {
                var found = CertifiedSearch.Solve(network, evidence, time);
                Assert.InRange(found.ErrorBound, 0, 0.5);
                var error = PosteriorCheck.WorstError(expected, found, network.NodeCount);
                Assert.True(error <= found.ErrorBound + Rounding, $"Seed {seed}, {time}: off by {error}, bound {found.ErrorBound}.");
            }
        }
    }

    [Theory]
    [InlineData(2)]
    [InlineData(40)]
    public void Given_time_the_bound_closes(double strong)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (network, evidence) = RandomCase.OfAnyKind(seed, 9, strong);
            var expected = new Enumeration(network, evidence);
            var found = CertifiedSearch.Solve(network, evidence, TimeSpan.FromSeconds(20));
            Assert.True(found.ErrorBound < 1e-6, $"Seed {seed}: bound {found.ErrorBound}.");
            Assert.InRange(PosteriorCheck.WorstError(expected, found, network.NodeCount), 0, found.ErrorBound + Rounding);
            Assert.Equal(expected.LogEvidence, found.LogEvidence, 1e-8);
        }
    }

    [Fact]
    public void Every_branch_lies_between_its_bounds()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var (network, evidence) = RandomCase.OfAnyKind(seed, 7, strong: seed % 2 == 0 ? 2 : 40);
            var problem = new SearchCase(network, evidence);
            var random = new Random(seed);
            var branch = problem.Root();
            while (true)
            {
                Check(branch);
                if (branch.Next < 0)
                {
                    break;
                }

                var (active, idle) = problem.Split(branch);
                Check(active);
                branch = random.Next(2) == 0 ? active : idle;
            }

            void Check(SearchBranch checkedBranch)
            {
                var exact = new Enumeration(network, evidence, nodes => !nodes.Where((isActive, node) =>
                    problem.NumberOf(node) >= 0 && checkedBranch.Set[problem.NumberOf(node)] == (isActive ? -1 : 1)).Any());
                var low = Math.Exp(problem.LogEvidence(Math.Log(checkedBranch.Low)));
                var high = Math.Exp(problem.LogEvidence(Math.Log(checkedBranch.High)));
                Assert.InRange(exact.Total, low * (1 - 1e-10), (high * (1 + 1e-10)) + double.Epsilon);
            }
        }
    }

    [Fact]
    public void What_elimination_finds_for_larger_cases_lies_within_the_bound()
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var (network, evidence) = RandomCase.FromSeed(seed, 40, 14, 0.02);
            var exact = ExactInference.Solve(network, evidence);
            var found = CertifiedSearch.Solve(network, evidence, TimeSpan.FromMilliseconds(100));
            for (var node = 0; node < network.NodeCount; node++)
            {
                var error = Math.Abs(exact.ActiveOf(node) - found.ActiveOf(node));
                Assert.True(error <= found.ErrorBound + exact.ErrorBound + Rounding, $"Seed {seed}: off by {error}, bound {found.ErrorBound}.");
            }
        }
    }

    [Fact]
    public void A_node_that_is_all_but_certain_is_not_taken_for_certain()
    {
        // The hub's lower bound is nought until its parents are known, and the idle part of the other node's upper bound is below the last
        // digit of the whole.
        var network = new NoisyOrNetwork([0.3, 0, 0.5, 0.01], [new(0, 1, 1), new(2, 1, 1), new(1, 3, 0.5)]);
        var evidence = new Observations([40, 0, -40, -40], [new Witness { Leak = 0, Certainty = 0.9, Links = [new(0, 0.5), new(3, 0.5)] }]);
        var expected = new Enumeration(network, evidence);
        var found = CertifiedSearch.Solve(network, evidence, TimeSpan.Zero);
        Assert.True(PosteriorCheck.WorstError(expected, found, 4) <= found.ErrorBound);
    }
}
