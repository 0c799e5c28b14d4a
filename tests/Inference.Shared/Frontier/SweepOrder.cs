using System.Collections.Immutable;

namespace Unknot.Inference.Shared.Frontier;

/// <summary>An order of a component's nodes, parents first, and what a sweep in that order costs.</summary>
/// <param name="Nodes">Numbers within the component.</param>
/// <param name="Work">Number of table entries touched, a measure of time and an upper bound on memory.</param>
internal sealed record SweepOrder(ImmutableArray<int> Nodes, double Work)
{
    /// <summary>Below this much work the sweep takes less time than the search for a better order.</summary>
    private const double EnoughTrying = 1 << 18;

    /// <summary>No search makes an order cheaper by such a factor.</summary>
    private const double OutOfReach = 1 << 16;

    /// <summary>How many orders grow side by side when one alone is not good enough.</summary>
    private const int Breadth = 4;

    /// <summary>
    /// Orders grow node by node; at each length the most promising few are kept. First one alone grows, always by the node after
    /// which the fewest bits are open; when that is much work, a few grow side by side, judged by their work so far. The same
    /// component always gives the same order.
    /// </summary>
    /// <param name="workLimit">What the caller can afford; where that is out of reach, no more than a rough answer is given.</param>
    internal static SweepOrder Find(FrontierModel model, double workLimit)
    {
        var quick = Grow(model, 1, ByWidth);
        if (quick.Work <= EnoughTrying || quick.Work > workLimit * OutOfReach)
        {
            return quick;
        }

        var broad = Grow(model, Breadth, ByWork);
        return broad.Work < quick.Work ? broad : quick;
    }

    // Of equals, the node that comes nearest to closing what is open: an order that keeps jumping leaves bits open everywhere.
    private static (double, double) ByWidth(Growth.Step step) => (step.WidthAfter + (step.Peak / 1024.0), -step.Closeness);

    // The width after the step counts for about the eight passes that the next step will make over the table.
    private static (double, double) ByWork(Growth.Step step) => (Math.Log2(step.Work + Math.ScaleB(8, step.WidthAfter)) - step.Closeness, 0);

    private static SweepOrder Grow(FrontierModel model, int breadth, Func<Growth.Step, (double, double)> judge)
    {
        List<Growth> kept = [Growth.Empty(model)];
        for (var length = 0; length < model.Count; length++)
        {
            var best = new List<Candidate>(breadth + 1);
            foreach (var growth in kept)
            {
                for (var node = 0; node < model.Count; node++)
                {
                    if (growth.CanTake(node))
                    {
                        var step = growth.StepTo(node);
                        Offer(best, new Candidate(judge(step), growth, step), breadth);
                    }
                }
            }

            kept = best.ConvertAll(candidate => candidate.From.By(candidate.Step));
        }

        var cheapest = kept.MinBy(growth => growth.Work) ?? Growth.Empty(model);
        return new SweepOrder(cheapest.Nodes(), cheapest.Work);
    }

    /// <summary>Puts a candidate in its place among the best, or forgets it; of those that hold the same nodes the better one stays.</summary>
    private static void Offer(List<Candidate> best, Candidate offered, int breadth)
    {
        // Behind its equals, so that of these the one found first stays.
        var place = best.Count;
        while (place > 0 && offered.Judgement.CompareTo(best[place - 1].Judgement) < 0)
        {
            place--;
        }

        var twin = best.FindIndex(candidate => candidate.Step.Signature == offered.Step.Signature);
        if (place == breadth || (twin >= 0 && twin < place))
        {
            return;
        }

        if (twin >= 0)
        {
            best.RemoveAt(twin);
        }

        best.Insert(place, offered);
        if (best.Count > breadth)
        {
            best.RemoveAt(breadth);
        }
    }

    private readonly record struct Candidate((double, double) Judgement, Growth From, Growth.Step Step);
}
