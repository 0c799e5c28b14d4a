using System.CommandLine;
using Unknot.Body;

namespace Unknot.Cli.Commands;

/// <summary><c>unknot body</c>: the figure's files, made from its description.</summary>
internal static class BodyCommand
{
    private const string DefaultDirectory = "assets";

    internal static Command Create()
    {
        var directory = new Option<DirectoryInfo>("--out")
        {
            Description = "Where the files go or are.",
            DefaultValueFactory = _ => new DirectoryInfo(DefaultDirectory),
        };
        var check = new Option<bool>("--check") { Description = "Change nothing: make the files in memory and list those that differ. Exits with 1 when one does." };
        var fast = new Option<bool>("--fast") { Description = "With --check: compare with the manifest only, which does not see a change of the figure itself." };
        var command = new Command("body", "Makes the figure: mesh, cells and views. The same source gives the same bytes.") { directory, check, fast };
        command.SetAction(parse => Make(
            parse.GetRequiredValue(directory).FullName,
            parse.GetValue(check),
            parse.GetValue(fast),
            parse.InvocationConfiguration.Output,
            parse.InvocationConfiguration.Error));
        return command;
    }

    private static int Make(string directory, bool check, bool fast, TextWriter output, TextWriter error)
    {
        if (fast && !check)
        {
            error.WriteLine("--fast goes with --check.");
            return ExitCode.BadInput;
        }

        if (!check)
        {
            BodyAssets.Write(directory);
            output.WriteLine($"Wrote the figure to {directory}.");
            return ExitCode.Done;
        }

        var stale = fast ? BodyAssets.CheckManifest(directory) : BodyAssets.Check(directory);
        foreach (var name in stale)
        {
            output.WriteLine($"{name}: is missing or not what the source makes");
        }

        if (stale.Length > 0)
        {
            error.WriteLine("Run './dev body' and commit the result.");
            return ExitCode.ProblemsFound;
        }

        output.WriteLine("The figure is up to date.");
        return ExitCode.Done;
    }
}
