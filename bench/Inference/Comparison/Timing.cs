using System.Diagnostics;

namespace Unknot.Inference.Bench.Comparison;

/// <summary>How long something takes in this process, on this thread.</summary>
internal static class Timing
{
    private const int MostRuns = 7;

    /// <summary>A slow case is not run again for long: what varies then is small beside it.</summary>
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(1);

    /// <summary>Median of up to seven runs, in milliseconds, after one that does not count.</summary>
    internal static (double Milliseconds, T Value) Median<T>(Func<T> action)
    {
        var value = action();
        var times = new List<double>(MostRuns);
        var started = Stopwatch.GetTimestamp();
        do
        {
            var before = Stopwatch.GetTimestamp();
            value = action();
            times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        }
        while (times.Count < MostRuns && Stopwatch.GetElapsedTime(started) < Enough);
        times.Sort();
        return (times[times.Count / 2], value);
    }
}
