using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Unknot.Practice.Booking;
using Unknot.Practice.Hooks;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Hooks;

public sealed class HookRunTests : IDisposable
{
    private static readonly BookingDetails Ada = new("Ada Lovelace", "ada@example.com", "212-555-0134", "Left shoulder hurts.", "1", "en", "{}");

    private readonly SetTime _time = new(APractice.Start);
    private readonly HookSecrets _secrets = new(new EphemeralDataProtectionProvider());
    private readonly HookRules _rules = new(AllowPrivate: true);
    private readonly HookCaller _caller;

    public HookRunTests() => _caller = new HookCaller(_rules, _time);

    public void Dispose() => _caller.Dispose();

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_happens_to_an_appointment_is_told_signed_and_without_who_or_what_hurts(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var server = await CalledServer.StartAsync();
        var practice = await APractice.InAsync(store, change: service => (service.MoveHours, service.CancelHours) = (0, 0));
        var secret = await MakeAsync(store, server.Address, HookEvents.All);
        await MakeAsync(store, server.Address + "/deaf", [HookEvents.Requested]);
        var db = store.Open();
        var desk = new BookingDesk(db, new OfferBook(db), [new HookNews(_time)], _time);
        var held = Assert.IsType<BookingOutcome.Done>(await desk.HoldAsync(practice.Hour, APractice.At(34), Guid.NewGuid(), CancellationToken.None)).Appointment;
        await desk.BookAsync(held.Id, Ada, CancellationToken.None);
        _time.Move(TimeSpan.FromSeconds(1));
        await desk.MoveAsync(held.Id, APractice.At(36), null, CancellationToken.None);
        _time.Move(TimeSpan.FromSeconds(1));
        await desk.CancelAsync(held.Id, null, CancellationToken.None);

        Assert.Equal(3, await Run(store).RunAsync(CancellationToken.None));
        Assert.Equal(0, await Run(store).RunAsync(CancellationToken.None));

        Assert.All(server.Calls, call => Assert.Equal(("/hook", "application/json; charset=utf-8"), (call.Path, call.Type)));
        Assert.Equal(["appointment.booked", "appointment.moved", "appointment.cancelled"], server.Calls.Select(call => Of(call.Body, "event")));
        foreach (var (_, signature, _, body) in server.Calls)
        {
            // As a receiver checks it, from the documentation.
            var parts = signature.Split(',').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
            var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{parts["t"]}.{body}"));
            Assert.Equal(Convert.ToHexStringLower(expected), parts["v1"]);
            Assert.Equal(_time.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), parts["t"]);
            // Whole words: "ada" and "555" may well stand in an id.
            Assert.All(new[] { Ada.Email, Ada.Phone, $"\"{Ada.Name}", "shoulder" }, word => Assert.DoesNotContain(word, body, StringComparison.OrdinalIgnoreCase));
        }

