using System.Collections.Immutable;

namespace Unknot.Inference.Network;

/// <summary>Probabilities given the evidence, each 0 … 1.</summary>
internal sealed class Posterior
{
    private readonly double[] active;
    private readonly double[] fired;
    private readonly double[] explained;
    private readonly double[] shares;
    private readonly ImmutableArray<int> starts;

    internal Posterior(double[] active, double[] fired, double[] explained, double[] shares, Observations evidence, double errorBound)
    {
        this.active = active;
        this.fired = fired;
        this.explained = explained;
        this.shares = shares;
        starts = evidence.LinkStarts;
        ErrorBound = errorBound;
    }

    /// <summary>No probability of a node is further than this from the exact one.</summary>
    internal double ErrorBound { get; }

    /// <summary>That a node is active.</summary>
    internal double ActiveOf(int node) => active[node];

    /// <summary>That an edge has fired: its parent is active and sets the child off, whatever else does.</summary>
    internal double FiredOf(int edge) => fired[edge];

    /// <summary>That some link of a witness has fired.</summary>
    internal double ExplainedOf(int witness) => explained[witness];

    /// <summary>That a link has fired, by its index within the witness; at most the probability of its node.</summary>
    internal double ShareOf(int witness, int link) => shares[starts[witness] + link];
}
