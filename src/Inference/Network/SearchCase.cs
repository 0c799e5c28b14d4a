using Unknot.Inference.Network.Elimination;
using Unknot.Inference.Numerics;

namespace Unknot.Inference.Network;

/// <summary>A case laid out for the <see cref="CertifiedSearch"/>: the bounds of a branch.</summary>
internal sealed class SearchCase
{
    private readonly NoisyOrNetwork network;
    private readonly Observations evidence;
    private readonly SignedGraph graph = new();
    private readonly double[] weights;
    private readonly double unit;

    /// <summary>For each bit of the graph the product over what is active for certain, and over what may be active.</summary>
    private readonly double[] noneOfActive;
    private readonly double[] noneOfPossible;

    internal SearchCase(NoisyOrNetwork network, Observations evidence)
    {
        this.network = network;
        this.evidence = evidence;
        graph.Build(network, evidence);
        weights = [.. graph.Nodes.All.ToArray().Select(node => Math.Exp(evidence.LogWeights[node]))];
        noneOfActive = new double[graph.BitCount];
        noneOfPossible = new double[graph.BitCount];
        unit = Bound(new sbyte[graph.PointCount]).LogHigh;
    }

    /// <summary>Nodes that something is joined to; only these are searched.</summary>
    internal int Count => graph.PointCount;

    /// <summary>Nothing is set yet.</summary>
    internal SearchBranch Root() => Branch(new sbyte[graph.PointCount]);

    /// <summary>The branch with its next node active, and with it idle.</summary>
    internal (SearchBranch Active, SearchBranch Idle) Split(SearchBranch branch)
    {
        var (active, idle) = ((sbyte[])branch.Set.Clone(), (sbyte[])branch.Set.Clone());
        (active[branch.Next], idle[branch.Next]) = (1, -1);
        return (Branch(active), Branch(idle));
    }

    /// <summary>The number of a node here, or −1 for one that nothing is joined to: its probability is <see cref="AloneOf"/>.</summary>
    internal int NumberOf(int node) => graph.PointOf(node);

    internal double AloneOf(int node) => LogSpace.Logistic(LogSpace.Logit(network.Priors[node]) + evidence.LogWeights[node]);

    /// <summary>The weight of what is known, from the weight in the unit of the branches.</summary>
    internal double LogEvidence(double logWeight)
    {
        var log = logWeight + unit;
        for (var node = 0; node < network.NodeCount; node++)
        {
            log += graph.PointOf(node) < 0 ? LogSpace.Log1P(network.Priors[node] * LogSpace.ExpM1(evidence.LogWeights[node])) : 0;
        }

        for (var w = 0; w < evidence.Witnesses.Length; w++)
        {
            log += evidence.Witnesses[w].Links.IsEmpty ? LogSpace.Log1P(-evidence.Doubts[w]) : 0;
        }

        return log;
    }

    private SearchBranch Branch(sbyte[] set)
    {
        var (logLow, logHigh, lowOdds, highOdds, next) = Bound(set);
        return new SearchBranch
        {
            Set = set,
            Low = Math.Exp(logLow - unit),
            High = Math.Exp(logHigh - unit),
            LowOdds = lowOdds,
            HighOdds = highOdds,
            Next = next,
        };
    }

    private (double LogLow, double LogHigh, double[] LowOdds, double[] HighOdds, int Next) Bound(sbyte[] set)
    {
        FindProducts(set);
        var (logLow, logHigh) = (0.0, 0.0);
        for (var bit = 0; bit < graph.BitCount; bit++)
        {
            if (graph.Bits[bit] >= 0)
            {
                var likelihood = Math.Log(1 - (evidence.Doubts[graph.Bits[bit]] * noneOfActive[bit]));
                logLow += likelihood;
                logHigh += likelihood;
            }
        }

        var (lowOdds, highOdds) = (new double[set.Length], new double[set.Length]);
        var (next, largest) = (-1, -1.0);
        for (var point = 0; point < set.Length; point++)
        {
            // Set off at least by what is active already, and at most by all that may be.
            var (least, most) = SetOff(point);
            var idleLow = set[point] > 0 ? 0 : 1 - most;
            var idleHigh = set[point] > 0 ? 0 : 1 - least;
            var activeLow = set[point] < 0 ? 0 : least * weights[point];
            var activeHigh = set[point] < 0 ? 0 : most * weights[point] * (set[point] > 0 ? 1 : MostGain(point));
            logLow += Math.Log(idleLow + activeLow);
            logHigh += Math.Log(idleHigh + activeHigh);
            lowOdds[point] = activeLow > 0 ? activeLow / idleLow : 0;
            highOdds[point] = activeHigh > 0 ? activeHigh / idleHigh : 0;
            var doubt = Math.Log((idleHigh + activeHigh) / (idleLow + activeLow));
            if (set[point] == 0 && !(doubt <= largest))
            {
                (next, largest) = (point, doubt);
            }
        }

        return (logLow, logHigh, lowOdds, highOdds, next);
    }

    private void FindProducts(sbyte[] set)
    {
        Array.Fill(noneOfActive, 1);
        Array.Fill(noneOfPossible, 1);
        for (var point = 0; point < set.Length; point++)
        {
            if (set[point] < 0)
            {
                continue;
            }

            for (var pair = graph.PairStarts[point]; pair < graph.PairStarts[point + 1]; pair++)
            {
                var (bit, spared) = (graph.PairBits[pair], 1 - StrengthOf(pair));
                noneOfPossible[bit] *= spared;
                noneOfActive[bit] *= set[point] > 0 ? spared : 1;
            }
        }
    }

    private double StrengthOf(int pair) =>
        graph.PairSources[pair] >= 0 ? evidence.LinkWeights[graph.PairSources[pair]] : network.Edges[~graph.PairSources[pair]].Strength;

    private (double Least, double Most) SetOff(int point)
    {
        var gate = graph.GateOf[point];
        if (gate < 0)
        {
            var prior = network.Priors[graph.Nodes[point]];
            return (prior, prior);
        }

        var idle = 1 - network.Bases[graph.Nodes[point]];
        return (1 - (idle * noneOfActive[gate]), 1 - (idle * noneOfPossible[gate]));
    }

    /// <summary>How much a node would raise the likelihood of the witnesses if it were active on top of what is; beside further ones it would raise it less.</summary>
    private double MostGain(int point)
    {
        var gain = 1.0;
        for (var pair = graph.PairStarts[point]; pair < graph.PairStarts[point + 1]; pair++)
        {
            var bit = graph.PairBits[pair];
            if (graph.Bits[bit] >= 0)
            {
                var doubt = evidence.Doubts[graph.Bits[bit]] * noneOfActive[bit];
                gain *= (1 - (doubt * (1 - StrengthOf(pair)))) / (1 - doubt);
            }
        }

        return gain;
    }
}
