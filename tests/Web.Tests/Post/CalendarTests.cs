using System.Net;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Web.Hosting;
using Unknot.Web.Tests.Front;

namespace Unknot.Web.Tests.Post;

public sealed class CalendarTests
{
    private static readonly DateTime Start = new(2031, 3, 4, 15, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_session_is_fetched_by_its_signed_link_and_is_the_same_event_as_in_the_mails()
    {
        await using var site = new PracticeSite();
        await site.SaveAsync(PracticeSite.Practice);
        var (service, therapist) = await PostSite.OfferAsync(site);
        var id = await PostSite.SessionAsync(site, service, therapist, Start, sequence: 2);
        var path = site.Services.GetRequiredService<BookingAddresses>().PathOf(id);

        var answer = await site.Visitor.GetAsync($"{path}/calendar.ics");
        var file = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8; method=PUBLISH", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl?.NoStore);
        Assert.Equal("session.ics", answer.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("\r\nMETHOD:PUBLISH\r\n", file, StringComparison.Ordinal);
        Assert.Contains($"\r\nUID:{id}@unknot\r\n", file, StringComparison.Ordinal);
        Assert.Contains("\r\nSEQUENCE:2\r\nSTATUS:CONFIRMED\r\nSUMMARY:Quiet Hands\r\nLOCATION:1 Example Street\\, Springfield\\, IL 00000\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain("massage", file, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Ada", file, StringComparison.Ordinal);
        Assert.DoesNotContain("shoulder", file, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_was_cancelled_says_so_and_a_hold_or_a_forged_link_has_no_file()
    {
        await using var site = new PracticeSite();
        var (service, therapist) = await PostSite.OfferAsync(site);
        var addresses = site.Services.GetRequiredService<BookingAddresses>();
        var cancelled = await PostSite.SessionAsync(site, service, therapist, Start, AppointmentState.Cancelled);
        var held = await PostSite.SessionAsync(site, service, therapist, Start.AddHours(2), AppointmentState.Held);

        Assert.Contains("STATUS:CANCELLED", await site.Visitor.GetStringAsync($"{addresses.PathOf(cancelled)}/calendar.ics"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync($"{addresses.PathOf(held)}/calendar.ics")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync($"{addresses.PathOf(cancelled)}x/calendar.ics")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync("/book/session/forged/calendar.ics")).StatusCode);

        // A link to a hold is no link to a session.
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync($"{addresses.HoldPathOf(cancelled).Replace("details", "session", StringComparison.Ordinal)}/calendar.ics")).StatusCode);
    }

    [Fact]
    public async Task A_feed_is_kept_by_nobody_else_asked_for_again_cheaply_and_closed_when_it_is_revoked()
    {
        const string Secret = "v3rySecretFeedKey";
        await using var site = new PracticeSite { From = IPAddress.Parse("198.51.100.7") };
        var (service, therapist) = await PostSite.OfferAsync(site, TherapistFeed.HashOf(Secret));
        await PostSite.SessionAsync(site, service, therapist, site.Clock.GetUtcNow().UtcDateTime.Date.AddDays(3));

        var answer = await site.Visitor.GetAsync($"/calendar/{Secret}.ics");
        var file = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl is { Private: true, NoCache: true, Public: false });
        Assert.Contains("SUMMARY:Session A.S.", file, StringComparison.Ordinal);

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/calendar/{Secret}.ics");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await site.Visitor.SendAsync(again)).StatusCode);

        await site.ReadAsync(db => db.Therapists.ExecuteUpdateAsync(change => change.SetProperty(each => each.FeedHash, (string?)null)));
        var gone = await site.Visitor.GetAsync($"/calendar/{Secret}.ics");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.True(gone.Headers.CacheControl?.NoStore);
        Assert.NotEmpty(site.Logged);
        Assert.DoesNotContain(site.Logged, line => line.Contains(Secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Guessing_secrets_from_one_network_ends_soon()
    {
        await using var site = new PracticeSite { From = IPAddress.Parse("198.51.100.7") };
        for (var guess = 0; guess < 60; guess++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync($"/calendar/guess{guess}.ics")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await site.Visitor.GetAsync("/calendar/guess60.ics")).StatusCode);
        site.From = IPAddress.Parse("198.51.101.7");
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync("/calendar/guess61.ics")).StatusCode);
    }
}
