using System.Net;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;

namespace Unknot.Web.Tests.Booking;

/// <summary>From the list of sessions to the booked one, as a browser without script goes.</summary>
public sealed class BookingJourneyTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_session_is_booked_with_three_pages_and_one_form(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await APractice.InAsync(store, therapists: 2, rooms: 1);
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);

        var services = await visitor.GetAsync("/book");
        Assert.Contains("Therapeutic massage", services.Html, StringComparison.Ordinal);
        Assert.Contains("1 hour, $90", services.Html, StringComparison.Ordinal);
        Assert.Contains("Hot stones", services.Html, StringComparison.Ordinal);
        Assert.Contains("Next: Monday, March 2, 9:00\u00A0am", services.Text, StringComparison.Ordinal);
        var addOn = await store.Open().Set<AddOn>().Select(each => each.Id).SingleAsync();
        var times = await visitor.GetAsync($"/book/massage?minutes=60&addon={addOn}&therapist=");
        Assert.Equal(HttpStatusCode.OK, times.Status);
        Assert.Contains("1 hour 15 minutes, $110", times.Html, StringComparison.Ordinal);
        Assert.Contains("New York time", times.Html, StringComparison.Ordinal);
        Assert.Equal(Visitor.At(9), times.Starts[0]);
        Assert.Contains("Monday, March 2: 28 free times", times.Html, StringComparison.Ordinal);
        Assert.Contains("Sunday, March 1: past", times.Html, StringComparison.Ordinal);

        var held = await visitor.SendAsync("/book/massage", times, ("start", times.Starts[0]));
        var details = await visitor.GetAsync(held.Location);
        Assert.Contains("Kept for you until 8:10\u00A0am.", details.Text, StringComparison.Ordinal);
        Assert.Contains("It begins so soon that it cannot be moved or cancelled here", details.Html, StringComparison.Ordinal);
        var later = await visitor.SendAsync("/book/massage", times, ("start", Visitor.At(48 + 9)));
        Assert.Contains("You can move or cancel it until 24 hours before it begins.", (await visitor.GetAsync(later.Location)).Html, StringComparison.Ordinal);
        site.Clock.Move(TimeSpan.FromSeconds(30));
        var booked = await visitor.SendAsync(held.Location, details, Visitor.Ada);
        var session = await visitor.GetAsync(booked.Location);

        Assert.Contains("Your session is booked", session.Html, StringComparison.Ordinal);
        Assert.Contains("See you then, Ada.", session.Html, StringComparison.Ordinal);
        Assert.Contains($"{booked.Location}/calendar.ics", session.Html, StringComparison.Ordinal);
        Assert.All(new[] { "Lovelace", "ada@example.com", "555-0134", "Left shoulder" }, secret => Assert.DoesNotContain(secret, session.Html, StringComparison.Ordinal));
        Assert.All(new[] { services, times, held, details, booked, session }, answer => Assert.False(answer.Message.Headers.Contains("Set-Cookie")));
        Assert.All(new[] { times, details, session }, answer => Assert.Equal("no-store", answer.Message.Headers.CacheControl?.ToString()));
        Assert.All(new[] { details, session }, answer => Assert.Contains("<meta name=\"robots\" content=\"noindex\">", answer.Html, StringComparison.Ordinal));
        Assert.DoesNotContain("noindex", times.Html, StringComparison.Ordinal);
        await using var db = store.Open();
        var kept = await db.Appointments.Include(each => each.Client).SingleAsync(each => each.State == AppointmentState.Confirmed);
        Assert.Equal((AppointmentState.Confirmed, 11_000, "Hot stones", "Left shoulder.\nNo oil.", "2026-11"), (kept.State, kept.PriceCents, kept.AddOns, kept.ClientNote, kept.ConsentVersion));
        Assert.Equal(("Ada Lovelace", "ada@example.com", "en"), (kept.Client!.Name, kept.Client.Email, kept.Client.Language));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_is_sent_twice_or_after_going_back_is_one_session(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await APractice.InAsync(store);
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);
        var times = await visitor.GetAsync("/book/massage");
        var clicks = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.SendAsync("/book/massage", times, ("start", Visitor.At(10)))));
        Assert.All(clicks, click => Assert.Equal(HttpStatusCode.Redirect, click.Status));
        var details = await visitor.GetAsync(clicks[0].Location);
        site.Clock.Move(TimeSpan.FromSeconds(5));

        var sent = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.SendAsync(clicks[0].Location, details, Visitor.Ada)));

        Assert.All(sent, answer => Assert.StartsWith("/book/session/", answer.Location, StringComparison.Ordinal));
        Assert.StartsWith("/book/session/", (await visitor.GetAsync(clicks[1].Location)).Location, StringComparison.Ordinal);
        Assert.StartsWith("/book/session/", (await visitor.SendAsync(clicks[2].Location, details, Visitor.Ada)).Location, StringComparison.Ordinal);
        var again = await visitor.SendAsync("/book/massage", times, ("start", Visitor.At(10)));
        Assert.StartsWith("/book/session/", (await visitor.GetAsync(again.Location)).Location, StringComparison.Ordinal);

        // Another button of the same page is another wish.
        var other = await visitor.SendAsync("/book/massage", times, ("start", Visitor.At(14)));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(other.Location)).Status);
        await using var db = store.Open();
        Assert.Equal([AppointmentState.Confirmed, AppointmentState.Held], await db.Appointments.OrderBy(each => each.StartsAtUtc).Select(each => each.State).ToListAsync());
        Assert.Equal(1, await db.Clients.CountAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_hold_that_ran_out_still_books_and_the_loser_of_a_time_gets_the_nearest_with_one_click(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await APractice.InAsync(store);
        await using var site = new BookingSite(store);
        using var slow = new Visitor(site);
        using var quick = new Visitor(site);
        var quiet = await slow.HoldAsync(Visitor.At(15));
        var lost = await slow.HoldAsync(Visitor.At(10));
        var form = await slow.GetAsync(lost);
        site.Clock.Move(TimeSpan.FromMinutes(11));
        Assert.Contains("The time is not kept for you any more", (await slow.GetAsync(quiet)).Html, StringComparison.Ordinal);
        Assert.StartsWith("/book/session/", (await slow.SendAsync(quiet, form, Visitor.Ada)).Location, StringComparison.Ordinal);
        await quick.BookAsync(Visitor.At(10), [("name", "Bo"), ("email", "bo@example.com"), ("agrees", "yes")]);

        var taken = await slow.SendAsync(lost, form, Visitor.Ada);

        Assert.Equal(HttpStatusCode.Conflict, taken.Status);
        Assert.Contains("That time has just been taken", taken.Html, StringComparison.Ordinal);
        Assert.Contains(("name", "Ada Lovelace"), taken.Hidden);
        Assert.Equal(Visitor.At(11, 15), taken.Starts[0]);
        var booked = await slow.SendAsync(lost, taken, ("start", taken.Starts[0]));
        Assert.Contains("See you then, Ada.", (await slow.GetAsync(booked.Location)).Html, StringComparison.Ordinal);
        await using var db = store.Open();
        Assert.Equal(3, await db.Appointments.CountAsync(each => each.State == AppointmentState.Confirmed));
        Assert.Equal([9_000], await db.Appointments.Select(each => each.PriceCents).Distinct().ToListAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Who_clicks_a_time_that_is_gone_gets_the_nearest_ones(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await APractice.InAsync(store);
        await using var site = new BookingSite(store);
        using var first = new Visitor(site);
        using var second = new Visitor(site);
        var old = await second.GetAsync("/book/massage");
        await first.HoldAsync(Visitor.At(10));

        var taken = await second.SendAsync("/book/massage", old, ("start", Visitor.At(10)));

        Assert.Equal(HttpStatusCode.Conflict, taken.Status);
        Assert.Contains("That time is no longer free.", taken.Html, StringComparison.Ordinal);
        var held = await second.SendAsync("/book/massage", taken, ("start", taken.Starts[0]));
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync(held.Location)).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await second.SendAsync("/book/massage", old, ("start", Visitor.At(3)))).Status);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_hold_is_kept_longer_once_and_given_back_and_what_was_typed_stays(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await APractice.InAsync(store);
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);
        var held = await visitor.HoldAsync(Visitor.At(10));
        var form = await visitor.GetAsync(held);

        var longer = await visitor.SendAsync(held, form, [.. Visitor.Ada, ("do", "extend")]);
        Assert.Equal(HttpStatusCode.OK, longer.Status);
        Assert.Contains("Kept for you until 8:20\u00A0am.", longer.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"Ada Lovelace\"", longer.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"extend\"", longer.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.SendAsync(held, form, [.. Visitor.Ada, ("do", "extend")])).Status);

        var back = await visitor.SendAsync(held, form, ("do", "release"));
        Assert.Equal("/book/massage?minutes=60", back.Location);
        using var other = new Visitor(site);
        await other.BookAsync(Visitor.At(10));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/es")]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_is_booked(string language)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await APractice.InAsync(store);
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);
        var times = await visitor.GetAsync($"{language}/book/massage");
        var held = (await visitor.SendAsync($"{language}/book/massage", times, ("start", Visitor.At(10)))).Location;
        Assert.StartsWith($"{language}/book/details/", held, StringComparison.Ordinal);
        var form = await visitor.GetAsync(held);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendAsync(held, form, Visitor.Ada)).Status);     // at once
        site.Clock.Move(TimeSpan.FromSeconds(5));

        var wrong = await visitor.SendAsync(held, form, ("name", ""), ("email", "no address"), ("phone", "<b>"), ("note", new string('x', 2001)), ("map", "{}"));

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.All(new[] { "name", "email", "phone", "note", "map", "agrees" }, field => Assert.Contains($"id=\"{field}-problem\"", wrong.Html, StringComparison.Ordinal));
        Assert.Equal("/book", (await visitor.SendAsync(held, form, [.. Visitor.Ada, ("website", "spam")])).Location.Replace(language.Length > 0 ? language : " ", "", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendAsync(held, form, [.. Visitor.Ada, ("form", "made-up")])).Status);
        await using var db = store.Open();
        Assert.Equal(AppointmentState.Held, (await db.Appointments.SingleAsync()).State);
        Assert.StartsWith($"{language}/book/session/", (await visitor.SendAsync(held, form, Visitor.Ada)).Location, StringComparison.Ordinal);
        Assert.Equal(language.Length > 0 ? "es" : "en", (await store.Open().Clients.SingleAsync()).Language);
    }

    [Fact]
    public async Task A_service_with_approval_is_asked_for()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await APractice.InAsync(store, change: service => service.NeedsApproval = true);
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);

        Assert.Contains("We have your request", (await visitor.GetAsync(await visitor.BookAsync(Visitor.At(10)))).Html, StringComparison.Ordinal);
    }
}