        using var moved = JsonDocument.Parse(server.Calls.ElementAt(1).Body);
        var session = moved.RootElement.GetProperty("appointment");
        Assert.Equal(["id", "event", "at", "appointment"], moved.RootElement.EnumerateObject().Select(each => each.Name));
        Assert.Equal(["id", "service", "therapist", "start", "end", "state", "sequence"], session.EnumerateObject().Select(each => each.Name));
        Assert.Equal(held.Id.Value, session.GetProperty("id").GetGuid());
        Assert.Equal(practice.Therapists[0].Value, session.GetProperty("therapist").GetGuid());
        Assert.Equal(("massage", "2026-03-03T17:00:00Z", "2026-03-03T18:00:00Z", "confirmed", 1),
            (session.GetProperty("service").GetString(), session.GetProperty("start").GetString(), session.GetProperty("end").GetString(), session.GetProperty("state").GetString(), session.GetProperty("sequence").GetInt32()));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_change_that_is_not_kept_is_not_told(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var practice = await APractice.InAsync(store);
        await MakeAsync(store, "http://127.0.0.1:9/", HookEvents.All);
        var (one, other) = (await HeldAsync(store, practice), await HeldAsync(store, practice, hours: 36));
        await using (var taken = store.Open())
        {
            await taken.Appointments.Where(each => each.Id == one).ExecuteUpdateAsync(set => set.SetProperty(each => each.State, AppointmentState.Expired));
            await taken.Appointments.Where(each => each.Id == other).ExecuteUpdateAsync(set => set
                .SetProperty(each => each.StartsAtUtc, APractice.At(34).ToDateTimeUtc()).SetProperty(each => each.EndsAtUtc, APractice.At(35).ToDateTimeUtc())
                .SetProperty(each => each.OccupiedFromUtc, APractice.At(34).ToDateTimeUtc()).SetProperty(each => each.OccupiedToUtc, APractice.At(35).ToDateTimeUtc()));
        }

        // Its hold ran out, and somebody else has the time: the database refuses it after everybody was told.
        var db = store.Open();
        Assert.IsType<BookingOutcome.Taken>(await new BookingDesk(db, new OfferBook(db), [new HookNews(_time)], _time).BookAsync(one, Ada, CancellationToken.None));
        await using var after = store.Open();
        Assert.Equal(0, await after.WebhookDeliveries.CountAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task After_a_failure_it_is_tried_again_later_each_time_and_given_up_in_the_end(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var server = await CalledServer.StartAsync();
        server.Status = 500;
        await MakeAsync(store, server.Address, HookEvents.All);
        var call = await TestAsync(store);
        TimeSpan[] waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(24)];
        foreach (var wait in waits)
        {
            Assert.Equal(0, await Run(store).RunAsync(CancellationToken.None));
            var kept = await KeptAsync(store, call);
            Assert.Equal(("500", wait, (DateTime?)null), (kept.LastAnswer, kept.DueAtUtc - _time.GetUtcNow().UtcDateTime, kept.GivenUpAtUtc));
            _time.Move(wait - TimeSpan.FromSeconds(1));
            await Run(store).RunAsync(CancellationToken.None);
            Assert.Equal(kept.Attempts, (await KeptAsync(store, call)).Attempts);
            _time.Move(TimeSpan.FromSeconds(1));
        }

        await Run(store).RunAsync(CancellationToken.None);
        Assert.NotNull((await KeptAsync(store, call)).GivenUpAtUtc);
        Assert.Equal(7, server.Calls.Count);

        // Somebody takes it up, and the server is well again.
        server.Status = 200;
        var person = await APerson.InAsync(store);
        Assert.True(await Desk(store).TryAgainAsync(call, person, CancellationToken.None));
        Assert.Equal(1, await Run(store).RunAsync(CancellationToken.None));
        Assert.NotNull((await KeptAsync(store, call)).DeliveredAtUtc);
        Assert.False(await Desk(store).TryAgainAsync(call, person, CancellationToken.None));
        Assert.Equal(8, server.Calls.Count);
        Assert.Single(server.Calls.Select(each => each.Body).Distinct());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task One_that_takes_nothing_for_three_days_is_stopped_and_can_be_switched_on_again(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var server = await CalledServer.StartAsync();
        server.Status = 503;
        await MakeAsync(store, server.Address, HookEvents.All);
        await TestAsync(store);
        await Run(store).RunAsync(CancellationToken.None);
        _time.Move(TimeSpan.FromDays(3) - TimeSpan.FromHours(1));
        var second = await TestAsync(store);
        await Run(store).RunAsync(CancellationToken.None);
        await using var db = store.Open();
        Assert.Null(await db.Webhooks.Select(hook => hook.StoppedAtUtc).SingleAsync());

        _time.Move(TimeSpan.FromHours(1));
        await Run(store).RunAsync(CancellationToken.None);
        Assert.NotNull(await db.Webhooks.Select(hook => hook.StoppedAtUtc).SingleAsync());
        Assert.Null((await db.Audit.SingleAsync(entry => entry.Action == WebhookDesk.StoppedByFailures)).PersonId);
        var calls = server.Calls.Count;
        _time.Move(TimeSpan.FromDays(1));
        await Run(store).RunAsync(CancellationToken.None);
        Assert.Equal(calls, server.Calls.Count);

        // Switched on, one more failure does not stop it, and what waited is told when the server is well.
        var (id, person) = (await db.Webhooks.Select(hook => hook.Id).SingleAsync(), await APerson.InAsync(store));
        Assert.True(await Desk(store).SwitchAsync(id, on: true, person, CancellationToken.None));
        Assert.False(await Desk(store).SwitchAsync(id, on: true, person, CancellationToken.None));
        Assert.False(await Run(store).CallNowAsync(second, CancellationToken.None));
        Assert.Null(await db.Webhooks.Select(hook => hook.StoppedAtUtc).SingleAsync());
        server.Status = 200;
        _time.Move(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await Run(store).RunAsync(CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Several_nodes_make_each_call_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var server = await CalledServer.StartAsync();
        await MakeAsync(store, server.Address, HookEvents.All);
        for (var number = 0; number < 12; number++)
        {
            await TestAsync(store);
        }

        // A node that meets one of another node's leaves the rest to it, so it may take several runs.
        for (var run = 0; run < 12; run++)
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Run(store).RunAsync(CancellationToken.None))));
        }

        Assert.Equal(12, server.Calls.Count);
        Assert.Equal(12, server.Calls.Select(call => call.Body).Distinct().Count());
        await using var db = store.Open();
        Assert.Equal(0, await db.WebhookDeliveries.CountAsync(each => each.DeliveredAtUtc == null));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_claim_of_a_node_that_died_runs_out(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var server = await CalledServer.StartAsync();
        await MakeAsync(store, server.Address, HookEvents.All);
        var call = await TestAsync(store);
        await using var db = store.Open();
        var until = _time.GetUtcNow().UtcDateTime + HookRun.Claim;
        await db.WebhookDeliveries.Where(each => each.Id == call).ExecuteUpdateAsync(set => set.SetProperty(each => each.Attempts, 1).SetProperty(each => each.DueAtUtc, until));

        Assert.Equal(0, await Run(store).RunAsync(CancellationToken.None));
        _time.Move(HookRun.Claim);
        Assert.Equal(1, await Run(store).RunAsync(CancellationToken.None));

        _time.Move(HookRun.KeptFor + TimeSpan.FromSeconds(1));
        await Run(store).ForgetOldAsync(CancellationToken.None);
        Assert.Equal(0, await db.WebhookDeliveries.CountAsync());
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_counts_as_no()
    {
        await using var server = await CalledServer.StartAsync();
        server.Status = 307;
        Assert.Equal((false, "307"), await _caller.CallAsync(server.Address, "s", "{}", CancellationToken.None));
        Assert.Single(server.Calls);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task A_name_that_leads_into_the_house_is_not_called(string host)
    {
        await using var server = await CalledServer.StartAsync();
        using var strict = new HookCaller(new HookRules(AllowPrivate: false), _time);
        var address = new UriBuilder(server.Address) { Host = host }.Uri.ToString();
        Assert.Equal((false, "leads to a private address"), await strict.CallAsync(address, "s", "{}", CancellationToken.None));
        Assert.Empty(server.Calls);
    }

    [Fact]
    public async Task Where_nobody_listens_it_says_so()
    {
        await using var server = await CalledServer.StartAsync();
        var address = server.Address;
        await server.DisposeAsync();
        Assert.Equal((false, "connection refused"), await _caller.CallAsync(address, "s", "{}", CancellationToken.None));
    }

    private HookRun Run(TestStore store) => new(new OwnContexts(store), _caller, _secrets, _time, NullLogger<HookRun>.Instance);

    private WebhookDesk Desk(TestStore store) => new(store.Open(), _secrets, _rules, _time);

    private async Task<string> MakeAsync(TestStore store, string address, IReadOnlyCollection<string> events)
    {
        var (secret, problems) = await Desk(store).MakeAsync(address, events, await APerson.InAsync(store), CancellationToken.None);
        Assert.Empty(problems);
        return secret!;
    }

    private async Task<Guid> TestAsync(TestStore store)
    {
        await using var db = store.Open();
        _time.Move(TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond));
        return (await Desk(store).TestAsync(await db.Webhooks.Select(hook => hook.Id).SingleAsync(), await APerson.InAsync(store), CancellationToken.None))!.Value;
    }

    private async Task<AppointmentId> HeldAsync(TestStore store, APractice practice, int hours = 34)
    {
        var db = store.Open();
        return Assert.IsType<BookingOutcome.Done>(await new BookingDesk(db, new OfferBook(db), [], _time).HoldAsync(practice.Hour, APractice.At(hours), Guid.NewGuid(), CancellationToken.None)).Appointment.Id;
    }

    private static async Task<WebhookDelivery> KeptAsync(TestStore store, Guid call)
    {
        await using var db = store.Open();
        return await db.WebhookDeliveries.AsNoTracking().SingleAsync(each => each.Id == call);
    }

    private static string Of(string body, string name)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.GetProperty(name).GetString()!;
    }
}
