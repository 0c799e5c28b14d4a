using System.CommandLine;
using Unknot.Inference.Bench.Calibration;
using Unknot.Inference.Bench.Comparison;
using Unknot.Inference.Bench.Files;

namespace Unknot.Inference.Bench;

internal static class Entry
{
    private static int Main(string[] args) =>
        new RootCommand("How fast, how exact and how honest the inference is.") { WriteCommand.Create(), CompareCommand.Create(), CalibrationCommand.Create() }.Parse(args).Invoke();
}
