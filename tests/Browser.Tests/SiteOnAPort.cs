using Unknot.Web.Shared;

namespace Unknot.Browser.Tests;

/// <summary>The real application on a free port of this machine.</summary>
public sealed class SiteOnAPort : OwnStoreSite
{
    private readonly string? _postgres;

    public SiteOnAPort()
        : this(null)
    {
    }

    /// <param name="postgres">Connection string of an empty database; null for the embedded one.</param>
    public SiteOnAPort(string? postgres)
    {
        _postgres = postgres;
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
        if (_postgres is not null)
        {
            builder.UseSetting("ConnectionStrings:Practice", _postgres);
        }
    }
}
