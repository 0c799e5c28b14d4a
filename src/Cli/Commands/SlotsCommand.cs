using System.CommandLine;
using NodaTime.Text;
using Unknot.Cli.Output;
using Unknot.Practice.Slots;

namespace Unknot.Cli.Commands;

/// <summary><c>unknot slots</c>: works out one case of free times, as the site does when somebody books.</summary>
internal static class SlotsCommand
{
    internal static Command Create(TextReader input)
    {
        var command = new Command("slots", "Reads opening rules, busy times and a service as JSON from the standard input, and prints when a session may begin.");
        command.SetAction(async (parse, cancellation) =>
        {
            var output = parse.InvocationConfiguration.Output;
            try
            {
                var slots = SlotFinder.Find(SlotCase.Read(await input.ReadToEndAsync(cancellation)));
                JsonOutput.Write(output, new SlotList([.. slots.Select(InstantPattern.ExtendedIso.Format)]), JsonOutput.Types.SlotList);
                return ExitCode.Done;
            }
            catch (SlotCaseException trouble)
            {
                await parse.InvocationConfiguration.Error.WriteLineAsync(trouble.Message);
                return ExitCode.BadInput;
            }
        });
        return command;
    }
}
