namespace Unknot.Inference.Network;

/// <summary>Sums of the bounds of branches that do not overlap and cover everything.</summary>
internal sealed class SearchBounds(int nodes)
{
    private readonly double[] lowActive = new double[nodes];
    private readonly double[] highActive = new double[nodes];
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
            lowActive[node] += branch.Low * branch.LowShares[node];
            highActive[node] += branch.High * branch.HighShares[node];
        }
    }

    /// <summary>Bounds of the probability that a node is active.</summary>
    internal (double Low, double High) Of(int node)
    {
        var (lowIdle, highIdle) = (low - lowActive[node], high - highActive[node]);
        return (Math.Clamp(lowActive[node] / (lowActive[node] + highIdle), 0, 1), Math.Clamp(highActive[node] / (highActive[node] + lowIdle), 0, 1));
    }
}
