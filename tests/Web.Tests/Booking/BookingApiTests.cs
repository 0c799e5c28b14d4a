using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;

namespace Unknot.Web.Tests.Booking;

public sealed class BookingApiTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_program_holds_books_moves_and_cancels(Engine engine)
    {
        await using var caller = await ApiCaller.OnAsync(engine);
        var (_, offer) = await caller.GetAsync("/api/v1/services");
        Assert.Equal("massage", (string?)offer["services"]![0]!["id"]);
        Assert.Equal("America/New_York", (string?)offer["timeZone"]);
        var free = await caller.FreeAsync();

        var (held, hold) = await caller.HoldAsync(free[0]);
        Assert.Equal(HttpStatusCode.Created, held);
        Assert.Equal(free[0], (string?)hold["start"]);
        Assert.DoesNotContain(free[0], await caller.FreeAsync());
        var (booked, session) = await caller.BookAsync((string)hold["hold"]!);
        Assert.Equal((HttpStatusCode.OK, "Confirmed", 9_000), (booked, (string?)session["state"], (int)session["priceCents"]!));
        var address = $"/api/v1/sessions/{(string)session["session"]!}";
        Assert.Equal(free[0], (string?)(await caller.GetAsync(address)).Body["start"]);

        var (moved, other) = await caller.PostAsync($"{address}/move", new JsonObject { ["start"] = free[^1] });
        Assert.Equal((HttpStatusCode.OK, free[^1]), (moved, (string?)other["start"]));
        Assert.Contains(free[0], await caller.FreeAsync());
        var (cancelled, over) = await caller.PostAsync($"{address}/cancel", null);
        Assert.Equal((HttpStatusCode.OK, "Cancelled"), (cancelled, (string?)over["state"]));
        Assert.Equal(HttpStatusCode.Conflict, (await caller.PostAsync($"{address}/cancel", null)).Status);
        Assert.Equal(free, await caller.FreeAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Sent_twice_a_request_is_done_once_and_others_get_the_nearest_times(Engine engine)
    {
        await using var caller = await ApiCaller.OnAsync(engine);
        var free = await caller.FreeAsync();
        var key = Guid.NewGuid();

        var first = (await caller.HoldAsync(free[4], key)).Body;
        var again = (await caller.HoldAsync(free[4], key)).Body;
        var (otherStart, _) = await caller.HoldAsync(free[0], key);
        var (taken, nearest) = await caller.HoldAsync(free[4]);

        Assert.Equal((string?)first["endsAt"], (string?)again["endsAt"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, otherStart);
        Assert.Equal(HttpStatusCode.Conflict, taken);
        Assert.NotEmpty(nearest["nearest"]!.AsArray());
        Assert.DoesNotContain(free[4], nearest["nearest"]!.AsArray().Select(each => (string?)each));
        var one = (await caller.BookAsync((string)first["hold"]!)).Body;
        var same = (await caller.BookAsync((string)again["hold"]!)).Body;
        Assert.Equal((string?)one["start"], (string?)same["start"]);
        await using var db = caller.Store.Open();
        Assert.Equal(1, await db.Appointments.CountAsync());
        Assert.Equal(HttpStatusCode.Conflict, (await caller.HoldAsync(free[4], key)).Status);
    }

    [Fact]
    public async Task Who_holds_again_and_again_is_stopped_so_that_nobody_keeps_all_times_from_others()
    {
        await using var caller = await ApiCaller.OnAsync(Engine.Sqlite);
        var free = await caller.FreeAsync();

        var answers = new List<HttpStatusCode>();
        for (var hold = 0; hold < 11; hold++)
        {
            answers.Add((await caller.HoldAsync(free[0])).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers[..10]);
    }

    [Fact]
    public async Task A_hold_can_be_given_back()
    {
        await using var caller = await ApiCaller.OnAsync(Engine.Sqlite);
        var free = await caller.FreeAsync();
        var hold = (string)(await caller.HoldAsync(free[0])).Body["hold"]!;

        using var released = await caller.Http.DeleteAsync($"/api/v1/holds/{hold}");
        using var again = await caller.Http.DeleteAsync($"/api/v1/holds/{hold}");

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (released.StatusCode, again.StatusCode));
        Assert.Equal(free, await caller.FreeAsync());
    }

    [Theory]
    [InlineData("service", "unknown", "service")]
    [InlineData("minutes", 45, "minutes")]
    [InlineData("start", "tomorrow", "start")]
    [InlineData("start", "2026-12-01T10:00:00+01:00", "start")]
    [InlineData("therapist", "0199a000-0000-7000-8000-000000000001", "therapist")]
    public async Task What_is_wrong_with_a_hold_is_said_by_field(string field, object value, string named)
    {
        await using var caller = await ApiCaller.OnAsync(Engine.Sqlite);
        var wanted = new JsonObject { ["service"] = "massage", ["minutes"] = 60, ["start"] = "2027-01-04T15:00:00Z" };
        wanted[field] = value is int number ? JsonValue.Create(number) : JsonValue.Create((string)value);

        var (status, body) = await caller.PostAsync("/api/v1/holds", wanted, Guid.NewGuid().ToString());

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotNull(body["errors"]![named]);
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("name", "A\nB")]
    [InlineData("email", "nobody")]
    [InlineData("phone", "01234567890123456789012345678901234567890")]
    [InlineData("consent", "")]
    [InlineData("language", "fr")]
    public async Task What_is_wrong_with_a_booking_is_said_by_field(string field, string value)
    {
        await using var caller = await ApiCaller.OnAsync(Engine.Sqlite);
        var hold = (string)(await caller.HoldAsync((await caller.FreeAsync())[0])).Body["hold"]!;
        var wanted = new JsonObject { ["hold"] = hold, ["name"] = "Ada", ["email"] = "ada@example.com", ["consent"] = BookingConsent.Version };
        wanted[field] = value;

        var (status, body) = await caller.PostAsync("/api/v1/sessions", wanted);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotNull(body["errors"]![field]);
    }

    [Fact]
    public async Task A_hold_needs_a_key_of_its_own()
    {
        await using var caller = await ApiCaller.OnAsync(Engine.Sqlite);
        var wanted = new JsonObject { ["service"] = "massage", ["minutes"] = 60, ["start"] = "2027-01-04T15:00:00Z" };

        var (status, body) = await caller.PostAsync("/api/v1/holds", wanted, "once");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotNull(body["errors"]!["Idempotency-Key"]);
    }

    [Theory]
    [InlineData("from=2026-12-01&to=2026-11-30", "to")]
    [InlineData("from=2026-12-01&to=2027-12-01", "to")]
    [InlineData("from=1.12.2026&to=2026-12-01", "from")]
    public async Task Days_that_are_none_are_refused(string days, string named)
    {
        await using var caller = await ApiCaller.OnAsync(Engine.Sqlite);

        var (status, body) = await caller.GetAsync($"/api/v1/slots?service=massage&minutes=60&{days}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotNull(body["errors"]![named]);
    }

    [Fact]
    public async Task Forged_names_of_holds_and_sessions_lead_nowhere()
    {
        await using var caller = await ApiCaller.OnAsync(Engine.Sqlite);
        var hold = (string)(await caller.HoldAsync((await caller.FreeAsync())[0])).Body["hold"]!;

        Assert.Equal(HttpStatusCode.NotFound, (await caller.GetAsync($"/api/v1/sessions/{hold}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.BookAsync("CfDJ8x")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.PostAsync("/api/v1/sessions/x/cancel", null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await caller.PostAsync($"/api/v1/sessions/{hold}/cancel", null)).Status);
    }

    [Fact]
    public async Task A_practice_that_is_closed_holds_nothing()
    {
        await using var caller = await ApiCaller.OnAsync(Engine.Sqlite);
        var free = await caller.FreeAsync();
        await using (var db = caller.Store.Open())
        {
            var closed = BookingSettings.ProductDefault();
            (closed.IsOpen, closed.Version) = (false, 1);
            db.BookingSettings.Add(closed);
            await db.SaveChangesAsync();
        }

        Assert.Equal(HttpStatusCode.Conflict, (await caller.HoldAsync(free[0])).Status);
        Assert.False((bool)(await caller.GetAsync("/api/v1/services")).Body["isOpen"]!);
    }
}
