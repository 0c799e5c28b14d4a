using System.Runtime.InteropServices;

namespace Unknot.Inference.Network;

/// <summary>The numbers of one case, apart from what is joined to what. Two cases of one shape can share arrays that they agree in.</summary>
internal sealed record CaseNumbers
{
    /// <summary>For each node the probability that it is taken with when it has no parents in the case.</summary>
    public required double[] Priors { get; init; }

    /// <summary>For each node the probability of being active by itself, for those that have.</summary>
    public required double[] Bases { get; init; }

    /// <summary>See <see cref="Observations.LogWeights"/>.</summary>
    public required double[] LogWeights { get; init; }

    /// <summary>For each witness what its likelihood loses when nothing has fired: certainty · (1 − leak).</summary>
    public required double[] Doubts { get; init; }

    /// <summary>See <see cref="Observations.LinkWeights"/>.</summary>
    public required double[] LinkWeights { get; init; }

    /// <summary>Shares its arrays with network and evidence: copy one before it is changed.</summary>
    internal static CaseNumbers Of(NoisyOrNetwork network, Observations evidence) => new()
    {
        Priors = ImmutableCollectionsMarshal.AsArray(network.Priors)!,
        Bases = ImmutableCollectionsMarshal.AsArray(network.Bases)!,
        LogWeights = ImmutableCollectionsMarshal.AsArray(evidence.LogWeights)!,
        Doubts = ImmutableCollectionsMarshal.AsArray(evidence.Doubts)!,
        LinkWeights = ImmutableCollectionsMarshal.AsArray(evidence.LinkWeights)!,
    };
}
