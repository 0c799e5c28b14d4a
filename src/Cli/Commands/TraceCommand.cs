using System.CommandLine;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Cli.Output;
using Unknot.Inference.Reasoning;

namespace Unknot.Cli.Commands;

/// <summary><c>unknot trace</c>: from where it hurts to the points that may contribute.</summary>
internal static class TraceCommand
{
    /// <summary>Lines of the readable ranking; the JSON has them all.</summary>
    private const int ReadableResults = 12;

    internal static Command Create()
    {
        var regions = new Argument<string[]>("REGION:SIDE")
        {
            Description = "Where it hurts, such as temple:right. Sides are the person's own; 'both' or no side means both.",
            Arity = ArgumentArity.OneOrMore,
        };
        var painFree = new Option<string[]>("--no-pain") { Description = "An area that does not hurt, REGION:SIDE. May be repeated.", AllowMultipleArgumentsPerToken = false };
        var json = new Option<bool>("--json") { Description = "Print everything as JSON." };
        var command = new Command("trace", "Ranks the trigger points that may contribute to a pain.") { regions, painFree, json };
        command.SetAction(parse => Trace(
            parse.GetValue(regions) ?? [],
            parse.GetValue(painFree) ?? [],
            parse.GetValue(json),
            parse.InvocationConfiguration.Output,
            parse.InvocationConfiguration.Error));
        return command;
    }

    private static int Trace(string[] painful, string[] painFree, bool json, TextWriter output, TextWriter error)
    {
        var atlas = AtlasData.Load();
        var names = new RegionNames(atlas);
        var errors = new List<string>();
        var hurting = ReadAll(painful);
        var free = ReadAll(painFree);
        errors.AddRange(hurting.Intersect(free).Select(region => $"'{region}' cannot hurt and be free of pain."));
        if (errors.Count > 0)
        {
            foreach (var line in errors)
            {
                error.WriteLine(line);
            }

            return ExitCode.BadInput;
        }

        var model = PainModel.Build(atlas, BodyAtlas.Lay(atlas, Surface.Load()));
        var ranking = model.Trace(new Drawing
        {
            Regions = [.. hurting.Select(region => new RegionPain(region, 1))],
            Cells = [],
            PainFree = [.. free],
        });

        if (json)
        {
            JsonOutput.Write(output, Output(ranking), JsonOutput.Types.TraceOutput);
        }
        else
        {
            TraceText.Write(output, atlas, ranking, ReadableResults);
        }

        return ExitCode.Done;

        List<SidedRegion> ReadAll(string[] texts)
        {
            var found = new List<SidedRegion>();
            foreach (var text in texts)
            {
                var (read, problem) = SidedRegionText.Read(text, atlas, names);
                found.AddRange(read.Except(found).ToList());
                if (problem is not null)
                {
                    errors.Add(problem);
                }
            }

            return found;
        }
    }

    private static TraceOutput Output(Ranking ranking) => new(
        ranking.DataVersion,
        [.. ranking.Findings.Select(finding => new TraceOutput.Marked(finding.Region.Region, finding.Region.Side, finding.Intensity))],
        [.. ranking.Results.Select(result => new TraceOutput.Result(
            result.Point.Point,
            result.Muscle,
            result.Name,
            result.Point.Side,
            result.Probability,
            [.. result.Explains.Select(area => new TraceOutput.Explained(area.Region.Region, area.Region.Side, area.Share))],
            [.. result.Chain.Select(point => point.ToString())]))]);
}
