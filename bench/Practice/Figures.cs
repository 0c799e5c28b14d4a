using System.Globalization;

namespace Unknot.Bench.Practice;

/// <summary>Sorted times.</summary>
internal sealed class Figures(IEnumerable<TimeSpan> times)
{
    private readonly List<double> _milliseconds = [.. times.Select(time => time.TotalMilliseconds).Order()];

    public double At(double share) => _milliseconds[(int)Math.Min(_milliseconds.Count - 1, Math.Floor(share * _milliseconds.Count))];

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"median {At(0.5):F1} ms, p95 {At(0.95):F1} ms, p99 {At(0.99):F1} ms, most {_milliseconds[^1]:F1} ms");
}
