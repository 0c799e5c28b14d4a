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
            Arity = ArgumentArity.ZeroOrMore,
        };
        var text = new Option<string>("--text") { Description = "Where it hurts in your own words, such as \"back of my left leg down to the calf, tingling\"." };
        var painFree = new Option<string[]>("--no-pain") { Description = "An area that does not hurt, REGION:SIDE. May be repeated.", AllowMultipleArgumentsPerToken = false };
        var json = new Option<bool>("--json") { Description = "Print everything as JSON." };
        var command = new Command("trace", "Ranks the trigger points that may contribute to a pain.") { regions, text, painFree, json };
        command.SetAction(parse => Trace(
            parse.GetValue(regions) ?? [],
            parse.GetValue(text),
            parse.GetValue(painFree) ?? [],
            parse.GetValue(json),
            parse.InvocationConfiguration.Output,
            parse.InvocationConfiguration.Error));
        return command;
    }

    private static int Trace(string[] painful, string? text, string[] painFree, bool json, TextWriter output, TextWriter error)
    {
        var atlas = AtlasData.Load();
        var names = new RegionNames(atlas);
        var errors = new List<string>();
        var hurting = ReadAll(painful);
        var free = ReadAll(painFree);
        var understood = ReadText(text, atlas, errors);
        if (painful is [] && text is null)
        {
            errors.Add("Say where it hurts: REGION:SIDE, or --text and your own words. 'unknot regions' lists the regions.");
        }

        // What was given as an argument is meant as it stands; words follow it.
        var said = understood?.Painful.Select(found => found.Region).Except(hurting).Except(free).ToList() ?? [];
        free.AddRange(understood?.PainFree.Select(found => found.Region).Except(hurting).Except(free).ToList() ?? []);
        errors.AddRange(hurting.Intersect(free).Select(region => $"'{region}' cannot hurt and be free of pain."));
        if (errors.Count == 0 && hurting.Count + said.Count == 0)
        {
            errors.Add("Nothing that hurts is named, only what does not.");
        }

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
            Regions = [.. hurting.Select(region => new RegionPain(region, 1)), .. said.Select(region => new RegionPain(region, understood?.Strength?.Share ?? 1))],
            Cells = [],
            PainFree = [.. free],
        });

        if (json)
        {
            JsonOutput.Write(output, Output(ranking, understood is null ? null : UnderstoodOutput.Of(understood, text!)), JsonOutput.Types.TraceOutput);
        }
        else
        {
            if (understood is not null)
            {
                UnderstoodText.Write(output, atlas, understood, text!);
            }

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

    /// <returns>Null when there is no text, or with an error.</returns>
    private static Understanding? ReadText(string? text, AtlasData atlas, List<string> errors)
    {
        if (text is null)
        {
            return null;
        }

        if (text.Length > PainWords.MaxLength)
        {
            errors.Add($"The text has {text.Length} characters. Allowed: at most {PainWords.MaxLength}.");
            return null;
        }

        var understood = new PainWords(atlas).Read(text);
        if (understood.NamesNoPlace)
        {
            var unknown = understood.NotUnderstood.SelectMany(span => span.In(text).Split(' ')).DefaultIfEmpty(text);
            var nearest = unknown.SelectMany(word => NearestNames.Of(word, atlas.Regions, 3)).Select(region => region.Id.ToString()).Distinct(StringComparer.Ordinal).Take(6);
            errors.Add($"No place was understood in '{text}'. Nearest: {string.Join(", ", nearest)}. 'unknot regions' lists all.");
        }

        return understood;
    }

    private static TraceOutput Output(Ranking ranking, UnderstoodOutput? understood) => new(
        ranking.DataVersion,
        understood,
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
