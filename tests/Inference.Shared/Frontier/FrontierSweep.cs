using System.Collections.Immutable;
using Unknot.Inference.Network;
using Unknot.Inference.Numerics;

namespace Unknot.Inference.Shared.Frontier;

/// <summary>
/// A second exact method, to hold the engine against: a sweep over the nodes of each component that only adds and multiplies numbers of
/// 0 or more, so that nothing can cancel. It takes nothing from the engine but the types of its input, and refuses what is too wide.
/// </summary>
internal static class FrontierSweep
{
    /// <summary>For tests: some tens of milliseconds and a few megabytes at most.</summary>
    internal const double QuickWork = 1 << 22;

    /// <summary>For benchmarks: some seconds and up to about two gigabytes.</summary>
    internal const double PatientWork = 1 << 29;

    /// <param name="evidence">About the same number of nodes.</param>
    /// <param name="workLimit">Table entries that one component may cost.</param>
    /// <returns>Null when a component would cost more.</returns>
    internal static FrontierPosterior? Solve(NoisyOrNetwork network, Observations evidence, double workLimit)
    {
        var posterior = new FrontierPosterior(network, evidence);
        foreach (var component in Component.Split(network, evidence.Witnesses))
        {
            if (component.Nodes is [var single] && component.Witnesses.IsEmpty)
            {
                posterior.Active[single] = LogSpace.Logistic(LogSpace.Logit(network.Bases[single]) + evidence.LogWeights[single]);
                continue;
            }

            ImmutableArray<Witness> witnesses = [.. component.Witnesses.Select(index => evidence.Witnesses[index])];
            var model = new FrontierModel(network, component.Nodes, witnesses);
            var order = SweepOrder.Find(model, workLimit);
            if (order.Work > workLimit)
            {
                return null;
            }

            posterior.Take(component, model, Sweep.Run(model, order, evidence));
        }

        return posterior;
    }
}

/// <summary>What the sweep finds, in the numbers of the network and the evidence.</summary>
internal sealed class FrontierPosterior(NoisyOrNetwork network, Observations evidence)
{
    /// <summary>For each node that it is active.</summary>
    internal double[] Active { get; } = new double[network.NodeCount];

    /// <summary>For each edge that it has fired.</summary>
    internal double[] Fired { get; } = new double[network.Edges.Length];

    /// <summary>For each witness that some link has fired.</summary>
    internal double[] Explained { get; } = new double[evidence.Witnesses.Length];

    /// <summary>For each witness and link that the link has fired.</summary>
    internal double[][] Shares { get; } = [.. evidence.Witnesses.Select(witness => new double[witness.Links.Length])];

    internal void Take(Component component, FrontierModel model, ComponentPosterior found)
    {
        for (var i = 0; i < model.Count; i++)
        {
            Active[model.Nodes[i]] = found.Active[i];
        }

        foreach (var (edge, probability) in found.Fired)
        {
            Fired[edge] = probability;
        }

        for (var w = 0; w < component.Witnesses.Length; w++)
        {
            Explained[component.Witnesses[w]] = found.Explained[w];
            Shares[component.Witnesses[w]] = found.Shares[w];
        }
    }
}
