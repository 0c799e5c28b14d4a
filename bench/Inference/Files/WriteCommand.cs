using System.Collections.Immutable;
using System.CommandLine;
using Unknot.Inference.Shared.Files;
using Unknot.Inference.Shared.Patients;

namespace Unknot.Inference.Bench.Files;

/// <summary><c>write</c>: the questions, for every engine the same.</summary>
internal static class WriteCommand
{
    internal const string NetworkName = "network.txt";
    internal const string CasesName = "cases.txt";

    internal static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--folder") { Description = "Where the two files go.", Required = true };
        var command = new Command("write", "Writes the network and 500 made-up drawings as text.") { folder };
        command.SetAction(parse => Run(parse.GetRequiredValue(folder), parse.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(DirectoryInfo folder, TextWriter output)
    {
        folder.Create();
        var laid = LaidAtlas.Load();
        ImmutableArray<Case> cases = [.. CaseSet.Drawings(laid).Select(item => CaseSet.CaseOf(laid, item.Id, item.Kind, item.Drawing))];
        using var networkFile = new StreamWriter(Path.Combine(folder.FullName, NetworkName));
        using var casesFile = new StreamWriter(Path.Combine(folder.FullName, CasesName));
        CaseWriter.Write(networkFile, casesFile, NamesOf(laid, cases[0].Network.NodeCount), cases);
        foreach (var group in cases.GroupBy(one => one.Kind))
        {
            var counts = group.Select(one => (double)one.Evidence.Witnesses.Length).Order().ToArray();
            output.WriteLine($"{group.Key}: {counts.Length} drawings, {counts[counts.Length / 2]} marked regions at the median, {counts[^1]} at most");
        }

        return 0;
    }

    private static List<string> NamesOf(LaidAtlas laid, int nodeCount) =>
    [
        .. laid.Map.Points.Select(point => point.ToString()),
        .. Enumerable.Range(laid.Map.Points.Length, nodeCount - laid.Map.Points.Length)
            .Select(node => "any-of-" + string.Join('+', laid.Chains.PointsBehind(node).Select(point => laid.Map.Points[point]))),
    ];
}
