namespace Unknot.Inference.Network;

/// <summary>Sums of the bounds of branches that do not overlap and cover everything.</summary>
internal sealed class SearchBounds(int nodes)
{
    // Active and idle each by itself: the difference from the whole would lose a rare one altogether.
    private readonly double[] lowActive = new double[nodes];
    private readonly double[] lowIdle = new double[nodes];
    private readonly double[] highActive = new double[nodes];
    private readonly double[] highIdle = new double[nodes];
    private double low;
    private double high;

    /// <summary>Middle of the bounds of the whole weight, as a natural logarithm, in the unit of the branches.</summary>
    internal double LogWeight => Math.Log((low + high) / 2);

    internal void Add(SearchBranch branch)
    {
        low += branch.Low;
        high += branch.High;
        for (var node = 0; node < lowActive.Length; node++)
        {
            var (lowOdds, highOdds) = (branch.LowOdds[node], branch.HighOdds[node]);
            lowActive[node] += branch.Low / (1 + (1 / lowOdds));
            lowIdle[node] += branch.Low / (1 + lowOdds);
            highActive[node] += branch.High / (1 + (1 / highOdds));
            highIdle[node] += branch.High / (1 + highOdds);
        }
    }

    /// <summary>Bounds of the probability that a node is active.</summary>
    internal (double Low, double High) Of(int node) =>
        (lowActive[node] > 0 ? lowActive[node] / (lowActive[node] + highIdle[node]) : 0,
         lowIdle[node] > 0 ? highActive[node] / (highActive[node] + lowIdle[node]) : 1);
}
