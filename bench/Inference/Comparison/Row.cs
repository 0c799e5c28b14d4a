using System.Collections.Immutable;
using Unknot.Inference.Shared.Files;
using Unknot.Inference.Shared.Patients;

namespace Unknot.Inference.Bench.Comparison;

/// <summary>A line of the table: one engine on one kind of drawing.</summary>
internal sealed record Row
{
    public required DrawingKind Kind { get; init; }

    public required string Engine { get; init; }

    /// <summary>Cases it was asked.</summary>
    public required int Asked { get; init; }

    /// <summary>Cases it gave up, or was stopped in; they count with the time spent on them.</summary>
    public required int Failed { get; init; }

    /// <summary>Ascending, milliseconds.</summary>
    public required ImmutableArray<double> Times { get; init; }

    /// <summary>Largest absolute error of any node in any case that the second method can solve; null when none was compared.</summary>
    public required double? WorstError { get; init; }

    /// <summary>Median over the cases of the largest absolute error of a node.</summary>
    public required double? MedianError { get; init; }

    /// <summary>Median time over that of our engine on the same cases.</summary>
    public required double Ratio { get; init; }

    /// <summary>The q-quantile, nearest rank; milliseconds.</summary>
    internal double Quantile(double q) => Quantile(Times, q);

    internal static Row Of(
        DrawingKind kind,
        string engine,
        IReadOnlyList<Result> results,
        IReadOnlyDictionary<string, double[]> exact,
        IReadOnlyDictionary<string, Result> ours)
    {
        var errors = results.Where(result => result.Failure is null && exact.ContainsKey(result.CaseId)).Select(result => Error(result, exact[result.CaseId])).Order().ToImmutableArray();
        ImmutableArray<double> times = [.. results.Select(result => result.Milliseconds).Order()];
        ImmutableArray<double> oursOnTheSame = [.. results.Select(result => ours[result.CaseId].Milliseconds).Order()];
        return new Row
        {
            Kind = kind,
            Engine = engine,
            Asked = results.Count,
            Failed = results.Count(result => result.Failure is not null),
            Times = times,
            WorstError = errors.IsEmpty ? null : errors[^1],
            MedianError = errors.IsEmpty ? null : errors[errors.Length / 2],
            Ratio = Quantile(times, 0.5) / Quantile(oursOnTheSame, 0.5),
        };
    }

    private static double Quantile(ImmutableArray<double> sorted, double q) => sorted[Math.Clamp((int)Math.Ceiling(q * sorted.Length) - 1, 0, sorted.Length - 1)];

    private static double Error(Result result, double[] exact) => result.Marginals.Zip(exact, (one, other) => Math.Abs(one - other)).Max();
}
