using System.CommandLine;
using Unknot.Cli.Commands;

namespace Unknot.Cli;

/// <summary>The command <c>unknot</c> with everything below it.</summary>
internal static class UnknotCommand
{
    internal static RootCommand Create() => new("Unknot finds the knot behind the pain. It works from the atlas built into it.")
    {
        TraceCommand.Create(),
        RegionsCommand.Create(),
        MusclesCommand.Create(),
        ChartCommand.Create(),
        DataCommand.Create(),
        BodyCommand.Create(),
    };
}
