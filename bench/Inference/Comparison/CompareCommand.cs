using System.Collections.Immutable;
using System.CommandLine;
using Unknot.Inference.Bench.Files;
using Unknot.Inference.Network;
using Unknot.Inference.Shared.Files;
using Unknot.Inference.Shared.Frontier;
using Unknot.Inference.Shared.Patients;

namespace Unknot.Inference.Bench.Comparison;

/// <summary><c>compare</c>: runs our engine on the written cases and sets it beside the peers that have left their results there.</summary>
internal static class CompareCommand
{
    private const string Ours = "Unknot, inference";
    private const string OursUnlimited = "Unknot, nothing merged";
    private const string OurTrace = "Unknot, whole trace";
    private const string Reference = "frontier sweep";
    private const string ResultEnding = ".results.txt";

    internal static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--folder") { Description = "Where the cases are, and the peers' results.", Required = true };
        var markdown = new Option<FileInfo?>("--markdown") { Description = "Also write the table to this file." };
        var command = new Command("compare", "Compares our engine with the peers, on the same cases.") { folder, markdown };
        command.SetAction(parse => Run(parse.GetRequiredValue(folder), parse.GetValue(markdown), parse.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(DirectoryInfo folder, FileInfo? markdown, TextWriter output)
    {
        var cases = Read(folder);
        var ours = Solve(cases, one => LargeCases.Solve(one.Network, one.Evidence, one.Evidence.Witnesses.Length).Posterior);
        var unlimited = Solve(cases, one => ExactInference.Solve(one.Network, one.Evidence));
        var (reference, exact) = SolveOtherwise(cases);
        List<(string Engine, IReadOnlyDictionary<string, Result> Results)> engines = [(Ours, ours), (OursUnlimited, unlimited), (OurTrace, Trace(cases)), (Reference, reference)];
        foreach (var file in folder.EnumerateFiles($"*{ResultEnding}").OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            using var text = file.OpenText();
            engines.Add((file.Name[..^ResultEnding.Length], Result.Read(text)));
        }

        var rows = from kind in Enum.GetValues<DrawingKind>()
                   from engine in engines
                   let results = cases.Where(one => one.Kind == kind && engine.Results.ContainsKey(one.Id)).Select(one => engine.Results[one.Id]).ToList()
                   where results.Count > 0
                   select Row.Of(kind, engine.Engine, results, engine.Engine == Reference ? ImmutableDictionary<string, double[]>.Empty : exact, ours);
        var report = Table.Markdown(rows) + Environment.NewLine + string.Join(Environment.NewLine, Remarks(cases, ours, exact, engines)) + Environment.NewLine;
        output.Write(report);
        if (markdown is not null)
        {
            File.WriteAllText(markdown.FullName, report);
        }

        return 0;
    }

    private static ImmutableArray<Case> Read(DirectoryInfo folder)
    {
        using var networkFile = File.OpenText(Path.Combine(folder.FullName, WriteCommand.NetworkName));
        using var casesFile = File.OpenText(Path.Combine(folder.FullName, WriteCommand.CasesName));
        return CaseReader.Read(networkFile, casesFile);
    }

    private static ImmutableDictionary<string, Result> Solve(ImmutableArray<Case> cases, Func<Case, Posterior> solve)
    {
        // Once over everything, so that the runtime has compiled what will be timed.
        foreach (var one in cases)
        {
            solve(one);
        }

        return cases.ToImmutableDictionary(
            one => one.Id,
            one =>
            {
                var (milliseconds, posterior) = Timing.Median(() => solve(one));
                return new Result(one.Id, milliseconds, null, [.. Enumerable.Range(0, one.Network.NodeCount).Select(posterior.ActiveOf)]);
            },
            StringComparer.Ordinal);
    }

    /// <summary>From the drawing to the ranking, as the site does it; the ranking's marginals are those of the inference.</summary>
    private static ImmutableDictionary<string, Result> Trace(ImmutableArray<Case> cases)
    {
        var laid = LaidAtlas.Load();
        var drawings = CaseSet.Drawings(laid).ToImmutableDictionary(item => item.Id, item => item.Drawing, StringComparer.Ordinal);
        var numbers = laid.Map.Points.Select((point, number) => (point, number)).ToDictionary(pair => pair.point, pair => pair.number);
        return cases.Where(one => drawings.ContainsKey(one.Id)).ToImmutableDictionary(
            one => one.Id,
            one =>
            {
                var (milliseconds, ranking) = Timing.Median(() => laid.Model.Trace(drawings[one.Id]));
                return new Result(one.Id, milliseconds, null, [.. ranking.Results.OrderBy(point => numbers[point.Point]).Select(point => point.Probability)]);
            },
            StringComparer.Ordinal);
    }

    private static (ImmutableDictionary<string, Result> Results, Dictionary<string, double[]> Exact) SolveOtherwise(ImmutableArray<Case> cases)
    {
        var exact = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var results = ImmutableDictionary.CreateBuilder<string, Result>(StringComparer.Ordinal);
        foreach (var one in cases)
        {
            var (milliseconds, posterior) = Timing.Median(() => FrontierSweep.Solve(one.Network, one.Evidence, FrontierSweep.PatientWork));
            results.Add(one.Id, new Result(one.Id, milliseconds, posterior is null ? "wide" : null, [.. posterior?.Active ?? []]));
            if (posterior is not null)
            {
                exact.Add(one.Id, posterior.Active);
            }
        }

        return (results.ToImmutable(), exact);
    }

    private static IEnumerable<string> Remarks(
        ImmutableArray<Case> cases,
        ImmutableDictionary<string, Result> ours,
        Dictionary<string, double[]> exact,
        List<(string Engine, IReadOnlyDictionary<string, Result> Results)> engines)
    {
        yield return $"Errors are against the frontier sweep, which can solve {exact.Count} of {cases.Length} cases within its limit; the others count in the times only.";
        var merged = cases.Count(one => !LargeCases.Solve(one.Network, one.Evidence, one.Evidence.Witnesses.Length).Groups.IsEmpty);
        yield return $"{Ours} merges witnesses in {merged} of {cases.Length} cases, {OursUnlimited} in none.";
        yield return "A failed case counts with the time spent on it, or the limit that ended it. One thread; medians of repeated runs in a warm process, samplers once.";
        foreach (var (engine, results) in engines.Where(item => item.Engine is not (Ours or OursUnlimited or OurTrace or Reference)))
        {
            var wide = results.Values.Where(result => result.Failure is null && !exact.ContainsKey(result.CaseId) && ours.ContainsKey(result.CaseId)).ToList();
            if (wide.Count > 0)
            {
                var worst = wide.Max(result => result.Marginals.Zip(ours[result.CaseId].Marginals, (one, other) => Math.Abs(one - other)).Max());
                yield return $"{engine} solved {wide.Count} cases that are too wide for the sweep; there it differs from our engine by {worst:0e0} at most.";
            }
        }
    }
}
