using Microsoft.AspNetCore.Mvc.Testing;

namespace Unknot.Web.Shared;

/// <summary>The real application with a folder of its own for its data, which is gone when the site is.</summary>
public class OwnStoreSite : WebApplicationFactory<Program>
{
    /// <summary>Holds the embedded database.</summary>
    public string Folder { get; } = Path.Combine(Path.GetTempPath(), $"unknot-site-{Guid.NewGuid():N}");

    protected override void ConfigureWebHost(IWebHostBuilder builder) => builder
        .UseSetting("Storage:Folder", Folder)
        .ConfigureServices(services => services.AddSingleton<IStartupFilter, OwnNetwork>());

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Forget();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Forget();
        GC.SuppressFinalize(this);
    }

    private void Forget()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
