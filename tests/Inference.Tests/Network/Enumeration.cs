using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

/// <summary>
/// The posterior by the book: every setting of the nodes is gone through and its probability written out. Slow, and shares nothing
/// with the engine but the types of its input.
/// </summary>
internal sealed class Enumeration
{
    private readonly NoisyOrNetwork network;
    private readonly Observations evidence;
    private readonly double total;

    internal Enumeration(NoisyOrNetwork network, Observations evidence)
    {
        this.network = network;
        this.evidence = evidence;
        total = Sum(nodes => Weight(nodes));
    }

    internal double ActiveOf(int node) => Sum(nodes => nodes[node] ? Weight(nodes) : 0) / total;

    /// <summary>The edge fires: the child is then active for sure, and its other parents do not matter.</summary>
    internal double FiredOf(int index)
    {
        var edge = network.Edges[index];
        return Sum(nodes => nodes[edge.Parent] && nodes[edge.Child] ? edge.Strength * Weight(nodes, sureNode: edge.Child) : 0) / total;
    }

    /// <summary>The link fires: the witness is then true for sure.</summary>
    internal double ShareOf(int witness, int index)
    {
        var link = evidence.Witnesses[witness].Links[index];
        return Sum(nodes => nodes[link.Node] ? link.Weight * Weight(nodes, sureWitness: witness) : 0) / total;
    }

    internal double ExplainedOf(int witness) => Sum(nodes => AnyFires(witness, nodes) * Weight(nodes, sureWitness: witness)) / total;

    private double AnyFires(int witness, bool[] nodes)
    {
        var none = 1.0;
        foreach (var (node, weight) in evidence.Witnesses[witness].Links)
        {
            none *= nodes[node] ? 1 - weight : 1;
        }

        return 1 - none;
    }

    private double Sum(Func<bool[], double> term)
    {
        var sum = 0.0;
        var nodes = new bool[network.NodeCount];
        for (var setting = 0; setting < 1 << nodes.Length; setting++)
        {
            for (var node = 0; node < nodes.Length; node++)
            {
                nodes[node] = ((setting >> node) & 1) == 1;
            }

            sum += term(nodes);
        }

        return sum;
    }

    private double Weight(bool[] nodes, int sureNode = -1, int sureWitness = -1)
    {
        var weight = 1.0;
        for (var node = 0; node < nodes.Length; node++)
        {
            var idle = 1 - network.Bases[node];
            foreach (var edge in network.Edges)
            {
                idle *= edge.Child == node && nodes[edge.Parent] ? 1 - edge.Strength : 1;
            }

            weight *= node == sureNode ? 1 : nodes[node] ? 1 - idle : idle;
            weight *= nodes[node] ? Math.Exp(evidence.LogWeights[node]) : 1;
        }

        for (var index = 0; index < evidence.Witnesses.Length; index++)
        {
            var witness = evidence.Witnesses[index];
            var untrue = (1 - witness.Leak) * (1 - AnyFires(index, nodes));
            weight *= index == sureWitness ? 1 : 1 - (witness.Certainty * untrue);
        }

        return weight;
    }
}
