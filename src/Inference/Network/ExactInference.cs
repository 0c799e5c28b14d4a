using System.Collections.Concurrent;
using Unknot.Inference.Network.Elimination;
using Unknot.Inference.Numerics;

namespace Unknot.Inference.Network;

/// <summary>Exact posterior probabilities of a <see cref="NoisyOrNetwork"/>, by elimination.</summary>
internal static class ExactInference
{
    /// <summary>Table entries touched in one pass that take some tens of milliseconds.</summary>
    internal const double UsualWorkLimit = 1 << 20;

    private static readonly ConcurrentBag<EliminationRoom> Rooms = [];

    /// <param name="network">The network.</param>
    /// <param name="evidence">About the same number of nodes.</param>
    /// <param name="workLimit">More table entries than this are not touched.</param>
    /// <returns>Null when it would be too much work.</returns>
    /// <exception cref="ArgumentException">Network and evidence have different numbers of nodes.</exception>
    internal static Posterior? TrySolve(NoisyOrNetwork network, Observations evidence, double workLimit)
    {
        if (evidence.LogWeights.Length != network.NodeCount)
        {
            throw new ArgumentException($"Evidence about {evidence.LogWeights.Length} nodes, network of {network.NodeCount}.", nameof(evidence));
        }

        var room = Rooms.TryTake(out var used) ? used : new EliminationRoom();
        try
        {
            room.Plan.Prepare(network, evidence);
            if (room.Plan.Order.Work > workLimit)
            {
                return null;
            }

            room.Plan.LayOut();
            room.RunTwice(network, evidence);
            return Read(room, network, evidence);
        }
        finally
        {
            Rooms.Add(room);
        }
    }

    /// <summary>Takes as long as it takes.</summary>
    /// <exception cref="ArgumentException">Network and evidence have different numbers of nodes, or the case is too wide for any memory.</exception>
    internal static Posterior Solve(NoisyOrNetwork network, Observations evidence) =>
        TrySolve(network, evidence, double.MaxValue)
            ?? throw new ArgumentException($"A sum would depend on more than {EliminationOrder.MaxScope} variables at once.", nameof(evidence));

    private static Posterior Read(EliminationRoom room, NoisyOrNetwork network, Observations evidence)
    {
        var (graph, found) = (room.Plan.Graph, room.Eliminator);
        var (active, fired) = (new double[network.NodeCount], new double[network.Edges.Length]);
        for (var node = 0; node < active.Length; node++)
        {
            if (graph.PointOf(node) < 0)
            {
                active[node] = LogSpace.Logistic(LogSpace.Logit(network.PriorOf(node)) + evidence.LogWeights[node]);
            }
        }

        var (shares, explained) = (new double[evidence.LinkWeights.Length], new double[evidence.Witnesses.Length]);
        for (var point = 0; point < graph.PointCount; point++)
        {
            var probability = Math.Clamp(found.Active[point].Value, 0, 1);
            active[graph.Nodes[point]] = probability;
            for (var pair = graph.PairStarts[point]; pair < graph.PairStarts[point + 1]; pair++)
            {
                // With the bit unset the outcome is certain: so much weight has the point's firing.
                var certain = (found.Active[point] - found.BothSet[pair]).Value;
                var source = graph.PairSources[pair];
                if (source >= 0)
                {
                    shares[source] = Math.Clamp(evidence.LinkWeights[source] * certain, 0, probability);
                }
                else
                {
                    fired[~source] = Math.Clamp(network.Edges[~source].Strength * certain, 0, probability);
                }
            }
        }

        for (var bit = 0; bit < graph.BitCount; bit++)
        {
            if (graph.Bits[bit] >= 0)
            {
                var witness = evidence.Witnesses[graph.Bits[bit]];
                explained[graph.Bits[bit]] = Math.Clamp((Long.From(1) - (Long.From(witness.UnexplainedLikelihood) * found.BitSlopes[bit])).Value, 0, 1);
            }
        }

        return new Posterior(active, fired, explained, shares, evidence, room.RoundingError());
    }
}
