using System.Collections.Concurrent;
using Unknot.Inference.Network.Elimination;
using Unknot.Inference.Numerics;

namespace Unknot.Inference.Network;

/// <summary>Exact posterior probabilities of a <see cref="NoisyOrNetwork"/>, by elimination.</summary>
internal static class ExactInference
{
    /// <summary>Table entries touched in one pass that take some tens of milliseconds.</summary>
    internal const double UsualWorkLimit = 1 << 19;

    /// <summary>From this much work on plain numbers are tried first.</summary>
    private const double LargeWork = 1 << 12;

    /// <summary>So much error of plain numbers is let pass.</summary>
    private const double GoodEnough = 1e-6;

    /// <summary>Measured, rounded up: what one table entry takes from the first pass to the last, in both lengths of numbers.</summary>
    private const double SecondsPerEntry = 200e-9;

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

        var room = Take();
        try
        {
            room.Plan.Prepare(network, evidence);
            if (room.Plan.Order.Work > Math.Min(workLimit, double.MaxValue))
            {
                return null;
            }

            room.Plan.LayOut();
            var numbers = CaseNumbers.Of(network, evidence);
            return room.Plan.Order.Work > LargeWork && room.TryRunPlain(network, numbers, GoodEnough) is { } quick
                ? Read(room, quick, network, evidence)
                : Read(room, room.RunLong(network, numbers), network, evidence);
        }
        finally
        {
            Return(room);
        }
    }

    /// <summary>Takes as long as it takes.</summary>
    /// <exception cref="ArgumentException">Network and evidence have different numbers of nodes, or the case is too wide for any memory.</exception>
    internal static Posterior Solve(NoisyOrNetwork network, Observations evidence) =>
        TrySolve(network, evidence, double.MaxValue)
            ?? throw new ArgumentException($"A sum would depend on more than {EliminationOrder.MaxScope} variables at once.", nameof(evidence));

    /// <summary>The table entries that can be touched in a time.</summary>
    internal static double WorkWithin(TimeSpan time) => time.TotalSeconds / SecondsPerEntry;

    /// <summary>Whether elimination would be done in about the given time.</summary>
    internal static bool IsFeasible(NoisyOrNetwork network, Observations evidence, TimeSpan time)
    {
        var room = Take();
        try
        {
            room.Plan.Prepare(network, evidence);
            return room.Plan.Order.Work < WorkWithin(time);
        }
        finally
        {
            Return(room);
        }
    }

    /// <summary>Many cases of one shape, in plain numbers: they err by about as much as the <see cref="Posterior.ErrorBound"/> of the case itself says.</summary>
    /// <param name="network">The network.</param>
    /// <param name="evidence">Gives the shape.</param>
    /// <param name="cases">Any number.</param>
    /// <returns>For each case the probability of each node, and the weight of all that is known as a natural logarithm.</returns>
    /// <exception cref="ArgumentException">The shape is too wide for any memory.</exception>
    internal static (double[][] Active, double[] LogEvidence) SolveAll(NoisyOrNetwork network, Observations evidence, IReadOnlyList<CaseNumbers> cases)
    {
        var (active, logs) = (new double[cases.Count][], new double[cases.Count]);
        var room = Take();
        try
        {
            room.Plan.Prepare(network, evidence);
            if (double.IsInfinity(room.Plan.Order.Work))
            {
                throw new ArgumentException("The case is too wide for any memory.", nameof(evidence));
            }

            room.Plan.LayOut();
            for (var first = 0; first < cases.Count; first += Four.Count)
            {
                // The last four may be fewer; the last one then fills up.
                var last = cases.Count - 1;
                var (found, evidences) = room.RunFour(network, [cases[first], cases[Math.Min(first + 1, last)], cases[Math.Min(first + 2, last)], cases[Math.Min(first + 3, last)]]);
                for (var lane = 0; lane < Four.Count && first + lane <= last; lane++)
                {
                    (active[first + lane], var outside) = Outside(room.Plan.Graph, evidence, cases[first + lane]);
                    logs[first + lane] = evidences[lane] + outside;
                    for (var point = 0; point < room.Plan.Graph.PointCount; point++)
                    {
                        active[first + lane][room.Plan.Graph.Nodes[point]] = Between(found.Active[point].Values[lane], 1);
                    }
                }
            }

            return (active, logs);
        }
        finally
        {
            Return(room);
        }
    }

    private static EliminationRoom Take() => Rooms.TryTake(out var used) ? used : new EliminationRoom();

    private static void Return(EliminationRoom room) => Rooms.Add(room);

    /// <summary>The nodes that nothing is joined to, and their part and that of witnesses without links in the weight of what is known.</summary>
    private static (double[] Active, double LogEvidence) Outside(SignedGraph graph, Observations evidence, CaseNumbers numbers)
    {
        var (active, log) = (new double[numbers.Priors.Length], 0.0);
        for (var node = 0; node < active.Length; node++)
        {
            if (graph.PointOf(node) < 0)
            {
                active[node] = LogSpace.Logistic(LogSpace.Logit(numbers.Priors[node]) + numbers.LogWeights[node]);
                log += LogSpace.Log1P(numbers.Priors[node] * LogSpace.ExpM1(numbers.LogWeights[node]));
            }
        }

        for (var w = 0; w < evidence.Witnesses.Length; w++)
        {
            log += evidence.Witnesses[w].Links.IsEmpty ? LogSpace.Log1P(-numbers.Doubts[w]) : 0;
        }

        return (active, log);
    }

    /// <summary>Rid of rounding. Where the whole itself is out of the range of a number nothing is known, and the middle is as good as any.</summary>
    private static double Between(double value, double most) => double.IsNaN(value) ? most / 2 : Math.Clamp(value, 0, most);

    private static Posterior Read<T>(EliminationRoom room, Eliminator<T> found, NoisyOrNetwork network, Observations evidence)
        where T : unmanaged, IScalar<T>
    {
        var graph = room.Plan.Graph;
        var (active, logOutside) = Outside(graph, evidence, CaseNumbers.Of(network, evidence));
        var fired = new double[network.Edges.Length];
        var (shares, explained) = (new double[evidence.LinkWeights.Length], new double[evidence.Witnesses.Length]);
        for (var point = 0; point < graph.PointCount; point++)
        {
            var probability = Between(found.Active[point].First, 1);
            active[graph.Nodes[point]] = probability;
            for (var pair = graph.PairStarts[point]; pair < graph.PairStarts[point + 1]; pair++)
            {
                // With the bit unset the outcome is certain: so much weight has the point's firing.
                var certain = (found.Active[point] - found.BothSet[pair]).First;
                var source = graph.PairSources[pair];
                if (source >= 0)
                {
                    shares[source] = Between(evidence.LinkWeights[source] * certain, probability);
                }
                else
                {
                    fired[~source] = Between(network.Edges[~source].Strength * certain, probability);
                }
            }
        }

        for (var bit = 0; bit < graph.BitCount; bit++)
        {
            if (graph.Bits[bit] >= 0)
            {
                var witness = evidence.Witnesses[graph.Bits[bit]];
                explained[graph.Bits[bit]] = Between((T.From(1) - (T.From(witness.UnexplainedLikelihood) * found.BitSlopes[bit])).First, 1);
            }
        }

        return new Posterior(active, fired, explained, shares, evidence, room.ErrorBound)
        {
            Work = room.Plan.Order.Work,
            LogEvidence = room.LogEvidence + logOutside,
        };
    }
}
