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

    /// <summary>Table entries that one pass of the elimination touched, a measure of its time; 0 for a search.</summary>
    internal required double Work { get; init; }

    /// <summary>The weight of all that is known, as a natural logarithm.</summary>
    internal required double LogEvidence { get; init; }

    /// <summary>That a node is active.</summary>
    internal double ActiveOf(int node) => active[node];

    /// <summary>That an edge has fired: its parent is active and sets the child off, whatever else does.</summary>
    internal double FiredOf(int edge) => fired[edge];

    /// <summary>That some link of a witness has fired.</summary>
    internal double ExplainedOf(int witness) => explained[witness];

    /// <summary>That a link has fired, by its index within the witness; at most the probability of its node.</summary>
    internal double ShareOf(int witness, int link) => shares[starts[witness] + link];

    /// <summary>Hands what was found for groups of witnesses to their members; a member's link has the part of the group's link that it put in.</summary>
    /// <param name="groups">What the first witnesses here stand for.</param>
    /// <param name="evidence">The evidence before it was merged.</param>
    internal Posterior Spread(ImmutableArray<WitnessGroup> groups, Observations evidence)
    {
        var (spreadShares, spreadExplained) = (new double[evidence.LinkWeights.Length], new double[evidence.Witnesses.Length]);
        for (var g = 0; g < groups.Length; g++)
        {
            var ofNode = new Dictionary<int, double>();
            for (var i = 0; i < groups[g].Voice.Links.Length; i++)
            {
                ofNode.Add(groups[g].Voice.Links[i].Node, ShareOf(g, i) / groups[g].Voice.Links[i].Weight);
            }

            foreach (var member in groups[g].Members)
            {
                spreadExplained[member] = explained[g];
                for (var i = 0; i < evidence.Witnesses[member].Links.Length; i++)
                {
                    var (node, weight) = evidence.Witnesses[member].Links[i];

                    // A group leaves out what only members without any certainty link to; their links fire as they do unseen.
                    spreadShares[evidence.LinkStarts[member] + i] = Math.Min(ofNode.GetValueOrDefault(node, active[node]) * weight, active[node]);
                }
            }
        }

        // Behind the merged ones come those that stayed as they were, in the same order.
        var merged = groups.Sum(group => group.Members.Length);
        for (var w = merged; w < evidence.Witnesses.Length; w++)
        {
            var from = groups.Length + w - merged;
            spreadExplained[w] = explained[from];
            for (var i = 0; i < evidence.Witnesses[w].Links.Length; i++)
            {
                spreadShares[evidence.LinkStarts[w] + i] = ShareOf(from, i);
            }
        }

        return new Posterior(active, fired, spreadExplained, spreadShares, evidence, ErrorBound) { Work = Work, LogEvidence = LogEvidence };
    }
}
