using System.CommandLine;
using Unknot.Cli.Commands;

var root = new RootCommand("Unknot: finds the knot behind the pain. Works from the atlas built into it.")
{
    DataCommand.Create(),
};

return await root.Parse(args).InvokeAsync();
