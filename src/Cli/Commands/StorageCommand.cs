using System.CommandLine;
using Unknot.Practice.Storage;

namespace Unknot.Cli.Commands;

/// <summary><c>unknot storage script</c>: what the tables should be, for who writes the next migration.</summary>
internal static class StorageCommand
{
    internal static Command Create()
    {
        var engine = new Option<string>("--engine") { Description = "sqlite or postgresql.", Required = true };
        engine.AcceptOnlyFromAmong("sqlite", "postgresql");
        var script = new Command("script", "Prints the SQL that makes all tables of the practice in an empty database.") { engine };
        script.SetAction(parse =>
        {
            StorePlace place = parse.GetValue(engine) == "sqlite" ? new StorePlace.Sqlite(StorePlace.FileName) : new StorePlace.Postgres("Host=localhost");
            parse.InvocationConfiguration.Output.Write(TableScript.For(place));
            return ExitCode.Done;
        });
        return new Command("storage", "The practice's database.") { script };
    }
}
