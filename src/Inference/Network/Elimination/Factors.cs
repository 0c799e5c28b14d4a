using Unknot.Inference.Numerics;

namespace Unknot.Inference.Network.Elimination;

/// <summary>The numbers of a <see cref="SignedGraph"/>, in the order of its points, bits and pairs.</summary>
internal sealed class Factors<T>
    where T : unmanaged, IScalar<T>
{
    private readonly double[] logScales = new double[T.Lanes];

    /// <summary>For each point the weight of being inactive; the larger of the two weights of a point is 1.</summary>
    internal T[] Idle { get; private set; } = [];

    /// <summary>For each point the weight of being active. Of a point with a gate, the plain evidence only.</summary>
    internal T[] Active { get; private set; } = [];

    /// <summary>For each bit its weight when set, before the sign of a gate: −x of a witness, 1 − base of a gate.</summary>
    internal T[] Set { get; private set; } = [];

    /// <summary>For each pair its factor when both are set.</summary>
    internal T[] Pair { get; private set; } = [];

    /// <summary>For each lane the logarithm of what was taken out of the weights.</summary>
    internal ReadOnlySpan<double> LogScales => logScales;

    /// <param name="graph">The shape.</param>
    /// <param name="network">Gives the strengths of the edges.</param>
    /// <param name="cases">One for each lane.</param>
    internal void Take(SignedGraph graph, NoisyOrNetwork network, ReadOnlySpan<CaseNumbers> cases)
    {
        Reserve(graph);
        TakePoints(graph, cases);
        Span<double> lanes = stackalloc double[T.Lanes];
        for (var bit = 0; bit < graph.BitCount; bit++)
        {
            var owner = graph.Bits[bit];
            for (var lane = 0; lane < lanes.Length; lane++)
            {
                lanes[lane] = owner >= 0 ? cases[lane].Doubts[owner] : cases[lane].Bases[~owner];
            }

            // Taken off in these numbers: off a plain 1 a small base or weight would lose its last digits before the sums begin.
            Set[bit] = T.From(owner >= 0 ? 0 : 1) - T.Of(lanes);
        }

        for (var pair = 0; pair < graph.PairSources.Count; pair++)
        {
            var source = graph.PairSources[pair];
            for (var lane = 0; lane < lanes.Length; lane++)
            {
                lanes[lane] = source >= 0 ? cases[lane].LinkWeights[source] : network.Edges[~source].Strength;
            }

            Pair[pair] = T.From(1) - T.Of(lanes);
        }
    }

    /// <summary>
    /// Multiplies both weights of every point by a factor of its own, a different one for each lane but the first. That changes no probability, but the
    /// rounding of everything that is computed from them.
    /// </summary>
    internal void Rescale(SignedGraph graph)
    {
        Span<double> lanes = stackalloc double[T.Lanes];
        for (var point = 0; point < graph.PointCount; point++)
        {
            for (var lane = 0; lane < lanes.Length; lane++)
            {
                // Multiples of the golden ratio spread evenly, and no two lanes or points get the same.
                lanes[lane] = lane == 0 ? 1 : 1 + (((point * Four.Count) + lane) * 0.6180339887498949 % 1);
                logScales[lane] -= Math.Log(lanes[lane]);
            }

            Idle[point] *= T.Of(lanes);
            Active[point] *= T.Of(lanes);
        }
    }

    private void TakePoints(SignedGraph graph, ReadOnlySpan<CaseNumbers> cases)
    {
        Array.Clear(logScales);
        Span<double> idle = stackalloc double[T.Lanes];
        Span<double> active = stackalloc double[T.Lanes];
        for (var point = 0; point < graph.PointCount; point++)
        {
            var node = graph.Nodes[point];
            var gated = graph.GateOf[point] >= 0;
            for (var lane = 0; lane < idle.Length; lane++)
            {
                var prior = gated ? 0 : cases[lane].Priors[node];
                var logOdds = cases[lane].LogWeights[node] + (gated ? 0 : LogSpace.Logit(prior));
                idle[lane] = logOdds > 0 ? Math.Exp(-logOdds) : 1;
                active[lane] = logOdds > 0 ? 1 : Math.Exp(logOdds);
                logScales[lane] += Math.Max(logOdds, 0) + (gated ? 0 : LogSpace.Log1P(-prior));
            }

            Idle[point] = T.Of(idle);
            Active[point] = T.Of(active);
        }
    }

    private void Reserve(SignedGraph graph)
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
