namespace Unknot.Bench.Browser.Frames;

/// <summary>How long the pictures of a stretch of time stood still, in milliseconds.</summary>
/// <param name="Frames">Pictures drawn.</param>
internal sealed record FrameTimes(int Frames, double Median, double Percentile95, double Worst)
{
    /// <param name="drawn">When each picture was drawn, in microseconds of the browser's clock; at least two.</param>
    internal static FrameTimes Of(IReadOnlyList<double> drawn)
    {
        if (drawn.Count < 2)
        {
            throw new InvalidOperationException($"The browser's trace holds {drawn.Count} frames: nothing was drawn while painting.");
        }

        var ordered = drawn.Order().ToArray();
        var gaps = ordered.Skip(1).Zip(ordered, (after, before) => (after - before) / 1000).Order().ToArray();
        return new FrameTimes(gaps.Length, At(gaps, 0.5), At(gaps, 0.95), gaps[^1]);
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
}
