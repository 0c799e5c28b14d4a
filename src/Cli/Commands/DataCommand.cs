using System.CommandLine;
using Unknot.Atlas;
using Unknot.Body;

namespace Unknot.Cli.Commands;

/// <summary><c>unknot data check</c>: everything that is wrong with the atlas, at once.</summary>
internal static class DataCommand
{
    internal static Command Create()
    {
        var directory = new Option<DirectoryInfo?>("--data") { Description = "Read the files of this directory instead of those built in." };
        var check = new Command("check", "Lists every problem of the data as file: place: what. Exits with 1 when there is one.") { directory };
        check.SetAction(parse => Check(parse.GetValue(directory), parse.InvocationConfiguration.Output, parse.InvocationConfiguration.Error));

        var folder = new Option<DirectoryInfo>("--out") { Description = "Where the schemas go.", DefaultValueFactory = _ => new DirectoryInfo("data/schema") };
        var schema = new Command("schema", "Writes a JSON schema for each kind of file, from the types that read them.") { folder };
        schema.SetAction(parse => WriteSchemas(parse.GetRequiredValue(folder), parse.InvocationConfiguration.Output));
        return new Command("data", "Works on the files of the atlas.") { check, schema, ZonesCommand.Create(), CompareCommand.Create(), TextsCommand.Create() };
    }

    private static int Check(DirectoryInfo? directory, TextWriter output, TextWriter error)
    {
        if (directory is { Exists: false })
        {
            error.WriteLine($"There is no directory '{directory.FullName}'.");
            return ExitCode.BadInput;
        }

        var files = directory is null ? AtlasFiles.Embedded() : AtlasFiles.FromDirectory(directory.FullName);
        var problems = AtlasData.Check(files);
        foreach (var problem in problems)
        {
            output.WriteLine(problem);
        }

        if (problems.Length > 0)
        {
            error.WriteLine($"{problems.Length} problem(s).");
            return ExitCode.ProblemsFound;
        }

        var atlas = AtlasData.Load(files);
        problems = [.. LayingChecks.ProblemsOf(atlas, Surface.Load()), .. atlas.CheckTranslations()];
        foreach (var problem in problems)
        {
            output.WriteLine(problem);
        }

        if (problems.Length > 0)
        {
            error.WriteLine($"{problems.Length} problem(s).");
            return ExitCode.ProblemsFound;
        }

        output.WriteLine($"{atlas.Version}: {atlas.Muscles.Length} muscles, {atlas.Muscles.Sum(muscle => muscle.Points.Length)} points, {atlas.Regions.Length} regions, {atlas.Landmarks.Length} landmarks, {atlas.Sources.Length} sources; nothing wrong.");
        return ExitCode.Done;
    }

    private static int WriteSchemas(DirectoryInfo folder, TextWriter output)
    {
        folder.Create();
        foreach (var (name, text) in AtlasSchema.All())
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), text);
        }

        output.WriteLine($"Wrote the schemas to {folder.FullName}.");
        return ExitCode.Done;
    }
}
