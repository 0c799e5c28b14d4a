using Unknot.Cli;

return await UnknotCommand.Create().Parse(args).InvokeAsync();
