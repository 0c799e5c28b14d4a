using System.Collections.Immutable;
using Unknot.Inference.Numerics;

namespace Unknot.Inference.Network;

/// <summary>Exact posterior probabilities of a <see cref="NoisyOrNetwork"/>.</summary>
internal static class ExactInference
{
    /// <summary>
    /// Table entries that one component may cost. Drawings of some dozen neighbouring regions stay far below; it keeps the largest
    /// ones in the tens of milliseconds.
    /// </summary>
    internal const double UsualWorkLimit = 1 << 22;

    /// <param name="evidence">About the same number of nodes.</param>
    /// <param name="workLimit">
    /// When a component would cost more table entries than this, its most similar witnesses are merged, two by two, until it does
    /// not; the answer is exact for the merged witnesses. A component with one witness left is never refused.
    /// </param>
    /// <exception cref="ArgumentException">Network and evidence have different numbers of nodes.</exception>
    internal static Posterior Solve(NoisyOrNetwork network, Observations evidence, double workLimit = UsualWorkLimit)
    {
        if (evidence.LogWeights.Length != network.NodeCount)
        {
            throw new ArgumentException($"Evidence about {evidence.LogWeights.Length} nodes, network of {network.NodeCount}.", nameof(evidence));
        }

        var active = new double[network.NodeCount];
        var fired = new double[network.Edges.Length];
        var explained = new double[evidence.Witnesses.Length];
        double[][] shares = [.. evidence.Witnesses.Select(witness => new double[witness.Links.Length])];
        var merged = ImmutableArray.CreateBuilder<ImmutableArray<int>>();
        foreach (var component in Component.Split(network, evidence.Witnesses))
        {
            if (component.Nodes is [var single] && component.Witnesses.IsEmpty)
            {
                active[single] = Logistic(network.Bases[single], evidence.LogWeights[single]);
                continue;
            }

            var (groups, model, order) = Plan(network, component, evidence.Witnesses, workLimit);
            var result = Sweep.Run(model, order, evidence);
            for (var i = 0; i < model.Count; i++)
            {
                active[model.Nodes[i]] = Math.Min(result.Active[i], 1);
            }

            foreach (var (edge, probability) in result.Fired)
            {
                fired[edge] = Math.Min(probability, active[network.Edges[edge].Parent]);
            }

            for (var g = 0; g < groups.Length; g++)
            {
                Spread(groups[g], result.Explained[g], result.Shares[g], evidence.Witnesses, active, explained, shares);
            }

            merged.AddRange(groups.Where(group => group.Members.Length > 1).Select(group => group.Members));
        }

        return new Posterior(active, fired, explained, shares, merged.ToImmutable());
    }

    private static double Logistic(double prior, double logWeight) => LogSpace.Logistic(LogSpace.Logit(prior) + logWeight);

    private static (ImmutableArray<WitnessGroup> Groups, FrontierModel Model, SweepOrder Order) Plan(
        NoisyOrNetwork network, Component component, ImmutableArray<Witness> witnesses, double workLimit)
    {
        WitnessMerging? merging = null;
        ImmutableArray<WitnessGroup> groups = [.. component.Witnesses.Select(index => WitnessGroup.Of([index], witnesses))];
        while (true)
        {
            var model = new FrontierModel(network, component.Nodes, [.. groups.Select(group => group.Voice)]);
            var order = SweepOrder.Find(model, workLimit);
            if (order.Work <= workLimit || groups.Length <= 1)
            {
                return (groups, model, order);
            }

            // A merge takes about one bit off the frontier, which halves the work; two steps of three in one go save looking for orders.
            merging ??= new WitnessMerging(witnesses, component.Witnesses, network.NodeCount);
            merging.Merge(Math.Max(1, (int)(Math.Log2(order.Work / Math.Max(workLimit, 1)) * 2 / 3)));
            groups = merging.Groups;
        }
    }

    /// <summary>Hands what was found for a group to its members; a member's link has the part of the group's link that it put in.</summary>
    private static void Spread(
        WitnessGroup group,
        double groupExplained,
        double[] groupShares,
        ImmutableArray<Witness> witnesses,
        double[] active,
        double[] explained,
        double[][] shares)
    {
        var ofNode = new Dictionary<int, double>();
        for (var i = 0; i < groupShares.Length; i++)
        {
            var (node, weight) = group.Voice.Links[i];
            ofNode.Add(node, groupShares[i] / weight);
        }

        foreach (var member in group.Members)
        {
            explained[member] = Math.Min(groupExplained, 1);
            for (var i = 0; i < shares[member].Length; i++)
            {
                var (node, weight) = witnesses[member].Links[i];
                shares[member][i] = Math.Min(ofNode[node] * weight, active[node]);
            }
        }
    }
}
