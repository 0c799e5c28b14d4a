using System.CommandLine;
using System.Diagnostics;

namespace Unknot.Bench.Browser.Audits;

/// <summary><c>lighthouse</c>: serves the site for the auditor, a program of Node's.</summary>
internal static class LighthouseCommand
{
    internal static Command Create()
    {
        var script = new Option<FileInfo>("--script") { Description = "bench/Lighthouse/run.mjs", Required = true };
        var pages = new Argument<string[]>("paths") { Description = "Pages to look at; those with a bar unless told.", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command("lighthouse", "Rates pages with Lighthouse as a phone sees them, and fails under the bars.") { script, pages };
        command.SetAction((parse, cancellation) => RunAsync(parse.GetRequiredValue(script), parse.GetValue(pages) ?? [], cancellation));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo script, string[] pages, CancellationToken cancellation)
    {
        await using var site = new SiteOnAPort(withSamples: true);
        var start = new ProcessStartInfo("node", [script.FullName, site.Address.ToString(), .. pages]);
        start.Environment["CHROME_PATH"] = Studio.ChromiumPath;
        using var audit = Process.Start(start) ?? throw new InvalidOperationException("Node did not start.");
        await audit.WaitForExitAsync(cancellation);
        return audit.ExitCode;
    }
}
