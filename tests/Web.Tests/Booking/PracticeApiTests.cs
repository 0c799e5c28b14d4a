using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Hooks;
using Unknot.Practice.Shared;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Booking;

public sealed class PracticeApiTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_program_of_the_practice_books_changes_and_reads_and_the_trail_names_its_key(Engine engine)
    {
        await using var caller = await ApiCaller.OnAsync(engine);
        var (key, secret) = await KeyAsync(caller, mayWrite: true);
        var start = (await caller.FreeAsync())[0];
        var wanted = Wanted(caller, start);
        var once = Guid.NewGuid().ToString();

        var (booked, appointment) = await caller.PostAsync("/api/v1/practice/appointments", wanted, once, secret);
        Assert.Equal((HttpStatusCode.OK, "Confirmed", start), (booked, (string?)appointment["state"], (string?)appointment["start"]));
        var again = (await caller.PostAsync("/api/v1/practice/appointments", wanted.DeepClone().AsObject(), once, secret)).Body;
        Assert.Equal((string?)appointment["id"], (string?)again["id"]);
        var address = $"/api/v1/practice/appointments/{(string)appointment["id"]!}";
        var move = new JsonObject { ["version"] = (int)appointment["version"]!, ["start"] = start, ["therapist"] = caller.Practice.Therapists[0].ToString() };
        move["start"] = (await caller.FreeAsync())[^1];
        var (moved, after) = await caller.PostAsync($"{address}/move", move, null, secret);
        Assert.Equal(HttpStatusCode.OK, moved);
        Assert.Equal(HttpStatusCode.Conflict, (await caller.PostAsync($"{address}/move", move.DeepClone().AsObject(), null, secret)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await caller.PostAsync($"{address}/change", Change((int)after["version"]!, "done"), null, secret)).Status);
        var (cancelled, over) = await caller.PostAsync($"{address}/change", Change((int)after["version"]!, "cancel"), null, secret);
        Assert.Equal((HttpStatusCode.OK, "Cancelled"), (cancelled, (string?)over["state"]));

        var day = start[..10];
        var (_, all) = await caller.GetAsync($"/api/v1/practice/appointments?from={day}&to={DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddDays(3):yyyy-MM-dd}", secret);
        Assert.Equal((string?)appointment["id"], (string?)Assert.Single(all["appointments"]!.AsArray())!["id"]);
        var (_, clients) = await caller.GetAsync("/api/v1/practice/clients", secret);
        Assert.Equal("Ada", (string?)Assert.Single(clients["clients"]!.AsArray())!["name"]);
        await using var db = caller.Store.Open();
        var trail = await db.Audit.Where(entry => entry.Note == $"by key {key}").Select(entry => entry.Action).ToListAsync();
        Assert.Contains("appointment.booked", trail);
        Assert.Contains("clients.listed", trail);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_visit_is_paid_and_gets_one_receipt(Engine engine)
    {
        await using var caller = await ApiCaller.OnAsync(engine);
        var (_, secret) = await KeyAsync(caller, mayWrite: true);
        var visit = await PastVisitAsync(caller);
        var payment = new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["method"] = "Cash",
            ["purpose"] = "Care",
            ["amountCents"] = 9_000,
            ["receivedOn"] = $"{DateTime.Parse("2026-03-02", System.Globalization.CultureInfo.InvariantCulture):yyyy-MM-dd}",
        };

        var (paid, _) = await caller.PostAsync($"/api/v1/practice/appointments/{visit}/payments", payment, null, secret);
        var (twice, _) = await caller.PostAsync($"/api/v1/practice/appointments/{visit}/payments", payment.DeepClone().AsObject(), null, secret);
        var (issued, receipt) = await caller.PostAsync($"/api/v1/practice/appointments/{visit}/receipt", null, null, secret);
        var (_, same) = await caller.PostAsync($"/api/v1/practice/appointments/{visit}/receipt", null, null, secret);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (paid, twice));
        Assert.True(issued is HttpStatusCode.OK, receipt.ToJsonString());
        Assert.Equal((string?)receipt["receipt"]!["number"], (string?)same["receipt"]!["number"]);
        Assert.NotNull(receipt["document"]);
        await using var db = caller.Store.Open();
        Assert.Equal(1, await db.Payments.CountAsync());
        Assert.Equal(1, await db.Receipts.CountAsync());
        payment["id"] = Guid.NewGuid().ToString();
        payment["method"] = "Gold";
        var (wrong, body) = await caller.PostAsync($"/api/v1/practice/appointments/{visit}/payments", payment.DeepClone().AsObject(), null, secret);
        Assert.Equal(HttpStatusCode.BadRequest, wrong);
        Assert.NotNull(body["errors"]!["method"]);
    }

    [Theory]
    [InlineData("/api/v1/practice/clients")]
    [InlineData("/api/v1/practice/appointments?from=2026-12-01&to=2026-12-02")]
    [InlineData("/api/v1/practice/receipts?from=2026-12-01&to=2026-12-02")]
    public async Task Without_a_key_that_holds_nothing_is_told(string address)
    {
        await using var caller = await ApiCaller.OnAsync(Engine.Sqlite);
        var (key, secret) = await KeyAsync(caller, mayWrite: false);
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(address, secret)).Status);

        await using (var scope = caller.Site.Services.CreateAsyncScope())
        {
            var person = await scope.ServiceProvider.GetRequiredService<Unknot.Practice.Storage.PracticeDb>().Users.Select(each => each.Id).FirstAsync();
            Assert.True(await scope.ServiceProvider.GetRequiredService<ApiKeys>().RevokeAsync(key, person, CancellationToken.None));
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync(address, "unk_nonsense")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await caller.GetAsync(address, secret)).Status);
    }

    [Fact]
    public async Task A_cookie_of_the_console_opens_nothing_here()
    {
        await using var caller = await ApiCaller.OnAsync(Engine.Sqlite);
        using var owner = await SignedInClient.AsAsync(caller.Site);

        using var answer = await owner.Http.GetAsync("/api/v1/practice/clients");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_key_that_may_read_changes_nothing()
    {
        await using var caller = await ApiCaller.OnAsync(Engine.Sqlite);
        var (_, secret) = await KeyAsync(caller, mayWrite: false);

        var (status, body) = await caller.PostAsync("/api/v1/practice/appointments", Wanted(caller, (await caller.FreeAsync())[0]), Guid.NewGuid().ToString(), secret);

        Assert.Equal((HttpStatusCode.Forbidden, "This key may only read"), (status, (string?)body["title"]));
        await using var db = caller.Store.Open();
        Assert.Empty(await db.Appointments.ToListAsync());
    }

    private static JsonObject Wanted(ApiCaller caller, string start) => new()
    {
        ["service"] = "massage",
        ["minutes"] = 60,
        ["therapist"] = caller.Practice.Therapists[0].ToString(),
        ["start"] = start,
        ["name"] = "Ada",
        ["email"] = "ada@example.com",
    };

    private static JsonObject Change(int version, string change) => new() { ["version"] = version, ["change"] = change };

    private static async Task<(ApiKeyId Id, string Secret)> KeyAsync(ApiCaller caller, bool mayWrite)
    {
        using var owner = await SignedInClient.AsAsync(caller.Site);
        await using var scope = caller.Site.Services.CreateAsyncScope();
        var (secret, _) = await scope.ServiceProvider.GetRequiredService<ApiKeys>().MakeAsync("Test", mayWrite, owner.PersonId, CancellationToken.None);
        var key = await scope.ServiceProvider.GetRequiredService<Unknot.Practice.Storage.PracticeDb>().ApiKeys.SingleAsync();
        return (key.Id, secret!);
    }

    private static async Task<AppointmentId> PastVisitAsync(ApiCaller caller)
    {
        await using (var db = caller.Store.Open())
        {
            var settings = Unknot.Practice.Site.SettingsDesk.ProductDefault();
            (settings.Name, settings.Street, settings.City, settings.Region, settings.PostalCode, settings.Phone, settings.Version) = ("Quiet Hands", "12 Quiet Lane", "Albany", "NY", "12207", "(518) 555-0142", 1);
            db.Settings.Add(settings);
            await db.SaveChangesAsync();
        }

        return await GivenVisit.WithAsync(caller.Store, caller.Practice, await GivenVisit.ClientAsync(caller.Store));
    }
}
