using System.Collections.Immutable;

namespace Unknot.Inference.Network;

/// <summary>All that is known in one case, checked against the network it is about.</summary>
internal sealed class Observations
{
    /// <summary>Beyond this a log weight means certainty, and products of them would leave the range of a double.</summary>
    internal const double MaxLogWeight = 300;

    /// <param name="logWeights">
    /// For each node ln (probability of the plain evidence if active / if inactive), within ±<see cref="MaxLogWeight"/>. Absent
    /// findings enter here: they are products over active nodes.
    /// </param>
    /// <exception cref="ArgumentException">A value is out of its range, or a witness names a node twice.</exception>
    internal Observations(ImmutableArray<double> logWeights, ImmutableArray<Witness> witnesses)
    {
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
    }

    /// <summary>One per node.</summary>
    internal ImmutableArray<double> LogWeights { get; }

    internal ImmutableArray<Witness> Witnesses { get; }

    /// <summary>Nothing is known.</summary>
    internal static Observations None(int nodeCount) => new([.. new double[nodeCount]], []);

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
