using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

/// <summary>Everything elimination says, against going through all settings, for networks and evidence of every kind.</summary>
public sealed class AnyKindTests
{
    [Theory]
    [InlineData(0, 500, 8)]
    [InlineData(1000, 60, 11)]
    [InlineData(2000, 6, 14)]
    public void Everything_said_is_as_going_through_all_settings_gives_it(int firstSeed, int cases, int mostNodes)
    {
        for (var seed = firstSeed; seed < firstSeed + cases; seed++)
        {
            var given = RandomCase.OfAnyKind(seed, mostNodes, strong: 5);
            PosteriorCheck.IsAsEnumerated(given, ExactInference.Solve(given.Network, given.Evidence), 1e-10);
        }
    }

    [Fact]
    public void Findings_that_all_but_decide_are_weighed_rightly_too()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var given = RandomCase.OfAnyKind(seed, 8, strong: 40);
            var posterior = ExactInference.Solve(given.Network, given.Evidence);
            Assert.InRange(posterior.ErrorBound, 0, 1);
            var error = PosteriorCheck.WorstError(new Enumeration(given.Network, given.Evidence), posterior, given.Network.NodeCount);
            Assert.True(error <= posterior.ErrorBound + 1e-12, $"Seed {seed}: off by {error}, bound {posterior.ErrorBound}.");
        }
    }
}
