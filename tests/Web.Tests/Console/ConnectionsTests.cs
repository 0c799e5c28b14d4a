using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Hooks;
using Unknot.Practice.People;
using Unknot.Practice.Storage;
using Unknot.Web.Shared;
using Unknot.Web.Tests.Articles;

namespace Unknot.Web.Tests.Console;

public sealed class ConnectionsTests
{
    [Fact]
    public async Task A_key_is_shown_once_listed_and_revoked()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);

        var secret = await SecretAsync(owner, "Key", ("Name", "Till"), ("MayWrite", "yes"));
        Assert.StartsWith("unk_", secret, StringComparison.Ordinal);
        await using var scope = site.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<ApiKeys>().FindAsync(secret, CancellationToken.None);
        Assert.True(found!.MayWrite);
        var page = await owner.Http.GetStringAsync("/console/connections");
        Assert.Contains("<strong>Till</strong> <span class=\"tag\">may write</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);

        Assert.Equal("/console/connections?done=revoked", (await owner.SubmitAsync("/console/connections", "Revoke", ("key", found.Id.ToString()))).Headers.Location?.ToString());
        Assert.Equal("/console/connections?done=gone", (await owner.SubmitAsync("/console/connections", "Revoke", ("key", found.Id.ToString()))).Headers.Location?.ToString());
        Assert.Null(await scope.ServiceProvider.GetRequiredService<ApiKeys>().FindAsync(secret, CancellationToken.None));
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.SubmitAsync("/console/connections", "Key", ("Name", ""))).StatusCode);
    }

    [Fact]
    public async Task Other_sites_may_load_the_button_and_nothing_else()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);
        using var stranger = SignedInClient.Stranger(site);

        Assert.Contains("/islands/embed-book.js", await owner.Http.GetStringAsync("/console/connections"), StringComparison.Ordinal);
        using var button = await stranger.GetAsync("/islands/embed-book.js");
        using var other = await stranger.GetAsync("/islands/site.js");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (button.StatusCode, other.StatusCode));
        Assert.Equal("cross-origin", Assert.Single(button.Headers.GetValues("Cross-Origin-Resource-Policy")));
        Assert.Equal("same-origin", Assert.Single(other.Headers.GetValues("Cross-Origin-Resource-Policy")));
    }

    [Fact]
    public async Task An_address_of_the_house_is_refused_unless_the_server_is_told_otherwise()
    {
        await using var site = new OwnStoreSite();
        using var owner = await SignedInClient.AsAsync(site);
        var refused = await owner.SubmitAsync("/console/connections", "Hook", ("Address", "https://127.0.0.1/x"), ("Events", HookEvents.Booked));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("one of this machine or its network", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.SubmitAsync("/console/connections", "Hook", ("Address", "https://hooks.example.com/"))).StatusCode);
    }

    [Fact]
    public async Task A_webhook_is_tested_fails_is_tried_again_and_switched_off_and_on()
    {
        await using var site = new SiteAtHome();
        await using var server = await Listener.StartAsync();
        using var owner = await SignedInClient.AsAsync(site);
        var secret = await SecretAsync(owner, "Hook", ("Address", server.Address), ("Events", HookEvents.Booked), ("Events", HookEvents.Moved));
        var id = await HookAsync(site);

        Assert.Equal($"/console/connections?done=taken&hook={id}#hook-{id}", (await owner.SubmitAsync("/console/connections", "Test", ("hook", id))).Headers.Location?.ToString());
        var (signature, body) = Assert.Single(server.Calls);
        var parts = signature.Split(',');
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{parts[0]["t=".Length..]}.{body}"));
        Assert.Equal($"v1={Convert.ToHexStringLower(expected)}", parts[1]);
        Assert.Contains("\"event\":\"webhook.test\"", body, StringComparison.Ordinal);

        server.Status = 500;
        Assert.Contains("done=nottaken", (await owner.SubmitAsync("/console/connections", "Test", ("hook", id))).Headers.Location!.ToString(), StringComparison.Ordinal);
        var page = await owner.Http.GetStringAsync("/console/connections");
        Assert.Contains("answered: 500", page, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        var call = Html.Elements(page).First(element => element.Attributes.GetValueOrDefault("name") == "call").Attributes["value"];
        server.Status = 200;
        Assert.Contains("done=taken", (await owner.SubmitAsync("/console/connections", "Again", ("hook", id), ("call", call))).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, server.Calls.Count);

        Assert.Equal("/console/connections?done=events", (await owner.SubmitAsync("/console/connections", "Events", ("hook", id), ("Events", HookEvents.Cancelled))).Headers.Location?.ToString());
        Assert.Equal("/console/connections?done=noevents", (await owner.SubmitAsync("/console/connections", "Events", ("hook", id), ("Events", "x"))).Headers.Location?.ToString());
        Assert.Equal("/console/connections?done=off", (await owner.SubmitAsync("/console/connections", "Off", ("hook", id))).Headers.Location?.ToString());
        Assert.Equal("/console/connections?done=gone", (await owner.SubmitAsync("/console/connections", "Test", ("hook", id))).Headers.Location?.ToString());
        Assert.Equal("/console/connections?done=on", (await owner.SubmitAsync("/console/connections", "On", ("hook", id))).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.SubmitAsync("/console/connections", "Test", ("hook", "x"))).StatusCode);

        // Stopped by the product itself, it is said.
        Assert.DoesNotContain("A webhook was stopped", await owner.Http.GetStringAsync("/console/connections"), StringComparison.Ordinal);
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        (await db.Webhooks.SingleAsync()).StoppedAtUtc = TimeProvider.System.GetUtcNow().UtcDateTime;
        AuditTrail.Note(db, TimeProvider.System, null, WebhookDesk.StoppedByFailures, "webhook", id);
        await db.SaveChangesAsync();
        Assert.Contains("A webhook was stopped", await owner.Http.GetStringAsync("/console/connections"), StringComparison.Ordinal);
    }

    private static async Task<string> SecretAsync(SignedInClient owner, string handler, params (string, string)[] fields)
    {
        using var answer = await owner.SubmitAsync("/console/connections", handler, fields);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Html.Elements(page).Single(element => element.Attributes.GetValueOrDefault("id") == "secret").Attributes["value"];
    }

    private static async Task<string> HookAsync(OwnStoreSite site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<PracticeDb>().Webhooks.Select(hook => hook.Id).SingleAsync()).ToString();
    }

    /// <summary>One whose webhooks may be in the practice's own network.</summary>
    private sealed class SiteAtHome : OwnStoreSite
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Webhooks:AllowPrivate", "true");
        }
    }

    /// <summary>A server of somebody else, on a port of this machine.</summary>
    private sealed class Listener : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Listener(WebApplication app) => _app = app;

        internal ConcurrentQueue<(string Signature, string Body)> Calls { get; } = [];

        internal int Status { get; set; } = 200;

        internal string Address => _app.Urls.Single() + "/hook";

        internal static async Task<Listener> StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            var listener = new Listener(builder.Build());
            listener._app.Run(async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                listener.Calls.Enqueue((context.Request.Headers[HookSignature.Header].ToString(), await reader.ReadToEndAsync(context.RequestAborted)));
                context.Response.StatusCode = listener.Status;
            });
            await listener._app.StartAsync();
            return listener;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
