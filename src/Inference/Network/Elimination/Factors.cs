using Unknot.Inference.Numerics;

namespace Unknot.Inference.Network.Elimination;

/// <summary>The numbers of a <see cref="SignedGraph"/>, in the order of its points, bits and pairs.</summary>
internal sealed class Factors<T>
    where T : unmanaged, IScalar<T>
{
    /// <summary>For each point the weight of being inactive; the larger of the two weights of a point is 1.</summary>
    internal T[] Idle { get; private set; } = [];

    /// <summary>For each point the weight of being active. Of a point with a gate, the plain evidence only.</summary>
    internal T[] Active { get; private set; } = [];

    /// <summary>For each bit its weight when set, before the sign of a gate: −x of a witness, 1 − base of a gate.</summary>
    internal T[] Set { get; private set; } = [];

    /// <summary>For each pair its factor when both are set.</summary>
    internal T[] Pair { get; private set; } = [];

    /// <summary>Logarithm of what was taken out of the weights.</summary>
    internal double LogScale { get; private set; }

    internal void Take(SignedGraph graph, NoisyOrNetwork network, Observations evidence)
    {
        Reserve(graph);
        LogScale = 0;
        for (var point = 0; point < graph.PointCount; point++)
        {
            var node = graph.Nodes[point];
            var gated = graph.GateOf[point] >= 0;
            var logOdds = evidence.LogWeights[node] + (gated ? 0 : LogSpace.Logit(network.PriorOf(node)));
            Idle[point] = T.From(logOdds > 0 ? Math.Exp(-logOdds) : 1);
            Active[point] = T.From(logOdds > 0 ? 1 : Math.Exp(logOdds));
            LogScale += Math.Max(logOdds, 0) + (gated ? 0 : LogSpace.Log1P(-network.PriorOf(node)));
        }

        for (var bit = 0; bit < graph.BitCount; bit++)
        {
            var owner = graph.Bits[bit];
            Set[bit] = owner >= 0
                ? T.From(-evidence.Witnesses[owner].Certainty) * (T.From(1) - T.From(evidence.Witnesses[owner].Leak))
                : T.From(1) - T.From(network.Bases[~owner]);
        }

        for (var pair = 0; pair < graph.PairSources.Count; pair++)
        {
            var source = graph.PairSources[pair];
            Pair[pair] = T.From(1) - T.From(source >= 0 ? evidence.LinkWeights[source] : network.Edges[~source].Strength);
        }
    }

    internal void Reserve(SignedGraph graph)
    {
        if (Idle.Length < graph.PointCount)
        {
            Idle = new T[2 * graph.PointCount];
            Active = new T[2 * graph.PointCount];
        }

        if (Set.Length < graph.BitCount)
        {
            Set = new T[2 * graph.BitCount];
        }

        if (Pair.Length < graph.PairBits.Count)
        {
            Pair = new T[2 * graph.PairBits.Count];
        }
    }
}
