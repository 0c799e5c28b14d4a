using Unknot.Web.Shared;

namespace Unknot.Bench.Browser;

/// <summary>The real application on a free port of this machine.</summary>
internal sealed class SiteOnAPort : OwnStoreSite
{
    private readonly bool _withSamples;

    /// <param name="withSamples">A made-up practice with articles and an offer, instead of an empty database.</param>
    internal SiteOnAPort(bool withSamples = false)
    {
        _withSamples = withSamples;
        UseKestrel(0);

        // The factory looks for the site's content root in a file beside this program, but only in the current directory.
        var before = Environment.CurrentDirectory;
        Environment.CurrentDirectory = AppContext.BaseDirectory;
        StartServer();
        Environment.CurrentDirectory = before;
    }

    internal Uri Address => ClientOptions.BaseAddress;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Sample", _withSamples ? "true" : "false").UseEnvironment("Production").ConfigureLogging(logging => logging.ClearProviders());
    }
}
