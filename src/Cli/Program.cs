using Unknot.Cli;

var command = UnknotCommand.Create().Parse(args);
var exitCode = await command.InvokeAsync();

// The library ends with 1 when it cannot read the command; here that means that something was checked and found wrong.
return command.Errors.Count > 0 ? ExitCode.BadInput : exitCode;
