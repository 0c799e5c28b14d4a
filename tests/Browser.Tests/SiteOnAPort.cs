using Unknot.Web.Shared;

namespace Unknot.Browser.Tests;

/// <summary>The real application on a free port of this machine.</summary>
public sealed class SiteOnAPort : OwnStoreSite
{
    public SiteOnAPort()
    {
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
    }
}
