using System.CommandLine;
using Unknot.Bench.Practice;

var program = new Option<string>("--site") { Description = "The server's assembly.", Required = true };
var server = new Option<string?>("--postgres") { Description = "Connection string of a PostgreSQL server; the embedded database without." };
var root = new RootCommand("Loads the practice's site as many readers do, and kills it while they write.")
{
    Measured("pages", "Requests of an article page a second, beside nginx serving the same page as a file.", PagesCommand.RunAsync),
    Measured("rush", "Ten thousand views and a thousand comments at once: all are counted and kept, and pages stay quick.", RushCommand.RunAsync),
    Measured("race", "A hundred clients race for twenty times on two nodes; then again while a node is killed and the database restarted.", RaceCommand.RunAsync),
    Measured("bookings", "Bookings a second, beside pgbench doing the same insert.", BookingsCommand.RunAsync),
    Measured("kill", "Kills the server fifty times while comments and views are written: what was confirmed is there.", KillCommand.RunAsync),
};
return await root.Parse(args).InvokeAsync();

Command Measured(string name, string description, Func<SiteProcess, CancellationToken, Task<bool>> run)
{
    var command = new Command(name, description) { program, server };
    command.SetAction(async (parse, cancellation) =>
    {
        var site = await SiteProcess.StartAsync(parse.GetValue(program)!, parse.GetValue(server));
        await using (site)
        {
            Console.WriteLine($"{name}, {(parse.GetValue(server) is null ? "SQLite" : "PostgreSQL")}");
            return await run(site, cancellation) ? 0 : 1;
        }
    });
    return command;
}
