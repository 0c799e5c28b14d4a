namespace Unknot.Inference.Bench.Calibration;

/// <summary>
/// Stated probabilities against what was so. Each pair of a patient and a point whose probability is at least <see cref="Least"/> goes, with the
/// patient's weight, into one of ten bins of equal width.
/// </summary>
internal sealed class Reliability
{
    internal const int BinCount = 10;

    /// <summary>Hundreds of points that nobody would name would drown the rest.</summary>
    internal const double Least = 0.01;

    private readonly double[] stated = new double[BinCount];
    private readonly double[] active = new double[BinCount];
    private readonly double[] weights = new double[BinCount];
    private readonly long[] counts = new long[BinCount];
    private double patientWeights;
    private double patientSquares;

    /// <summary>Mean over the pairs of the gap in their bin between what was stated and what was so.</summary>
    internal double ExpectedError => ErrorFrom(0);

    /// <summary>The same without the first bin, which holds most pairs and can hardly be far off.</summary>
    internal double ExpectedErrorFromTenth => ErrorFrom(1);

    internal long Pairs => counts.Sum();

    /// <summary>How many patients of equal weight would say as much.</summary>
    internal double EffectivePatients => patientWeights * patientWeights / patientSquares;

    internal long CountOf(int bin) => counts[bin];

    /// <summary>Mean probability stated in a bin that is not empty.</summary>
    internal double StatedIn(int bin) => stated[bin] / weights[bin];

    /// <summary>The share of a bin's pairs in which the point was active.</summary>
    internal double ActiveIn(int bin) => active[bin] / weights[bin];

    internal void Add(IEnumerable<(double Stated, bool Active)> points, double weight)
    {
        patientWeights += weight;
        patientSquares += weight * weight;
        foreach (var point in points.Where(point => point.Stated >= Least))
        {
            var bin = Math.Min((int)(point.Stated * BinCount), BinCount - 1);
            stated[bin] += weight * point.Stated;
            active[bin] += point.Active ? weight : 0;
            weights[bin] += weight;
            counts[bin]++;
        }
    }

    internal void Add(Reliability other)
    {
        for (var bin = 0; bin < BinCount; bin++)
        {
            stated[bin] += other.stated[bin];
            active[bin] += other.active[bin];
            weights[bin] += other.weights[bin];
            counts[bin] += other.counts[bin];
        }

        patientWeights += other.patientWeights;
        patientSquares += other.patientSquares;
    }

    private double ErrorFrom(int first)
    {
        var bins = Enumerable.Range(first, BinCount - first).ToList();
        return bins.Sum(bin => Math.Abs(stated[bin] - active[bin])) / bins.Sum(bin => weights[bin]);
    }
}
