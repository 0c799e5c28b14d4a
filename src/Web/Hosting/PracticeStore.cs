using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Unknot.Practice.Storage;

namespace Unknot.Web.Hosting;

/// <summary>
/// Where the practice keeps its data: <c>ConnectionStrings:Practice</c> names PostgreSQL, and without it a file of SQLite
/// lies in <c>Storage:Folder</c>, which is <c>var</c> in the content root unless told.
/// </summary>
internal static class PracticeStore
{
    internal static void AddPracticeStore(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        var folder = Path.Combine(builder.Environment.ContentRootPath, settings["Storage:Folder"] ?? "var");
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPracticeStorage(StorePlace.From(settings.GetConnectionString("Practice"), folder));

        // All nodes sign with the same keys, and a link in a mail outlives a restart.
        builder.Services.AddDataProtection().SetApplicationName("unknot");
        builder.Services.AddSingleton<IXmlRepository, KeysInTheStore>();
        builder.Services.AddOptions<KeyManagementOptions>().Configure<IXmlRepository>((keys, repository) => keys.XmlRepository = repository);
    }

    /// <summary>Brings the tables up to date before anybody is answered.</summary>
    internal static Task<int> PrepareStoreAsync(this WebApplication app) =>
        app.Services.GetRequiredService<Migrator>().MigrateAsync(app.Lifetime.ApplicationStopping);
}
