using System.Text;
using Unknot.Web.Shared;

namespace Unknot.Browser.Tests;

/// <summary>The real application, which can pretend to be its next release: another name, the same content.</summary>
public sealed class SiteWithReleases : OwnStoreSite
{
    public const string NextRelease = "0123456789ab";

    public SiteWithReleases()
    {
        UseKestrel(0);
        StartServer();
    }

    public Uri Address => ClientOptions.BaseAddress;

    public bool IsNext { get; set; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseEnvironment("Production").ConfigureServices(services => services.AddSingleton<IStartupFilter>(new Renaming(this)));
    }

    private sealed class Renaming(SiteWithReleases site) : IStartupFilter
    {
        private const string Header = "Unknot-Release";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, go) =>
            {
                if (!site.IsNext)
                {
                    await go(context);
                    return;
                }

                // Registered first, run last.
                context.Response.OnStarting(() =>
                {
                    if (context.Response.Headers.ContainsKey(Header))
                    {
                        context.Response.Headers[Header] = NextRelease;
                    }

                    return Task.CompletedTask;
                });
                if (context.Request.Path == "/sw.js")
                {
                    await RenameAsync(context, go);
                }
                else
                {
                    await go(context);
                }
            });
            next(app);
        };

        private static async Task RenameAsync(HttpContext context, RequestDelegate go)
        {
            const string Before = "\"release\":\"";
            context.Request.Headers.AcceptEncoding = "";
            context.Request.Headers.IfNoneMatch = "";
            var body = context.Response.Body;
            using var written = new MemoryStream();
            context.Response.Body = written;
            await go(context);
            context.Response.Body = body;
            var script = Encoding.UTF8.GetString(written.ToArray());
            var at = script.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
            await context.Response.WriteAsync($"{script[..at]}{NextRelease}{script[(at + NextRelease.Length)..]}");
        }
    }
}
