using System.Globalization;
using Unknot.Inference.Network;

namespace Unknot.Inference.Shared.Files;

/// <summary>Writes network and cases as <c>bench/Inference/README.md</c> describes.</summary>
internal static class CaseWriter
{
    /// <param name="names">One for each node, without blanks.</param>
    /// <param name="cases">At least one; all networks have as many nodes.</param>
    internal static void Write(TextWriter networkFile, TextWriter casesFile, IReadOnlyList<string> names, IReadOnlyList<Case> cases)
    {
        var bases = MostCommonBases(cases);
        var common = CommonEdges(cases);
        networkFile.WriteLine("unknot-network 1");
        for (var node = 0; node < names.Count; node++)
        {
            networkFile.WriteLine($"node {node} {Text(bases[node])} {names[node]}");
        }

        foreach (var edge in common.OrderBy(edge => edge.Child).ThenBy(edge => edge.Parent))
        {
            WriteEdge(networkFile, edge);
        }

        casesFile.WriteLine("unknot-cases 1");
        foreach (var one in cases)
        {
            WriteCase(casesFile, one, bases, common);
        }
    }

    /// <summary>With as many digits as it takes to read the same number back.</summary>
    internal static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static void WriteCase(TextWriter file, Case one, double[] bases, HashSet<Edge> common)
    {
        file.WriteLine($"case {one.Id} {one.Kind.ToString().ToLowerInvariant()}");
        for (var node = 0; node < bases.Length; node++)
        {
            if (one.Network.Bases[node] != bases[node])
            {
                file.WriteLine($"base {node} {Text(one.Network.Bases[node])}");
            }
        }

        foreach (var edge in one.Network.Edges.Where(edge => !common.Contains(edge)))
        {
            WriteEdge(file, edge);
        }

        for (var node = 0; node < bases.Length; node++)
        {
            if (one.Evidence.LogWeights[node] != 0)
            {
                file.WriteLine($"weight {node} {Text(one.Evidence.LogWeights[node])}");
            }
        }

        foreach (var witness in one.Evidence.Witnesses)
        {
            var links = string.Concat(witness.Links.Select(link => $" {link.Node}:{Text(link.Weight)}"));
            file.WriteLine($"witness {Text(witness.Leak)} {Text(witness.Certainty)}{links}");
        }

        file.WriteLine("end");
    }

    private static void WriteEdge(TextWriter file, Edge edge) => file.WriteLine($"edge {edge.Parent} {edge.Child} {Text(edge.Strength)}");

    private static double[] MostCommonBases(IReadOnlyList<Case> cases) =>
    [
        .. Enumerable.Range(0, cases[0].Network.NodeCount)
            .Select(node => cases.GroupBy(one => one.Network.Bases[node]).MaxBy(group => group.Count())!.Key),
    ];

    private static HashSet<Edge> CommonEdges(IReadOnlyList<Case> cases)
    {
        var common = cases[0].Network.Edges.ToHashSet();
        foreach (var one in cases)
        {
            common.IntersectWith(one.Network.Edges);
        }

        return common;
    }
}
