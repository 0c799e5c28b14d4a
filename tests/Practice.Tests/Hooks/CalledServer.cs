using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Unknot.Practice.Tests.Hooks;

/// <summary>A server of somebody else that is told of events, on a port of this machine.</summary>
internal sealed class CalledServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CalledServer(WebApplication app) => _app = app;

    internal ConcurrentQueue<(string Path, string Signature, string Type, string Body)> Calls { get; } = [];

    /// <summary>Answered to every call.</summary>
    internal int Status { get; set; } = StatusCodes.Status204NoContent;

    internal string Address => _app.Urls.Single() + "/hook";

    internal static async Task<CalledServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new CalledServer(builder.Build());
        server._app.Run(server.AnswerAsync);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        Calls.Enqueue((context.Request.Path, context.Request.Headers["Unknot-Signature"].ToString(), context.Request.ContentType ?? "", body));
        context.Response.StatusCode = Status;
        if (Status is >= 300 and < 400)
        {
            context.Response.Headers.Location = "/elsewhere";
        }
    }
}
