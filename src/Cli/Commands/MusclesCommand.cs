using System.CommandLine;
using Unknot.Atlas;
using Unknot.Cli.Output;

namespace Unknot.Cli.Commands;

/// <summary><c>unknot muscles</c>: what the atlas holds.</summary>
internal static class MusclesCommand
{
    internal static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print the whole atlas of muscles as JSON, as in its files." };
        var command = new Command("muscles", "Lists the muscles and their trigger points.") { json };
        command.SetAction(parse =>
        {
            var atlas = AtlasData.Load();
            var output = parse.InvocationConfiguration.Output;
            if (parse.GetValue(json))
            {
                JsonOutput.Write(output, new MuscleList(atlas.Version, atlas.Muscles), JsonOutput.Types.MuscleList);
                return ExitCode.Done;
            }

            foreach (var muscle in atlas.Muscles)
            {
                output.WriteLine($"{muscle.Id,-32} {muscle.Name,-34} {muscle.Points.Length} point(s)");
            }

            return ExitCode.Done;
        });
        return command;
    }
}
