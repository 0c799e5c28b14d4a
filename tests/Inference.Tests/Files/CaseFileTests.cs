using System.Collections.Immutable;
using Unknot.Inference.Network;
using Unknot.Inference.Shared.Files;
using Unknot.Inference.Shared.Patients;
using Unknot.Inference.Tests.Network;

namespace Unknot.Inference.Tests.Files;

/// <summary>What the engines are compared on must be, digit for digit, what was meant.</summary>
public sealed class CaseFileTests
{
    [Fact]
    public void Cases_read_back_as_they_were()
    {
        ImmutableArray<Case> cases = [.. Enumerable.Range(0, 40).Select(OfSeed)];
        var read = RoundTrip(cases);
        Assert.Equal(cases.Length, read.Length);
        for (var i = 0; i < cases.Length; i++)
        {
            AssertSame(cases[i], read[i]);
        }
    }

    [Fact]
    public void Chains_that_all_cases_have_are_written_once()
    {
        Edge common = new(0, 1, 0.1);
        Edge own = new(1, 2, 1.0 / 3);
        ImmutableArray<Case> cases = [Of("one", [common]), Of("other", [common, own])];
        var (network, text) = Written(cases);
        Assert.Contains("edge 0 1 0.1\n", network, StringComparison.Ordinal);
        Assert.DoesNotContain("edge 0 1", text, StringComparison.Ordinal);
        Assert.Contains("edge 1 2 0.3333333333333333\n", text, StringComparison.Ordinal);
        Assert.Equal<Edge>([common, own], RoundTrip(cases)[1].Network.Edges);
    }

    [Theory]
    [InlineData("unknot-cases 2\n")]
    [InlineData("unknot-cases 1\nweight 0 1\n")]
    [InlineData("unknot-cases 1\ncase a blob\nweight 0\nend\n")]
    [InlineData("unknot-cases 1\ncase a blob\nwitness x 0.5\nend\n")]
    [InlineData("unknot-cases 1\ncase a blob\n")]
    public void A_file_that_is_not_of_the_format_is_refused(string cases) =>
        Assert.ThrowsAny<FormatException>(() => CaseReader.Read(new StringReader("unknot-network 1\nnode 0 0.5 a\n"), new StringReader(cases)));

    [Fact]
    public void Answers_of_a_peer_are_read_with_its_failures()
    {
        var results = Result.Read(new StringReader("blob-001 1.25 solved 0.5 0.25 1e-9\nblob-002 20000 time\n"));
        Assert.Equal<double>([0.5, 0.25, 1e-9], results["blob-001"].Marginals);
        Assert.Equal(1.25, results["blob-001"].Milliseconds);
        Assert.Equal("time", results["blob-002"].Failure);
        Assert.Throws<FormatException>(() => Result.Read(new StringReader("blob-001 1.25\n")));
        Assert.Throws<FormatException>(() => Result.Read(new StringReader("blob-001 1.25 time 0.5\n")));
    }

    private static Case OfSeed(int seed)
    {
        var (network, evidence) = RandomCase.FromSeed(seed, nodeCount: 9, witnessCount: 5, edgeShare: 0.2);
        return new Case($"case-{seed}", seed % 2 == 0 ? DrawingKind.Blob : DrawingKind.Scattered, network, evidence);
    }

    private static Case Of(string id, ImmutableArray<Edge> edges) =>
        new(id, DrawingKind.Blob, new NoisyOrNetwork([0.1, 0.2, 0.3], edges), Observations.None(3));

    private static (string Network, string Cases) Written(ImmutableArray<Case> cases)
    {
        using var networkFile = new StringWriter { NewLine = "\n" };
        using var casesFile = new StringWriter { NewLine = "\n" };
        CaseWriter.Write(networkFile, casesFile, [.. Enumerable.Range(0, cases[0].Network.NodeCount).Select(node => $"n{node}")], cases);
        return (networkFile.ToString(), casesFile.ToString());
    }

    private static ImmutableArray<Case> RoundTrip(ImmutableArray<Case> cases)
    {
        var (network, text) = Written(cases);
        return CaseReader.Read(new StringReader(network), new StringReader(text));
    }

    private static void AssertSame(Case expected, Case actual)
    {
        Assert.Equal(expected.Id, actual.Id);
        Assert.Equal(expected.Kind, actual.Kind);
        Assert.Equal<double>(expected.Network.Bases, actual.Network.Bases);
        Assert.Equal(expected.Network.Edges.ToHashSet(), actual.Network.Edges.ToHashSet());
        Assert.Equal<double>(expected.Evidence.LogWeights, actual.Evidence.LogWeights);
        Assert.Equal(expected.Evidence.Witnesses.Length, actual.Evidence.Witnesses.Length);
        foreach (var (one, other) in expected.Evidence.Witnesses.Zip(actual.Evidence.Witnesses))
        {
            Assert.Equal((one.Leak, one.Certainty), (other.Leak, other.Certainty));
            Assert.Equal<Link>(one.Links, other.Links);
        }
    }
}
