using System.Net;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Shared;
using Unknot.Web.Hosting;

namespace Unknot.Web.Tests.Booking;

/// <summary>What can be booked and what cannot, who may ask how often, and where the other pages lead.</summary>
public sealed class BookingDoorTests
{
    [Fact]
    public async Task Without_an_offer_every_page_leads_to_the_contact_page_and_with_one_to_booking()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);
        string[] pages = ["/", "/about", "/progress"];
        foreach (var page in pages)
        {
            Assert.DoesNotContain("/book", (await visitor.GetAsync(page)).Links);
        }

        Assert.Contains("cannot be booked here", (await visitor.GetAsync("/book")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("/book<", (await visitor.GetAsync("/sitemap.xml")).Html, StringComparison.Ordinal);
        await APractice.InAsync(store);
        site.Clock.Move(BookingDoor.Freshness);

        foreach (var page in pages)
        {
            Assert.Contains("/book", (await visitor.GetAsync(page)).Links);
        }

        var map = (await visitor.GetAsync("/sitemap.xml")).Html;
        Assert.Contains("/book</loc>", map, StringComparison.Ordinal);
        Assert.Contains("/es/book/massage</loc>", map, StringComparison.Ordinal);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_practice_that_is_closed_takes_nothing_and_keeps_what_is_booked(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await APractice.InAsync(store);
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);
        var times = await visitor.GetAsync("/book/massage");
        var session = await visitor.BookAsync(Visitor.At(48 + 10));
        await using (var db = store.Open())
        {
            var rules = BookingSettings.ProductDefault();
            rules.IsOpen = false;
            db.BookingSettings.Add(rules);
            await db.SaveChangesAsync();
        }

        Assert.Contains("cannot be booked here at the moment", (await visitor.GetAsync("/book")).Html, StringComparison.Ordinal);
        Assert.Contains("cannot be booked here at the moment", (await visitor.GetAsync("/book/massage")).Html, StringComparison.Ordinal);
        var refused = await visitor.SendAsync("/book/massage", times, ("start", Visitor.At(10)));
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Equal(1, await store.Open().Appointments.CountAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.SendAsync($"{session}/move", await visitor.GetAsync($"{session}/move"), ("start", Visitor.At(48 + 12)))).Status);
    }

    [Fact]
    public async Task An_address_that_asks_for_what_there_is_not_gets_an_answer_in_words()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await APractice.InAsync(store);
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);
        (string Address, HttpStatusCode Status)[] expected =
        [
            ("/book/no-such-service", HttpStatusCode.NotFound),
            ("/book/massage?minutes=61", HttpStatusCode.NotFound),
            ("/book/massage?minutes=-1", HttpStatusCode.NotFound),
            ("/book/massage?addon=x", HttpStatusCode.NotFound),
            ("/book/massage?therapist=00000000-0000-0000-0000-000000000001", HttpStatusCode.NotFound),
            ("/book/massage?month=soon", HttpStatusCode.BadRequest),
            ("/book/massage?day=2026-02-30", HttpStatusCode.BadRequest),
            ("/book/massage?month=9998-12", HttpStatusCode.BadRequest),
            ("/book/massage?month=2026-07", HttpStatusCode.OK),
            ("/book/massage?month=2026-01", HttpStatusCode.OK),
        ];
        foreach (var (address, status) in expected)
        {
            var answer = await visitor.GetAsync(address);

            Assert.Equal((address, status), (address, answer.Status));
            Assert.Contains("<h1>", answer.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Days_say_why_they_cannot_be_booked_and_a_full_calendar_offers_the_waiting_list()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await APractice.InAsync(store, change: service => service.WindowDays = 9);
        await using (var db = store.Open())
        {
            db.Closures.Add(new Closure { Id = Guid.NewGuid(), FirstDay = new DateOnly(2026, 3, 4), LastDay = new DateOnly(2026, 3, 5), Reason = "Inventory & cake" });
            await db.SaveChangesAsync();
        }

        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);
        var page = (await visitor.GetAsync("/book/massage")).Html;
        Assert.Contains("Wednesday, March 4: closed, Inventory &amp; cake", page, StringComparison.Ordinal);
        Assert.Contains("Closed from Wednesday, March 4 to Thursday, March 5: Inventory &amp; cake.", page, StringComparison.Ordinal);
        Assert.Contains("Thursday, March 12: too far ahead", page, StringComparison.Ordinal);
        Assert.Contains("Sessions can be booked until Wednesday, March 11.", page, StringComparison.Ordinal);
        Assert.Contains("miércoles 4 de marzo: cerrado", (await visitor.GetAsync("/es/book/massage")).Html, StringComparison.Ordinal);

        await using (var db = store.Open())
        {
            db.Closures.Add(new Closure { Id = Guid.NewGuid(), FirstDay = new DateOnly(2026, 3, 1), LastDay = new DateOnly(2026, 4, 1), Reason = "" });
            await db.SaveChangesAsync();
        }

        var full = await visitor.GetAsync("/book/massage");
        Assert.Contains("/book/waiting?service=massage", full.Links);
        Assert.Empty(full.Starts);
    }

    [Fact]
    public async Task The_eleventh_time_within_ten_minutes_from_one_network_is_refused()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await APractice.InAsync(store);
        await using var site = new BookingSite(store);
        using var visitor = new Visitor(site);
        var page = await visitor.GetAsync("/book/massage");
        for (var sent = 0; sent < 10; sent++)
        {
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await visitor.SendAsync("/book/massage", page, ("start", Visitor.At(10)))).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.SendAsync("/book/massage", page, ("start", Visitor.At(10)))).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/book/massage")).Status);
        using var other = new Visitor(site);
        Assert.Equal(HttpStatusCode.Conflict, (await other.SendAsync("/book/massage", page, ("start", Visitor.At(10, 15)))).Status);
    }
}
