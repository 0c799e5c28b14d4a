using System.Collections;
using System.Collections.Immutable;

namespace Unknot.Inference.Network;

/// <summary>All that is known in one case, checked against the network it is about.</summary>
internal sealed class Observations
{
    /// <summary>Beyond this a log weight means certainty, and products of them would leave the range of a double.</summary>
    internal const double MaxLogWeight = 300;

    private readonly BitArray? detached;

    /// <param name="logWeights">
    /// For each node ln (probability of the plain evidence if active / if inactive), within ±<see cref="MaxLogWeight"/>. Absent
    /// findings enter here: they are products over active nodes.
    /// </param>
    /// <param name="detached">
    /// For each node whether it is taken with its prior, without its parents; null for none. See <see cref="NoisyOrNetwork.Priors"/>.
    /// </param>
    /// <exception cref="ArgumentException">A value is out of its range, or a witness names a node twice.</exception>
    internal Observations(ImmutableArray<double> logWeights, ImmutableArray<Witness> witnesses, BitArray? detached = null)
    {
        if (detached is not null && detached.Length != logWeights.Length)
        {
            throw new ArgumentException($"Need an entry for each of {logWeights.Length} nodes, not {detached.Length}.", nameof(detached));
        }

        foreach (var weight in logWeights)
        {
            if (!(Math.Abs(weight) <= MaxLogWeight))
            {
                throw new ArgumentOutOfRangeException(nameof(logWeights), weight, $"Need log weights within ±{MaxLogWeight}.");
            }
        }

        var seenBy = new int[logWeights.Length];
        for (var w = 0; w < witnesses.Length; w++)
        {
            Check(witnesses[w], w, seenBy);
        }

        LogWeights = logWeights;
        Witnesses = witnesses;
        LinkWeights = [.. witnesses.SelectMany(witness => witness.Links).Select(link => link.Weight)];
        var starts = ImmutableArray.CreateBuilder<int>(witnesses.Length);
        var start = 0;
        foreach (var witness in witnesses)
        {
            starts.Add(start);
            start += witness.Links.Length;
        }

        LinkStarts = starts.MoveToImmutable();
        Doubts = [.. witnesses.Select(witness => witness.Certainty * (1 - witness.Leak))];
        this.detached = detached;
    }

    /// <summary>One per node.</summary>
    internal ImmutableArray<double> LogWeights { get; }

    internal ImmutableArray<Witness> Witnesses { get; }

    /// <summary>The weights of all links, witness by witness.</summary>
    internal ImmutableArray<double> LinkWeights { get; }

    /// <summary>For each witness what its likelihood loses when nothing has fired: certainty · (1 − leak).</summary>
    internal ImmutableArray<double> Doubts { get; }

    /// <summary>For each witness where its links begin in <see cref="LinkWeights"/>.</summary>
    internal ImmutableArray<int> LinkStarts { get; }

    /// <summary>Whether a node is set off by its parents; else it is taken with its prior.</summary>
    internal bool Attaches(int node) => detached is null || !detached[node];

    /// <summary>Nothing is known.</summary>
    internal static Observations None(int nodeCount) => new([.. new double[nodeCount]], []);

    /// <summary>The same with other witnesses.</summary>
    internal Observations With(ImmutableArray<Witness> witnesses) => new(LogWeights, witnesses, detached);

    /// <summary>The same with other weights of the plain evidence.</summary>
    internal Observations With(ImmutableArray<double> logWeights) => new(logWeights, Witnesses, detached);

    private static void Check(Witness witness, int index, int[] seenBy)
    {
        if (witness.Leak is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(witness), witness.Leak, "Need a leak of 0 … 1.");
        }

        if (witness.Certainty is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(witness), witness.Certainty, "Need a certainty of 0 … below 1.");
        }

        foreach (var (node, weight) in witness.Links)
        {
            if (node < 0 || node >= seenBy.Length)
            {
                throw new ArgumentOutOfRangeException(nameof(witness), node, $"Need a node of 0 … {seenBy.Length - 1}.");
            }

            if (weight is not (> 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(witness), weight, "Need a link's weight above 0, at most 1.");
            }

            if (seenBy[node] == index + 1)
            {
                throw new ArgumentException($"Witness {index} names node {node} twice.", nameof(witness));
            }

            seenBy[node] = index + 1;
        }
    }
}
