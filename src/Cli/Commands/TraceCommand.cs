using System.CommandLine;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Cli.Output;
using Unknot.Dialogue;
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
        var qualities = Repeatable("--quality", "How it feels, such as dull or tingling.");
        var causes = Repeatable("--cause", "A cause that applies, ID, or does not, ID=no.");
        var symptoms = Repeatable("--symptom", "Something noticed beside the pain, ID[:side], or not, ID[:side]=no.");
        var questions = Repeatable("--question", "The answer to a question or a movement test, ID[:side]=yes or ID[:side]=no.");
        var presses = Repeatable("--press", "What pressing a point brought, POINT:side=my-pain, =only-tender or =nothing.");
        var json = new Option<bool>("--json") { Description = "Print everything as JSON." };
        var command = new Command("trace", "Ranks the trigger points that may contribute to a pain.") { regions, text, painFree, qualities, causes, symptoms, questions, presses, json };
        command.SetAction(parse => Trace(
            parse.GetValue(regions) ?? [],
            parse.GetValue(text),
            parse.GetValue(painFree) ?? [],
            (answers, drawing) => new Inquiry
            {
                Drawing = drawing,
                Qualities = answers.Qualities(parse.GetValue(qualities) ?? []),
                Causes = answers.Causes(parse.GetValue(causes) ?? []),
                Symptoms = answers.Symptoms(parse.GetValue(symptoms) ?? []),
                Questions = answers.Questions(parse.GetValue(questions) ?? []),
                Presses = answers.Presses(parse.GetValue(presses) ?? []),
            },
            parse.GetValue(json),
            parse.InvocationConfiguration.Output,
            parse.InvocationConfiguration.Error));
        return command;
    }

    private static Option<string[]> Repeatable(string name, string description) =>
        new(name) { Description = $"{description} May be repeated.", AllowMultipleArgumentsPerToken = false };

    private static int Trace(
        string[] painful, string? text, string[] painFree, Func<TraceAnswers, Drawing, Inquiry> withAnswers, bool json, TextWriter output, TextWriter error)
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
        var said = understood is null ? SaidBeside.Nothing : SaidBeside.Of(understood, hurting.ToHashSet(), free.ToHashSet());
        errors.AddRange(hurting.Intersect(free).Select(region => $"'{region}' cannot hurt and be free of pain."));
        if (errors.Count == 0 && hurting.Count + said.Painful.Length == 0)
        {
            errors.Add("Nothing that hurts is named, only what does not.");
        }

        var inquiry = withAnswers(new TraceAnswers(atlas, errors), new Drawing
        {
            Regions = [.. hurting.Select(region => new RegionPain(region, 1)), .. said.Painful],
            Cells = [],
            PainFree = [.. free, .. said.PainFree],
        });
        inquiry = inquiry with { Qualities = [.. inquiry.Qualities.Union(understood?.Qualities.Select(found => found.Quality) ?? [])] };

        if (errors.Count > 0)
        {
            foreach (var line in errors)
            {
                error.WriteLine(line);
            }

            return ExitCode.BadInput;
        }

        var model = PainModel.Build(atlas, BodyAtlas.Lay(atlas, Surface.Load()));
        if (model.ProblemsOf(inquiry) is not [] and var problems)
        {
            foreach (var problem in problems)
            {
                error.WriteLine($"{problem}.");
            }

            return ExitCode.BadInput;
        }

        var ranking = model.Trace(inquiry, TraceOptions.Full);
        if (json)
        {
            JsonOutput.Write(output, TraceOutput.Of(ranking, atlas, understood is null ? null : UnderstoodOutput.Of(understood, text!)), JsonOutput.Types.TraceOutput);
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
            errors.Add($"{SaidBeside.NoPlaceIn(text, understood, atlas)} 'unknot regions' lists all.");
        }

        return understood;
    }
}
