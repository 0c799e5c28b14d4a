using Microsoft.AspNetCore.Hosting.Server;
using Unknot.Practice.People;

namespace Unknot.Web.Hosting;

/// <summary>
/// While a practice has nobody, each start shows a link at the server's console by which the owner's account is made. It goes to the console
/// itself and not to the log: logs are sent on and kept.
/// </summary>
internal sealed class FirstRun(IServiceScopeFactory scopes, IServer server, IConfiguration settings, IHostApplicationLifetime life, TextWriter console) : BackgroundService
{
    internal const string Page = "/console/set-up";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Started(stoppingToken);
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstOwner>().PrepareAsync(stoppingToken) is { } secret)
        {
            await console.WriteLineAsync($"Nobody can sign in yet. Make the owner's account within {FirstOwner.LinkLives.TotalHours:0} hours, by this link that works once: {SiteAddress.RootOf(settings, server)}{Page}?key={secret}".AsMemory(), stoppingToken);
        }
    }

    /// <summary>Only then the addresses are known, and the tables are there.</summary>
    private async Task Started(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var listening = life.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
    }
}
