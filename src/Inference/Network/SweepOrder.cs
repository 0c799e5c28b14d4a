using System.Collections.Immutable;

namespace Unknot.Inference.Network;

/// <summary>An order of a component's nodes, parents first, and what a sweep in that order costs.</summary>
/// <param name="Nodes">Numbers within the component.</param>
/// <param name="Work">Number of table entries touched, a measure of time and an upper bound on memory.</param>
internal sealed record SweepOrder(ImmutableArray<int> Nodes, double Work)
{
    /// <summary>Below this much work, searching for a better order takes longer than it saves.</summary>
    private const double EnoughTrying = 1 << 15;

    /// <summary>
    /// Greedy: next comes the node after which the fewest bits are open, then the one that needs the narrowest table, then the
    /// smallest number. Every choice of the first node is a different sweep; the cheapest of a few is taken.
    /// </summary>
    internal static SweepOrder Find(FrontierModel model)
    {
        var best = From(model, first: null);
        if (best.Work <= EnoughTrying)
        {
            return best;
        }

        for (var first = 0; first < model.Count; first++)
        {
            if (!model.ParentsOf[first].IsEmpty)
            {
                continue;
            }

            var other = From(model, first);
            best = other.Work < best.Work ? other : best;
        }

        return best;
    }

    private static SweepOrder From(FrontierModel model, int? first)
    {
        var frontier = new Frontier(model);
        var order = ImmutableArray.CreateBuilder<int>(model.Count);
        var work = 0.0;
        while (order.Count < model.Count)
        {
            var next = order.Count == 0 && first is int chosen ? chosen : frontier.Cheapest();
            var step = frontier.Cost(next);
            work += Math.Pow(2, step.Peak) * step.Passes;
            frontier.Take(next);
            order.Add(next);
        }

        return new SweepOrder(order.MoveToImmutable(), work);
    }

    /// <summary>The open bits while an order grows, counted but not laid out.</summary>
    private sealed class Frontier
    {
        private readonly FrontierModel model;
        private readonly bool[] taken;
        private readonly int[] parentsLeft;
        private readonly int[] linksLeft;
        private readonly int[] watchersLeft;
        private readonly bool[] witnessOpen;
        private readonly bool[] gatheringOpen;

        internal Frontier(FrontierModel model)
        {
            this.model = model;
            taken = new bool[model.Count];
            parentsLeft = new int[model.Count];
            watchersLeft = new int[model.Count];
            gatheringOpen = new bool[model.Count];
            linksLeft = new int[model.Witnesses.Length];
            witnessOpen = new bool[linksLeft.Length];
            for (var node = 0; node < model.Count; node++)
            {
                parentsLeft[node] = model.ParentsOf[node].Length;
                watchersLeft[node] = model.WatchingChildren[node].Length;
                foreach (var link in model.LinksOf[node])
                {
                    linksLeft[link.Witness]++;
                }
            }
        }

        private int Width { get; set; }

        internal int Cheapest()
        {
            var best = -1;
            var bestCost = default(StepCost);
            for (var node = 0; node < taken.Length; node++)
            {
                if (taken[node] || parentsLeft[node] > 0)
                {
                    continue;
                }

                var cost = Cost(node);
                if (best < 0 || (cost.After, cost.Peak).CompareTo((bestCost.After, bestCost.Peak)) < 0)
                {
                    (best, bestCost) = (node, cost);
                }
            }

            return best;
        }

        internal StepCost Cost(int node)
        {
            var opened = watchersLeft[node] > 0 ? 1 : 0;
            var closed = model.Gathers[node] ? 1 : 0;
            foreach (var link in model.LinksOf[node])
            {
                opened += witnessOpen[link.Witness] ? 0 : 1;
                closed += linksLeft[link.Witness] == 1 ? 1 : 0;
            }

            foreach (var edge in model.GatheringChildren[node])
            {
                opened += gatheringOpen[edge.Child] ? 0 : 1;
            }

            if (!model.Gathers[node])
            {
                foreach (var edge in model.ParentsOf[node])
                {
                    closed += watchersLeft[edge.Parent] == 1 ? 1 : 0;
                }
            }

            var passes = 3 + model.LinksOf[node].Length + model.GatheringChildren[node].Length;
            return new StepCost(Width + opened, Width + opened - closed, passes);
        }

        internal void Take(int node)
        {
            Width = Cost(node).After;
            taken[node] = true;
            foreach (var link in model.LinksOf[node])
            {
                witnessOpen[link.Witness] = true;
                linksLeft[link.Witness]--;
            }

            foreach (var edge in model.GatheringChildren[node])
            {
                gatheringOpen[edge.Child] = true;
                parentsLeft[edge.Child]--;
            }

            foreach (var edge in model.WatchingChildren[node])
            {
                parentsLeft[edge.Child]--;
            }

            if (!model.Gathers[node])
            {
                foreach (var edge in model.ParentsOf[node])
                {
                    watchersLeft[edge.Parent]--;
                }
            }
        }
    }

    /// <param name="Peak">Bits of the widest table within the step.</param>
    /// <param name="After">Bits that stay open.</param>
    /// <param name="Passes">How often the step goes over its table.</param>
    private readonly record struct StepCost(int Peak, int After, int Passes);
}
