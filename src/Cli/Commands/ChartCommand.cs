using System.CommandLine;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts;
using Unknot.Charts.Choosing;
using Unknot.Charts.Sheets;

namespace Unknot.Cli.Commands;

/// <summary><c>unknot chart</c>: the printed chart, the chart of a muscle, or somebody's own map.</summary>
internal static class ChartCommand
{
    private static readonly string[] Formats = ["pdf", "svg"];

    internal static Command Create()
    {
        var output = new Option<string?>("--out") { Description = "The file to write; chart.pdf or chart.svg when it is left out." };
        var format = new Option<string?>("--format") { Description = "pdf or svg; taken from the name of the file when it is left out." };
        var paper = new Option<string>("--paper") { Description = "a4, letter or a3.", DefaultValueFactory = _ => Paper.A4.Id };
        var region = new Option<string?>("--region") { Description = "Only points that are felt in this region, such as temple." };
        var part = new Option<string?>("--part") { Description = "Only muscles of this part of the body, such as neck." };
        var muscle = new Option<string?>("--muscle") { Description = "One muscle: with no other filter it gets a chart of its own." };
        var symptom = new Option<string?>("--symptom") { Description = "Only muscles that go with these words, such as headache." };
        var points = new Option<string?>("--points") { Description = "Your own map: points with their side in the order of release, POINT:SIDE,POINT:SIDE." };
        var seconds = new Option<int>("--seconds") { Description = "How long to hold each point of your own map.", DefaultValueFactory = _ => MapReader.DefaultSeconds };
        var build = new Option<string>("--build") { Description = $"The build of the figure: {BuildNames}.", DefaultValueFactory = _ => FigureBuild.Neutral.Id };
        var address = new Option<string?>("--address") { Description = "Address of the guided release, for the QR code of your own map." };
        var command = new Command("chart", "Draws the chart of trigger points, one muscle, or your own map, as PDF or SVG.")
        {
            output, format, paper, region, part, muscle, symptom, points, seconds, build, address,
        };
        command.SetAction(parse => Draw(
            new Wish
            {
                File = parse.GetValue(output),
                Format = parse.GetValue(format),
                Paper = parse.GetValue(paper)!,
                Build = parse.GetValue(build)!,
                Filter = new ChartFilter
                {
                    Region = parse.GetValue(region),
                    Part = parse.GetValue(part),
                    Muscle = parse.GetValue(muscle),
                    Symptom = parse.GetValue(symptom),
                },
                Points = parse.GetValue(points),
                Seconds = parse.GetValue(seconds),
                Address = parse.GetValue(address),
            },
            parse.InvocationConfiguration.Output,
            parse.InvocationConfiguration.Error));
        return command;
    }

    /// <summary>The command's options as they were typed.</summary>
    private sealed record Wish
    {
        internal required string? File { get; init; }

        internal required string? Format { get; init; }

        internal required string Paper { get; init; }

        internal required string Build { get; init; }

        internal required ChartFilter Filter { get; init; }

        internal required string? Points { get; init; }

        internal required int Seconds { get; init; }

        internal required string? Address { get; init; }
    }

    private static string BuildNames => string.Join(", ", ChartMaker.Builds.Select(build => build.Id));

    private static int Draw(Wish wish, TextWriter output, TextWriter error)
    {
        var errors = new List<string>();
        var format = FormatOf(wish, errors);
        var paper = Paper.Find(wish.Paper);
        var build = ChartMaker.Builds.FirstOrDefault(build => build.Id == wish.Build);
        if (paper is null)
        {
            errors.Add($"There is no paper '{wish.Paper}'. Allowed: {string.Join(", ", Paper.All.Select(known => known.Id))}.");
        }

        if (build is null)
        {
            errors.Add($"There is no build '{wish.Build}'. Allowed: {BuildNames}.");
        }

        var address = AddressOf(wish, errors);
        if (wish.Points is not null && wish.Filter != new ChartFilter())
        {
            errors.Add("--points is a map of your own: leave --region, --part, --muscle and --symptom out.");
        }

        if (errors.Count > 0 || paper is null || build is null)
        {
            return Refuse(errors, error);
        }

        var atlas = AtlasData.Load();
        var body = BodyAtlas.Lay(atlas, Surface.Load());
        var maker = new ChartMaker(atlas, body);
        byte[] file;
        if (wish.Points is not null)
        {
            var reader = new MapReader(atlas, body);
            foreach (var point in wish.Points.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                reader.AddPoint(point, wish.Seconds);
            }

            if (reader.Read(address) is not { } map)
            {
                return Refuse([.. reader.Problems.Select(problem => problem.Message).Distinct(StringComparer.Ordinal)], error);
            }

            file = format == "svg" ? maker.Svg(map, paper, build) : maker.Pdf(map, paper, build);
        }
        else
        {
            var choice = maker.Choose(wish.Filter);
            switch (choice)
            {
                case ChartChoice.Refused refused:
                    return Refuse([.. refused.Problems.Select(problem => problem.Message)], error);
                case ChartChoice.Nothing nothing:
                    error.WriteLine(nothing.Message);
                    return ExitCode.ProblemsFound;
                default:
                    file = format == "svg" ? maker.Svg(choice, paper, build) : maker.Pdf(choice, paper, build);
                    break;
            }
        }

        return Write(wish.File ?? $"chart.{format}", file, output, error);
    }

    private static int Write(string path, byte[] file, TextWriter output, TextWriter error)
    {
        try
        {
            File.WriteAllBytes(path, file);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"'{path}' cannot be written: {trouble.Message}");
            return ExitCode.ProblemsFound;
        }

        output.WriteLine($"{path} ({file.Length / 1024} kB)");
        return ExitCode.Done;
    }

    private static int Refuse(List<string> errors, TextWriter error)
    {
        errors.ForEach(error.WriteLine);
        return ExitCode.BadInput;
    }

    /// <summary>As asked, or else by the end of the file's name.</summary>
    private static string FormatOf(Wish wish, List<string> errors)
    {
        var ending = Path.GetExtension(wish.File ?? "").TrimStart('.').ToLowerInvariant();
        var format = wish.Format?.ToLowerInvariant() ?? (ending.Length > 0 ? ending : Formats[0]);
        if (!Formats.Contains(format, StringComparer.Ordinal))
        {
            errors.Add($"There is no format '{format}'. Allowed: {string.Join(", ", Formats)}.");
        }
        else if (wish.Format is not null && Formats.Contains(ending, StringComparer.Ordinal) && ending != format)
        {
            errors.Add($"'{wish.File}' ends in .{ending}, but --format says {format}.");
        }

        return format;
    }

    private static Uri? AddressOf(Wish wish, List<string> errors)
    {
        if (wish.Address is null)
        {
            return null;
        }

        if (wish.Points is null)
        {
            errors.Add("--address is for the QR code of your own map: give --points, too.");
        }

        if (Uri.TryCreate(wish.Address, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") && address.Query.Length + address.Fragment.Length == 0)
        {
            return address;
        }

        errors.Add($"'{wish.Address}' is not a plain web address. Allowed: http or https, without '?' or '#', such as https://example.org/release.");
        return null;
    }
}
