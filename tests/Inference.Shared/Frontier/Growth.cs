using System.Collections.Immutable;

namespace Unknot.Inference.Shared.Frontier;

/// <summary>The beginning of an order of a component's nodes, with the bits that are open after it. Immutable.</summary>
internal sealed class Growth
{
    private readonly FrontierModel model;
    private readonly Growth? previous;
    private readonly int last;
    private readonly int width;
    private readonly ulong signature;

    /// <summary>For each bit how many nodes still touch it.</summary>
    private readonly int[] touchesLeft;

    /// <summary>For each node how many parents are still to come; −1 for a node that is in the order.</summary>
    private readonly int[] parentsLeft;

    private Growth(FrontierModel model, Growth? previous, Step step, int[] touchesLeft, int[] parentsLeft)
    {
        this.model = model;
        this.previous = previous;
        this.touchesLeft = touchesLeft;
        this.parentsLeft = parentsLeft;
        last = step.Node;
        width = step.WidthAfter;
        signature = step.Signature;
        Work = step.Work;
    }

    /// <summary>Table entries touched so far.</summary>
    internal double Work { get; }

    internal static Growth Empty(FrontierModel model) =>
        new(model, null, new Step(-1, 0, 0, 0, 0, 0), [.. model.TouchCounts], [.. model.Parents.Select(parents => parents.Length)]);

    /// <summary>Whether the node is not in the order yet and all its parents are.</summary>
    internal bool CanTake(int node) => parentsLeft[node] == 0;

    internal Growth By(Step step)
    {
        int[] touches = [.. touchesLeft];
        foreach (var touch in model.Touches[step.Node])
        {
            touches[touch.Bit]--;
        }

        int[] parents = [.. parentsLeft];
        parents[step.Node] = -1;
        foreach (var child in model.Children[step.Node])
        {
            parents[child]--;
        }

        return new Growth(model, this, step, touches, parents);
    }

    internal ImmutableArray<int> Nodes()
    {
        var nodes = new List<int>();
        for (var growth = this; growth.previous is not null; growth = growth.previous)
        {
            nodes.Add(growth.last);
        }

        nodes.Reverse();
        return [.. nodes];
    }

    /// <summary>What it means to append a node that can be taken.</summary>
    internal Step StepTo(int node)
    {
        var (opened, closed, closeness) = (0, 0, 0.0);
        foreach (var touch in model.Touches[node])
        {
            var left = touchesLeft[touch.Bit];
            if (left == model.TouchCounts[touch.Bit])
            {
                opened++;
            }
            else
            {
                closeness += 1.0 / left;
            }

            closed += left == 1 ? 1 : 0;
        }

        var peak = width + opened;
        var work = Work + Math.ScaleB(3 + model.Touches[node].Length, peak);
        return new Step(node, peak, peak - closed, work, closeness, unchecked(signature + Mixed((ulong)node)));
    }

    // Sebastiano Vigna's splitmix64: sums of such values tell sets of nodes apart, whatever their order.
    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value = (value + 1) * 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    /// <summary>The step that appends a node.</summary>
    /// <param name="Node">The node.</param>
    /// <param name="Peak">Bits of the widest table within the step.</param>
    /// <param name="WidthAfter">Bits that stay open.</param>
    /// <param name="Work">Table entries touched from the beginning to the end of the step.</param>
    /// <param name="Closeness">For each open bit that the node touches one over the number of nodes that still touch it, summed.</param>
    /// <param name="Signature">Equal for equal sets of nodes, whatever their order.</param>
    internal readonly record struct Step(int Node, int Peak, int WidthAfter, double Work, double Closeness, ulong Signature);
}
