using Unknot.Inference.Network;
using Unknot.Inference.Shared.Frontier;
using Unknot.Inference.Shared.Patients;

namespace Unknot.Inference.Tests.Network;

/// <summary>The engine against a second exact method, on drawings of the real atlas and on the small networks that can be counted out.</summary>
public sealed class FrontierTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData(DrawingKind.Blob)]
    [InlineData(DrawingKind.Scattered)]
    internal void Both_methods_agree_on_drawings_of_the_real_atlas(DrawingKind kind)
    {
        const int Drawings = 250;
        var laid = LaidAtlas.Load();
        var maker = new DrawingMaker(laid, seed: 1);
        var compared = 0;
        for (var i = 0; i < Drawings; i++)
        {
            var (network, evidence) = laid.Model.EvidenceOf(maker.Next(kind));
            if (FrontierSweep.Solve(network, evidence, FrontierSweep.QuickWork) is { } expected)
            {
                compared++;
                Compare(expected, ExactInference.Solve(network, evidence), network, evidence, Tolerance);
            }
        }

        // The widest ones are refused; enough must be left for the comparison to mean something.
        Assert.InRange(compared, Drawings / 3, Drawings);
    }

    [Fact]
    public void The_second_method_finds_what_going_through_all_settings_finds()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var (network, evidence) = RandomCase.FromSeed(seed, nodeCount: 7, witnessCount: 5, edgeShare: 0.3);
            var expected = new Enumeration(network, evidence);
            var actual = FrontierSweep.Solve(network, evidence, FrontierSweep.QuickWork);
            Assert.NotNull(actual);
            Assert.All(Enumerable.Range(0, 7), node => Assert.Equal(expected.ActiveOf(node), actual.Active[node], 1e-12));
            Assert.All(Enumerable.Range(0, network.Edges.Length), edge => Assert.Equal(expected.FiredOf(edge), actual.Fired[edge], 1e-12));
            Assert.All(Enumerable.Range(0, 5), witness => Assert.Equal(expected.ExplainedOf(witness), actual.Explained[witness], 1e-12));
        }
    }

    [Fact]
    public void The_second_method_refuses_what_costs_too_much()
    {
        var (network, evidence) = RandomCase.FromSeed(3, nodeCount: 9, witnessCount: 8, edgeShare: 0.2);
        Assert.Null(FrontierSweep.Solve(network, evidence, workLimit: 10));
    }

    [Fact]
    public void Drawings_are_of_their_kind_and_the_same_seed_gives_the_same()
    {
        var laid = LaidAtlas.Load();
        var (one, other) = (new DrawingMaker(laid, seed: 4), new DrawingMaker(laid, seed: 4));
        for (var i = 0; i < 20; i++)
        {
            var kind = i % 2 == 0 ? DrawingKind.Blob : DrawingKind.Scattered;
            var drawing = one.Next(kind);
            Assert.Empty(laid.Model.ProblemsOf(drawing));
            Assert.NotEmpty(laid.Model.EvidenceOf(drawing).Evidence.Witnesses);
            Assert.True(kind == DrawingKind.Scattered || drawing.Regions.IsEmpty);
            var again = other.Next(kind);
            Assert.Equal<object>(drawing.Cells, again.Cells);
            Assert.Equal<object>(drawing.Regions, again.Regions);
            Assert.Equal<object>(drawing.PainFree, again.PainFree);
        }
    }

    private static void Compare(FrontierPosterior expected, Posterior actual, NoisyOrNetwork network, Observations evidence, double tolerance)
    {
        for (var node = 0; node < network.NodeCount; node++)
        {
            Assert.Equal(expected.Active[node], actual.ActiveOf(node), tolerance);
        }

        for (var edge = 0; edge < network.Edges.Length; edge++)
        {
            Assert.Equal(expected.Fired[edge], actual.FiredOf(edge), tolerance);
        }

        for (var witness = 0; witness < evidence.Witnesses.Length; witness++)
        {
            Assert.Equal(expected.Explained[witness], actual.ExplainedOf(witness), tolerance);
            for (var link = 0; link < evidence.Witnesses[witness].Links.Length; link++)
            {
                Assert.Equal(expected.Shares[witness][link], actual.ShareOf(witness, link), tolerance);
            }
        }
    }
}
