using System.Net;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;

namespace Unknot.Web.Tests.Booking;

/// <summary>A client's own page of a session: what it shows, moving, cancelling, and their limits.</summary>
public sealed class OwnSessionTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_session_is_moved_once_by_the_same_form_sent_twice(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await APractice.InAsync(store);
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);
        var session = await visitor.BookAsync(Visitor.At(48 + 10));
        var page = await visitor.GetAsync($"{session}/move");
        Assert.Contains("It can be moved until Tuesday, March 3, 10:00\u00A0am.", page.Text, StringComparison.Ordinal);

        var moved = await visitor.SendAsync($"{session}/move", page, ("start", Visitor.At(48 + 14)));
        var again = await visitor.SendAsync($"{session}/move", page, ("start", Visitor.At(48 + 14)));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (moved.Status, again.Status));
        Assert.Contains("Wednesday, March 4, 2026, 2:00\u00A0pm", (await visitor.GetAsync(moved.Location)).Text, StringComparison.Ordinal);
        await using var db = store.Open();
        Assert.Equal(1, await db.AppointmentEvents.CountAsync(happened => happened.What == "moved"));
        Assert.Equal(1, (await db.Appointments.SingleAsync()).Sequence);
        Assert.Equal(HttpStatusCode.Conflict, (await visitor.SendAsync($"{session}/move", page, ("start", Visitor.At(3)))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendAsync($"{session}/move", page, ("start", "soon"))).Status);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Both_limits_count_when_an_older_form_is_sent(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await APractice.InAsync(store, change: service => (service.MoveHours, service.CancelHours) = (24, 48));
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);
        var session = await visitor.BookAsync(Visitor.At(72 + 10));
        var move = await visitor.GetAsync($"{session}/move");
        var cancel = await visitor.GetAsync($"{session}/cancel");
        Assert.Contains("Yes, cancel it", cancel.Html, StringComparison.Ordinal);

        site.Clock.Move(TimeSpan.FromHours(27));
        var refused = await visitor.SendAsync($"{session}/cancel", cancel);
        Assert.Equal(HttpStatusCode.Forbidden, refused.Status);
        Assert.Contains("until 48 hours before they begin", refused.Html, StringComparison.Ordinal);
        Assert.Contains("href=\"/contact\"", refused.Html, StringComparison.Ordinal);
        var shown = await visitor.GetAsync(session);
        Assert.DoesNotContain($"{session}/cancel", shown.Links);
        Assert.Contains($"{session}/move", shown.Links);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SendAsync($"{session}/move", move, ("start", Visitor.At(72 + 11)))).Status);

        site.Clock.Move(TimeSpan.FromHours(25));
        var late = await visitor.SendAsync($"{session}/move", move, ("start", Visitor.At(72 + 14)));
        Assert.Equal(HttpStatusCode.Forbidden, late.Status);
        Assert.Contains("until 24 hours before they begin", late.Html, StringComparison.Ordinal);
        await using var db = store.Open();
        Assert.Equal((AppointmentState.Confirmed, APractice.At(72 + 11).ToDateTimeUtc()), await db.Appointments.Select(each => new ValueTuple<AppointmentState, DateTime>(each.State, each.StartsAtUtc)).SingleAsync());

        site.Clock.Move(TimeSpan.FromHours(24));
        Assert.Contains("This session is over", (await visitor.GetAsync(session)).Html, StringComparison.Ordinal);
        Assert.Equal(session, (await visitor.SendAsync($"{session}/move", move, ("start", Visitor.At(120 + 10)))).Location);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_session_is_cancelled_after_being_asked_and_its_time_is_free(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await APractice.InAsync(store);
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);
        var session = await visitor.BookAsync(Visitor.At(48 + 10));
        var ask = await visitor.GetAsync($"{session}/cancel");

        var answers = await Task.WhenAll(visitor.SendAsync($"{session}/cancel", ask), visitor.SendAsync($"{session}/cancel", ask));

        Assert.All(answers, answer => Assert.Equal(session, answer.Location));
        Assert.Contains("This session is cancelled", (await visitor.GetAsync(session)).Html, StringComparison.Ordinal);
        Assert.Equal(session, (await visitor.GetAsync($"{session}/move")).Location);
        using var other = new Visitor(site);
        await other.BookAsync(Visitor.At(48 + 10));
        await using var db = store.Open();
        Assert.Equal(1, await db.AppointmentEvents.CountAsync(happened => happened.What == "cancelled"));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Opening_any_link_changes_nothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await APractice.InAsync(store);
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);
        var session = await visitor.BookAsync(Visitor.At(48 + 10));
        var held = await visitor.HoldAsync(Visitor.At(72 + 10));
        var before = await StateAsync(store);
        var links = new HashSet<string>(StringComparer.Ordinal);
        foreach (var address in new[] { "/book", "/book/massage", "/book/massage?view=list", held, session, $"{session}/move", $"{session}/move?view=list", $"{session}/cancel" })
        {
            links.Add(address);
            links.UnionWith((await visitor.GetAsync(address)).Links.Where(link => link.StartsWith("/book", StringComparison.Ordinal) || link.StartsWith("/es/book", StringComparison.Ordinal)));
        }

        Assert.True(links.Count > 60);
        foreach (var link in links)
        {
            var (got, head) = (await visitor.GetAsync(link), await visitor.HeadAsync(link));
            Assert.True((int)got.Status is < 500 and not 405, link);
            Assert.Equal(got.Status, head.Status);
        }

        Assert.Equal(before, await StateAsync(store));
    }

    [Fact]
    public async Task A_forged_or_foreign_link_leads_nowhere()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await APractice.InAsync(store);
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);
        var session = (await visitor.BookAsync(Visitor.At(48 + 10))).Split('/')[^1];
        var held = (await visitor.HoldAsync(Visitor.At(72 + 10))).Split('/')[^1];
        string Broken(string token) => $"{token[..^6]}{(token[^6] == 'A' ? 'B' : 'A')}{token[^5..]}";

        foreach (var token in new[] { "x", Guid.NewGuid().ToString(), Broken(session), held })
        {
            foreach (var page in new[] { "", "/move", "/cancel" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/book/session/{token}{page}")).Status);
            }

            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/book/session/{token}/cancel", [])).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/book/session/{token}/move", [("start", Visitor.At(72 + 11))])).Status);
        }

        foreach (var token in new[] { "x", Broken(held), session })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/book/details/{token}")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.PostAsync($"/book/details/{token}", Visitor.Ada)).Status);
        }

        var times = await visitor.GetAsync("/book/massage");
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendAsync("/book/massage", times, ("start", Visitor.At(10)), ("form", "forged"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SendAsync("/book/massage", times, ("start", Visitor.At(10)), ("form", held))).Status);
    }

    private static async Task<string> StateAsync(TestStore store)
    {
        await using var db = store.Open();
        var rows = await db.Appointments.OrderBy(each => each.StartsAtUtc).Select(each => $"{each.Id} {each.State} {each.Version} {each.Sequence} {each.HoldEndsAtUtc}").ToListAsync();
        return $"{string.Join('|', rows)} {await db.AppointmentEvents.CountAsync()} {await db.Clients.CountAsync()} {await db.Outbox.CountAsync()}";
    }
}
