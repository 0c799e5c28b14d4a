using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

/// <summary>Holds everything a posterior says against what going through all settings gives.</summary>
internal static class PosteriorCheck
{
    internal static void IsAsEnumerated(RandomCase given, Posterior actual, double tolerance)
    {
        var (network, evidence) = given;
        var expected = new Enumeration(network, evidence);
        Assert.Equal(expected.LogEvidence, actual.LogEvidence, tolerance * Math.Max(1, Math.Abs(expected.LogEvidence)));
        for (var node = 0; node < network.NodeCount; node++)
        {
            Assert.Equal(expected.ActiveOf(node), actual.ActiveOf(node), tolerance);
        }

        for (var edge = 0; edge < network.Edges.Length; edge++)
        {
            Assert.Equal(expected.FiredOf(edge), actual.FiredOf(edge), tolerance);
        }

        for (var witness = 0; witness < evidence.Witnesses.Length; witness++)
        {
            Assert.Equal(expected.ExplainedOf(witness), actual.ExplainedOf(witness), tolerance);
            for (var link = 0; link < evidence.Witnesses[witness].Links.Length; link++)
            {
                Assert.Equal(expected.ShareOf(witness, link), actual.ShareOf(witness, link), tolerance);
            }
        }
    }

    /// <summary>How far the worst node is from the exact probability.</summary>
    internal static double WorstError(Enumeration expected, Posterior actual, int nodeCount) =>
        Enumerable.Range(0, nodeCount).Max(node => Math.Abs(expected.ActiveOf(node) - actual.ActiveOf(node)));

    /// <summary>All that a posterior says, for a comparison bit by bit.</summary>
    internal static long[] BitsOf(RandomCase given, Posterior posterior) =>
    [
        .. Enumerable.Range(0, given.Network.NodeCount).Select(posterior.ActiveOf)
            .Concat(Enumerable.Range(0, given.Network.Edges.Length).Select(posterior.FiredOf))
            .Concat(Enumerable.Range(0, given.Evidence.Witnesses.Length).Select(posterior.ExplainedOf))
            .Concat(given.Evidence.Witnesses.SelectMany((witness, w) => witness.Links.Select((_, i) => posterior.ShareOf(w, i))))
            .Append(posterior.LogEvidence)
            .Append(posterior.ErrorBound)
            .Select(BitConverter.DoubleToInt64Bits),
    ];
}
