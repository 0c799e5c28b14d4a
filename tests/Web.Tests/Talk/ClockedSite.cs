using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Unknot.Practice.Shared;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Talk;

/// <summary>A site whose clock the test moves, on either engine.</summary>
public sealed class ClockedSite : OwnStoreSite
{
    private readonly string? _postgres;

    public ClockedSite(TestStore store) => _postgres = (store.Place as Practice.Storage.StorePlace.Postgres)?.ConnectionString;

    public SetTime Time { get; } = new(DateTime.SpecifyKind(new DateTime(2026, 3, 4, 10, 0, 0), DateTimeKind.Utc));

    /// <summary>A client that follows nothing by itself and says it is a browser.</summary>
    public HttpClient Reader()
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36");
        return client;
    }

    protected override void ConfigureWebHost(Microsoft.AspNetCore.Hosting.IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (_postgres is not null)
        {
            builder.UseSetting("ConnectionStrings:Practice", _postgres);
        }

        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time)));
    }
}
