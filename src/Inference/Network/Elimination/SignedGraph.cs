namespace Unknot.Inference.Network.Elimination;

/// <summary>
/// One case as a graph of binary variables with factors on pairs. Every noisy-OR, of a witness or of a node with parents, is written as a sum over
/// one signed bit: with it unset the outcome is certain, with it set nothing has brought it about, and that is taken off again. What
/// remains joins points and bits in pairs, so that they can be summed out in any order.
/// </summary>
/// <remarks>
/// Witness: <c>1 − x Π qᵢ^tᵢ</c>, with x = certainty (1 − leak): the bit weighs 1 unset and −x set. Node t with parents: active with
/// <c>1 − b Π sₖ^tₖ</c>, b = 1 − base: its <em>gate</em> weighs 1 unset, only together with t active; set it weighs +b with t inactive and −b with
/// t active. Links and edges are factors q = 1 − weight where point and bit are both set.
/// </remarks>
internal sealed class SignedGraph
{
    private readonly IntList pointOfNode = new();
    private readonly IntList cursor = new();

    /// <summary>For each point its node.</summary>
    internal IntList Nodes { get; } = new();

    /// <summary>For each point the bit that is its gate, or −1.</summary>
    internal IntList GateOf { get; } = new();

    /// <summary>For each bit its witness, or the complement (~) of the node whose gate it is.</summary>
    internal IntList Bits { get; } = new();

    /// <summary>Where a point's pairs begin in <see cref="PairBits"/>; one more entry than points.</summary>
    internal IntList PairStarts { get; } = new();

    /// <summary>For each pair its bit; in the order of points, and of bits within a point.</summary>
    internal IntList PairBits { get; } = new();

    /// <summary>For each pair the number of its link among the links of all witnesses, or the complement (~) of its edge.</summary>
    internal IntList PairSources { get; } = new();

    internal int PointCount => Nodes.Count;

    internal int BitCount => Bits.Count;

    /// <summary>The point of a node, or −1 when nothing is joined to it.</summary>
    internal int PointOf(int node) => pointOfNode[node];

    /// <summary>Takes in a case: every node that a witness or an attached edge touches becomes a point.</summary>
    internal void Build(NoisyOrNetwork network, Observations evidence)
    {
        Nodes.Clear();
        GateOf.Clear();
        Bits.Clear();
        pointOfNode.Fill(network.NodeCount, 0);
        foreach (var witness in evidence.Witnesses)
        {
            foreach (var link in witness.Links)
            {
                pointOfNode[link.Node]++;
            }
        }

        for (var edge = 0; edge < network.Edges.Length; edge++)
        {
            if (evidence.Attaches(network.Edges[edge].Child))
            {
                pointOfNode[network.Edges[edge].Parent]++;
                pointOfNode[network.Edges[edge].Child] |= 1 << 30;
            }
        }

        LayOutPoints(network.NodeCount);
        AddPairs(network, evidence);
    }

    private void LayOutPoints(int nodes)
    {
        const int Gated = 1 << 30;
        PairStarts.Clear();
        PairStarts.Add(0);
        cursor.Clear();
        for (var node = 0; node < nodes; node++)
        {
            var touched = pointOfNode[node];
            if (touched == 0)
            {
                pointOfNode[node] = -1;
                continue;
            }

            pointOfNode[node] = Nodes.Count;
            Nodes.Add(node);
            GateOf.Add((touched & Gated) != 0 ? 0 : -1);
            cursor.Add(PairStarts[PairStarts.Count - 1]);
            PairStarts.Add(PairStarts[PairStarts.Count - 1] + (touched & ~Gated));
        }

        var pairs = PairStarts[PairStarts.Count - 1];
        PairBits.Fill(pairs, 0);
        PairSources.Fill(pairs, 0);
    }

    private void AddPairs(NoisyOrNetwork network, Observations evidence)
    {
        var link = 0;
        for (var w = 0; w < evidence.Witnesses.Length; w++)
        {
            var links = evidence.Witnesses[w].Links;
            if (links.IsEmpty)
            {
                continue;
            }

            foreach (var (node, _) in links)
            {
                AddPair(pointOfNode[node], link++);
            }

            Bits.Add(w);
        }

        for (var point = 0; point < Nodes.Count; point++)
        {
            if (GateOf[point] < 0)
            {
                continue;
            }

            foreach (var edge in network.Incoming(Nodes[point]))
            {
                AddPair(pointOfNode[network.Edges[edge].Parent], ~edge);
            }

            GateOf[point] = Bits.Count;
            Bits.Add(~Nodes[point]);
        }
    }

    private void AddPair(int point, int source)
    {
        PairBits[cursor[point]] = Bits.Count;
        PairSources[cursor[point]] = source;
        cursor[point]++;
    }
}
