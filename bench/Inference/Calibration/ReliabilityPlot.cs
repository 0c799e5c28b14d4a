using System.Globalization;
using System.Text;

namespace Unknot.Inference.Bench.Calibration;

/// <summary>Stated probability against what was so, with the number of pairs in each bin below; legible on light and dark pages.</summary>
internal static class ReliabilityPlot
{
    private const int Left = 70;
    private const int Top = 64;
    private const int Side = 400;
    private const int BarsTop = Top + Side + 62;
    private const int BarsHeight = 90;
    private const double MostPowers = 6;

    private const string Style = """
        <style>
          .page { fill: #ffffff } text { fill: #1f2328; font: 14px system-ui, sans-serif } .small { font-size: 12px } .title { font-size: 16px; font-weight: 600 }
          .grid { stroke: #d0d7de } .axis { stroke: #59636e } .even { stroke: #59636e; stroke-dasharray: 5 4 }
          .own { fill: #0a5fc4; stroke: #0a5fc4 } .other { fill: #b3450a; stroke: #b3450a } .line { fill: none; stroke-width: 2 }
          @media (prefers-color-scheme: dark) {
            .page { fill: #14181d } text { fill: #e6edf3 } .grid { stroke: #30363d } .axis { stroke: #9198a1 } .even { stroke: #9198a1 }
            .own { fill: #6cb0ff; stroke: #6cb0ff } .other { fill: #ff9e64; stroke: #ff9e64 } .line { fill: none }
          }
        </style>
        """;

    internal static string Svg(Reliability own, Reliability other)
    {
        var svg = new StringBuilder();
        svg.AppendLine("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 560 664" role="img" aria-labelledby="title">""");
        svg.AppendLine("<title id=\"title\">Reliability of the probabilities: stated against how many points were active</title>");
        svg.AppendLine(Style);
        svg.AppendLine("""<rect class="page" width="560" height="664" rx="8"/>""");
        Text(svg, Left, 30, "start", "Stated probability, and how often it was so", "title");
        Text(svg, Left, 50, "start", "made-up patients who marked three regions or more", "small");
        Axes(svg);
        svg.AppendLine($"""<line class="even" x1="{N(X(0))}" y1="{N(Y(0))}" x2="{N(X(1))}" y2="{N(Y(1))}"/>""");
        Series(svg, other, "other", isSquare: true);
        Series(svg, own, "own", isSquare: false);
        Legend(svg, own, other);
        Bars(svg, own, other);
        svg.AppendLine("</svg>");
        return svg.ToString();
    }

    private static void Axes(StringBuilder svg)
    {
        for (var i = 0; i <= 5; i++)
        {
            var value = i / 5.0;
            svg.AppendLine($"""<line class="grid" x1="{N(X(value))}" y1="{N(Y(0))}" x2="{N(X(value))}" y2="{N(Y(1))}"/><line class="grid" x1="{N(X(0))}" y1="{N(Y(value))}" x2="{N(X(1))}" y2="{N(Y(value))}"/>""");
            Text(svg, X(value), Y(0) + 18, "middle", value.ToString("0.0", CultureInfo.InvariantCulture), "small");
            Text(svg, Left - 8, Y(value) + 4, "end", value.ToString("0.0", CultureInfo.InvariantCulture), "small");
        }

        svg.AppendLine($"""<path class="axis" fill="none" d="M{Left} {Top}V{Top + Side}H{Left + Side}"/>""");
        Text(svg, Left + (Side / 2), Top + Side + 38, "middle", "probability stated for the point");
        svg.AppendLine($"""<text transform="translate(24 {Top + (Side / 2)}) rotate(-90)" text-anchor="middle">share in which the point was active</text>""");
    }

    private static void Series(StringBuilder svg, Reliability found, string name, bool isSquare)
    {
        var bins = Filled(found).ToList();
        svg.AppendLine($"""<polyline class="{name} line" points="{string.Join(' ', bins.Select(bin => $"{N(X(found.StatedIn(bin)))},{N(Y(found.ActiveIn(bin)))}"))}"/>""");
        foreach (var bin in bins)
        {
            var (x, y) = (X(found.StatedIn(bin)), Y(found.ActiveIn(bin)));
            svg.AppendLine(isSquare
                ? $"""<rect class="{name}" x="{N(x - 4.5)}" y="{N(y - 4.5)}" width="9" height="9"/>"""
                : $"""<circle class="{name}" cx="{N(x)}" cy="{N(y)}" r="4.5"/>""");
        }
    }

    private static void Legend(StringBuilder svg, Reliability own, Reliability other)
    {
        svg.AppendLine($"""<circle class="own" cx="{Left + 16}" cy="{Top + 16}" r="4.5"/><rect class="other" x="{Left + 11.5}" y="{Top + 33.5}" width="9" height="9"/>""");
        Text(svg, Left + 28, Top + 21, "start", $"patients as the model says: error {N4(own.ExpectedError)}", "small");
        Text(svg, Left + 28, Top + 43, "start", $"priors and frequencies off by e^±0.4: {N4(other.ExpectedError)}", "small");
    }

    /// <summary>On a scale of powers of ten, since the first bin holds most pairs.</summary>
    private static void Bars(StringBuilder svg, Reliability own, Reliability other)
    {
        foreach (var (power, label) in ((int, string)[])[(0, "1"), (2, "100"), (4, "10 k"), (6, "1 M")])
        {
            var y = BarsTop + BarsHeight - (BarsHeight * power / MostPowers);
            svg.AppendLine($"""<line class="grid" x1="{Left}" y1="{N(y)}" x2="{Left + Side}" y2="{N(y)}"/>""");
            Text(svg, Left - 8, y + 4, "end", label, "small");
        }

        const double Width = (Side / (double)Reliability.BinCount / 2) - 3;
        foreach (var (found, name, shift) in ((Reliability, string, double)[])[(own, "own", 2), (other, "other", 4 + Width)])
        {
            foreach (var bin in Filled(found))
            {
                var height = BarsHeight * Math.Log10(found.CountOf(bin)) / MostPowers;
                svg.AppendLine($"""<rect class="{name}" stroke="none" x="{N(Left + (Side * bin / (double)Reliability.BinCount) + shift)}" y="{N(BarsTop + BarsHeight - height)}" width="{N(Width)}" height="{N(height)}"/>""");
            }
        }

        svg.AppendLine($"""<path class="axis" d="M{Left} {BarsTop + BarsHeight}h{Side}"/>""");
        Text(svg, Left + (Side / 2), BarsTop + BarsHeight + 24, "middle", "pairs of a patient and a point in each tenth (powers of ten)");
    }

    private static IEnumerable<int> Filled(Reliability found) => Enumerable.Range(0, Reliability.BinCount).Where(bin => found.CountOf(bin) > 0);

    private static void Text(StringBuilder svg, double x, double y, string anchor, string text, string name = "plain") =>
        svg.AppendLine($"""<text class="{name}" x="{N(x)}" y="{N(y)}" text-anchor="{anchor}">{text}</text>""");

    private static double X(double value) => Left + (Side * value);

    private static double Y(double value) => Top + (Side * (1 - value));

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private static string N4(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
