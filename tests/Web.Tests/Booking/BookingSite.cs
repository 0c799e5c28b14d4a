using Microsoft.AspNetCore.TestHost;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Booking;

/// <summary>The real application on a database of either kind, with a clock that stands until it is moved.</summary>
internal sealed class BookingSite(TestStore store) : OwnStoreSite
{
    internal SetTime Clock { get; } = new(APractice.Start);

    internal TestStore Store => store;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (store.Place is StorePlace.Postgres postgres)
        {
            builder.UseSetting("ConnectionStrings:Practice", postgres.ConnectionString);
        }
        else
        {
            builder.UseSetting("Storage:Folder", store.Folder);
        }

        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Clock));
    }
}
