using System.Collections.Immutable;
using Unknot.Inference.Network;

namespace Unknot.Inference.Shared.Frontier;

/// <summary>Nodes that no edge and no witness joins to nodes outside.</summary>
/// <param name="Nodes">Ascending.</param>
/// <param name="Witnesses">Indices of the witnesses with a link into it, ascending.</param>
internal sealed record Component(ImmutableArray<int> Nodes, ImmutableArray<int> Witnesses)
{
    /// <summary>All components, ordered by their first node. A witness without links belongs to none.</summary>
    internal static ImmutableArray<Component> Split(NoisyOrNetwork network, ImmutableArray<Witness> witnesses)
    {
        var leaders = new int[network.NodeCount];
        for (var node = 0; node < leaders.Length; node++)
        {
            leaders[node] = node;
        }

        foreach (var edge in network.Edges)
        {
            Join(leaders, edge.Parent, edge.Child);
        }

        foreach (var witness in witnesses)
        {
            for (var i = 1; i < witness.Links.Length; i++)
            {
                Join(leaders, witness.Links[0].Node, witness.Links[i].Node);
            }
        }

        var members = new SortedDictionary<int, (List<int> Nodes, List<int> Witnesses)>();
        for (var node = 0; node < leaders.Length; node++)
        {
            var leader = Leader(leaders, node);
            if (!members.TryGetValue(leader, out var lists))
            {
                members.Add(leader, lists = ([], []));
            }

            lists.Nodes.Add(node);
        }

        for (var w = 0; w < witnesses.Length; w++)
        {
            if (!witnesses[w].Links.IsEmpty)
            {
                members[Leader(leaders, witnesses[w].Links[0].Node)].Witnesses.Add(w);
            }
        }

        return [.. members.Values.Select(lists => new Component([.. lists.Nodes], [.. lists.Witnesses]))];
    }

    private static void Join(int[] leaders, int a, int b)
    {
        var leaderA = Leader(leaders, a);
        var leaderB = Leader(leaders, b);

        // The smallest node leads, so that the order of components does not depend on the order of joining.
        leaders[Math.Max(leaderA, leaderB)] = Math.Min(leaderA, leaderB);
    }

    private static int Leader(int[] leaders, int node)
    {
        while (leaders[node] != node)
        {
            leaders[node] = leaders[leaders[node]];
            node = leaders[node];
        }

        return node;
    }
}
