using System.CommandLine;
using Unknot.Practice.Storage;

namespace Unknot.Cli.Commands;

/// <summary><c>unknot backup</c> and <c>unknot restore</c>: the embedded database, while the server runs.</summary>
internal static class BackupCommand
{
    internal static Command CreateBackup()
    {
        var folder = Folder();
        var file = new Argument<string>("file") { Description = "The copy to write. An older one is replaced." };
        var command = new Command("backup", "Copies the embedded database, also while the server runs. (For PostgreSQL use pg_dump.)") { file, folder };
        command.SetAction((parse, cancellation) => SayTroubleAsync(parse, output =>
        {
            SqliteBackup.Take(Database(parse.GetValue(folder)!), parse.GetValue(file)!);
            output.WriteLine($"Saved to {parse.GetValue(file)}.");
        }));
        return command;
    }

    internal static Command CreateRestore(TimeProvider time)
    {
        var folder = Folder();
        var file = new Argument<string>("file") { Description = "What unknot backup wrote." };
        var command = new Command("restore", "Puts a backup in the place of the embedded database, also while the server runs. What was there is kept beside it.") { file, folder };
        command.SetAction((parse, cancellation) => SayTroubleAsync(parse, output =>
        {
            var kept = SqliteBackup.BringBack(parse.GetValue(file)!, Database(parse.GetValue(folder)!), time.GetUtcNow());
            output.WriteLine(kept is null ? "Restored." : $"Restored. The database as it was is kept as {kept}.");
        }));
        return command;
    }

    private static Option<string> Folder() => new("--folder")
    {
        Description = "Where the server keeps its database.",
        DefaultValueFactory = _ => "var",
    };

    private static string Database(string folder) => Path.GetFullPath(Path.Combine(folder, StorePlace.FileName));

    private static async Task<int> SayTroubleAsync(ParseResult parse, Action<TextWriter> work)
    {
        try
        {
            work(parse.InvocationConfiguration.Output);
            return ExitCode.Done;
        }
        catch (Exception trouble) when (trouble is StorageException or IOException or UnauthorizedAccessException or Microsoft.Data.Sqlite.SqliteException)
        {
            await parse.InvocationConfiguration.Error.WriteLineAsync(trouble.Message);
            return ExitCode.BadInput;
        }
    }
}
