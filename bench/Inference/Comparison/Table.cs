using System.Globalization;

namespace Unknot.Inference.Bench.Comparison;

/// <summary>The rows as a table of Markdown, which is as readable on a terminal.</summary>
internal static class Table
{
    private static readonly string[] Headings =
        ["drawings", "engine", "cases", "failed", "median ms", "p90", "p99", "max", "times ours", "error, median", "error, worst"];

    internal static string Markdown(IEnumerable<Row> rows)
    {
        List<string[]> lines = [Headings, [.. Headings.Select((_, i) => i < 2 ? "---" : "---:")], .. rows.Select(Cells)];
        var widths = Headings.Select((_, i) => lines.Max(line => line[i].Length)).ToArray();
        return string.Concat(lines.Select(line => "| " + string.Join(" | ", line.Select((cell, i) => i < 2 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))) + " |\n"));
    }

    private static string[] Cells(Row row) =>
    [
        row.Kind.ToString().ToLowerInvariant(),
        row.Engine,
        row.Asked.ToString(CultureInfo.InvariantCulture),
        row.Failed.ToString(CultureInfo.InvariantCulture),
        Time(row.Quantile(0.5)),
        Time(row.Quantile(0.9)),
        Time(row.Quantile(0.99)),
        Time(row.Times[^1]),
        row.Ratio.ToString(row.Ratio < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture),
        Error(row.MedianError),
        Error(row.WorstError),
    ];

    private static string Time(double milliseconds) => milliseconds.ToString(milliseconds < 1 ? "0.000" : milliseconds < 100 ? "0.00" : "#,0", CultureInfo.InvariantCulture);

    private static string Error(double? error) => error?.ToString("0e0", CultureInfo.InvariantCulture) ?? "–";
}
