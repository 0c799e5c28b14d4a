using System.Globalization;

namespace Unknot.Inference.Tests.Numerics;

/// <summary>Values written with 40 digits, computed with 700 by Python's <c>decimal</c> for exactly the double that each argument is.</summary>
internal static class ReferenceTable
{
    internal static IReadOnlyList<(double Argument, double Expected)> Read(string name) =>
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Reference", name + ".csv"))
            .Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => (Number(cells[0]), Number(cells[1]))),
    ];

    /// <summary>Infinities, NaN and 0 must be met exactly, all others to a relative error.</summary>
    internal static void AssertMet(string name, Func<double, double> function, double relativeError)
    {
        Assert.All(Read(name), row =>
        {
            var actual = function(row.Argument);
            if (!double.IsFinite(row.Expected) || row.Expected == 0)
            {
                Assert.Equal(row.Expected, actual);
            }
            else
            {
                Assert.True(
                    Math.Abs(actual - row.Expected) <= relativeError * Math.Abs(row.Expected),
                    $"{name}({row.Argument:R}) = {actual:R}, expected {row.Expected:R}");
            }
        });
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
