using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

/// <summary>
/// The posterior by the book: every setting of the nodes is gone through and its probability written out. Slow, only ever adds up positive
/// numbers, and shares nothing with the engine but the types of its input.
/// </summary>
internal sealed class Enumeration
{
    private readonly NoisyOrNetwork network;
    private readonly Observations evidence;
    private readonly bool[] nodes;

    /// <summary>Of the setting gone through, for each node its probability given its parents, and for each witness its likelihood.</summary>
    private readonly double[] factors;
    private readonly double[] factorsBefore;
    private readonly double[] factorsBehind;

    private readonly double[] active;
    private readonly double[] fired;
    private readonly double[] explained;
    private readonly double[][] shares;

    /// <param name="network">At most some 14 nodes.</param>
    /// <param name="evidence">About them.</param>
    /// <param name="counts">Which settings are gone through; null for all.</param>
    internal Enumeration(NoisyOrNetwork network, Observations evidence, Func<bool[], bool>? counts = null)
    {
        (this.network, this.evidence) = (network, evidence);
        nodes = new bool[network.NodeCount];
        factors = new double[nodes.Length + evidence.Witnesses.Length];
        factorsBefore = new double[factors.Length + 1];
        factorsBehind = new double[factors.Length + 1];
        active = new double[nodes.Length];
        fired = new double[network.Edges.Length];
        explained = new double[evidence.Witnesses.Length];
        shares = [.. evidence.Witnesses.Select(witness => new double[witness.Links.Length])];
        for (var setting = 0; setting < 1 << nodes.Length; setting++)
        {
            for (var node = 0; node < nodes.Length; node++)
            {
                nodes[node] = ((setting >> node) & 1) == 1;
            }

            if (counts is null || counts(nodes))
            {
                Add();
            }
        }
    }

    /// <summary>
    /// The weight of all that is known: the mean over the prior of the product of all likelihoods, those of witnesses without links too, and
    /// of the weights of the active nodes.
    /// </summary>
    internal double Total { get; private set; }

    internal double LogEvidence => Math.Log(Total);

    internal double ActiveOf(int node) => active[node] / Total;

    /// <summary>The edge fires: the child is then active for sure, and its other parents do not matter.</summary>
    internal double FiredOf(int edge) => fired[edge] / Total;

    /// <summary>The link fires: the witness is then true for sure.</summary>
    internal double ShareOf(int witness, int link) => shares[witness][link] / Total;

    internal double ExplainedOf(int witness) => explained[witness] / Total;

    private void Add()
    {
        var plain = 1.0;
        for (var node = 0; node < nodes.Length; node++)
        {
            plain *= nodes[node] ? Math.Exp(evidence.LogWeights[node]) : 1;
            factors[node] = nodes[node] ? SetOff(node) : 1 - SetOff(node);
        }

        for (var w = 0; w < explained.Length; w++)
        {
            // What its likelihood loses when nothing fires is won back as far as something does.
            var doubt = evidence.Witnesses[w].Certainty * (1 - evidence.Witnesses[w].Leak);
            factors[nodes.Length + w] = 1 - doubt + (doubt * AnyFires(w));
        }

        factorsBefore[0] = plain;
        factorsBehind[factors.Length] = 1;
        for (var i = 0; i < factors.Length; i++)
        {
            var back = factors.Length - 1 - i;
            factorsBefore[i + 1] = factorsBefore[i] * factors[i];
            factorsBehind[back] = factorsBehind[back + 1] * factors[back];
        }

        var weight = factorsBefore[^1];
        Total += weight;
        for (var node = 0; node < nodes.Length; node++)
        {
            active[node] += nodes[node] ? weight : 0;
        }

        for (var index = 0; index < fired.Length; index++)
        {
            var edge = network.Edges[index];
            var can = nodes[edge.Parent] && nodes[edge.Child] && evidence.Attaches(edge.Child);
            fired[index] += can ? edge.Strength * Without(edge.Child) : 0;
        }

        for (var w = 0; w < explained.Length; w++)
        {
            var others = Without(nodes.Length + w);
            explained[w] += AnyFires(w) * others;
            for (var i = 0; i < shares[w].Length; i++)
            {
                var link = evidence.Witnesses[w].Links[i];
                shares[w][i] += nodes[link.Node] ? link.Weight * others : 0;
            }
        }
    }

    private double Without(int factor) => factorsBefore[factor] * factorsBehind[factor + 1];

    private double SetOff(int node)
    {
        if (!evidence.Attaches(node))
        {
            return network.Priors[node];
        }

        var any = network.Bases[node];
        foreach (var edge in network.Edges)
        {
            any += edge.Child == node && nodes[edge.Parent] ? (1 - any) * edge.Strength : 0;
        }

        return any;
    }

    private double AnyFires(int witness)
    {
        var any = 0.0;
        foreach (var (node, weight) in evidence.Witnesses[witness].Links)
        {
            any += nodes[node] ? (1 - any) * weight : 0;
        }

        return any;
    }
}
