using Unknot.Practice.Shared;
using Unknot.Practice.Storage;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Console;

/// <summary>The real application on a database of its own, of either kind, as in production.</summary>
internal sealed class SiteOn(TestStore store) : OwnStoreSite
{
    /// <summary>What the server shows at its console.</summary>
    internal Screen Shown { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production");
        if (store.Place is StorePlace.Postgres postgres)
        {
            builder.UseSetting("ConnectionStrings:Practice", postgres.ConnectionString);
        }
        else
        {
            builder.UseSetting("Storage:Folder", store.Folder);
        }

        builder.ConfigureServices(services => services.AddSingleton<TextWriter>(Shown));
    }

    internal sealed class Screen : StringWriter
    {
        private readonly TaskCompletionSource<string> first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task<string> FirstLine => first.Task;

        public override Task WriteLineAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
        {
            first.TrySetResult(buffer.ToString());
            return base.WriteLineAsync(buffer, cancellationToken);
        }
    }
}
