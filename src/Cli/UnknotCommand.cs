using System.CommandLine;
using Unknot.Cli.Commands;

namespace Unknot.Cli;

/// <summary>The command <c>unknot</c> with everything below it.</summary>
internal static class UnknotCommand
{
    /// <param name="input">What a command reads instead of the standard input.</param>
    internal static RootCommand Create(TextReader? input = null) => new("Unknot finds the knot behind the pain. It works from the atlas built into it.")
    {
        TraceCommand.Create(),
        RegionsCommand.Create(),
        MusclesCommand.Create(),
        ChartCommand.Create(),
        DataCommand.Create(),
        BodyCommand.Create(),
        SlotsCommand.Create(input ?? Console.In),
        StorageCommand.Create(),
        BackupCommand.CreateBackup(),
        BackupCommand.CreateRestore(TimeProvider.System),
    };
}
