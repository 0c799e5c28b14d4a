using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Front;

/// <summary>A site of its own, with a clock that can be moved, an address that visitors come from, and all that it logs.</summary>
public sealed class PracticeSite : OwnStoreSite, ILoggerProvider, ILogger
{
    public TestClock Clock { get; } = new();

    public ConcurrentQueue<string> Logged { get; } = new();

    /// <summary>Where requests come from; null as within one process.</summary>
    public IPAddress? From { get; set; }

    /// <summary>What the configuration says beside what it says for all tests.</summary>
    public Dictionary<string, string> Configured { get; } = [];

    public HttpClient Visitor { get => field ??= CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false }); }

    public static SettingsDraft Practice { get; } = SettingsDraft.From(SettingsDesk.ProductDefault()) with
    {
        Name = "Quiet Hands",
        Tagline = "A line",
        About = "We **press**.",
        Street = "1 Example Street",
        City = "Springfield",
        Region = "IL",
        PostalCode = "00000",
        Country = "US",
        Phone = "555-555-0100 ext. 12",
        Email = "front@example.com",
        TimeZone = "America/Chicago",
        Hours = "Mon-Fri 09:00-12:30, 13:00-17:00\nSun 20:00-24:00",
    };

    public async Task SaveAsync(SettingsDraft draft)
    {
        await using var scope = Services.CreateAsyncScope();
        Assert.IsType<SettingsOutcome.Saved>(await scope.ServiceProvider.GetRequiredService<SettingsDesk>().SaveAsync(draft, null, CancellationToken.None));
        Services.GetRequiredService<SettingsShelf>().Forget();
    }

    public async Task<T> ReadAsync<T>(Func<PracticeDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PracticeDb>());
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        ArgumentNullException.ThrowIfNull(formatter);
        Logged.Enqueue($"{formatter(state, exception)} {exception}");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        foreach (var (key, value) in Configured)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<IStartupFilter>(new ComingFrom(this));
            services.AddSingleton<ILoggerProvider>(this);
        });
    }

    private sealed class ComingFrom(PracticeSite site) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = site.From;
                return rest(context);
            });
            next(app);
        };
    }
}
