using System.Net;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Storage;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Console;

public sealed class CalendarTests : IAsyncDisposable
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    /// <summary>A week from now: neither in the past nor on a day that is over.</summary>
    private static readonly LocalDate Day = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InZone(NewYork).Date.PlusDays(7);

    private readonly OwnStoreSite _site = new();

    [Fact]
    public async Task Editors_see_nothing_of_the_calendar()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var offer = await StoredOffer.AddAsync(_site.Services);
        var session = await offer.BookAsync(_site.Services, At(10));
        using var editor = await SignedInClient.AsAsync(_site, PracticeRole.Editor);

        foreach (var address in new[] { "/console/calendar", $"/console/calendar/{session.Id}", "/console/calendar/book", "/console/calendar/block" })
        {
            Assert.Equal(HttpStatusCode.OK, (await owner.Http.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await editor.Http.GetAsync(address)).StatusCode);
        }

        var token = await SignedInClient.TokenAsync(editor.Http, "/console");
        var forced = await editor.Http.PostAsync($"/console/calendar/{session.Id}?handler=Cancel", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("version", "1")]));
        Assert.Equal(HttpStatusCode.Forbidden, forced.StatusCode);
    }

    [Fact]
    public async Task A_therapist_sees_the_own_calendar_first_and_changes_no_other()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        using var therapist = await SignedInClient.AsAsync(_site, PracticeRole.Therapist);
        var offer = await StoredOffer.AddAsync(_site.Services, therapist.PersonId);
        await offer.BookAsync(_site.Services, At(10), name: "Ada Sample");
        var foreign = await offer.BookAsync(_site.Services, At(10), therapist: 1, name: "Ben Example");
        var address = $"/console/calendar?date={Day:uuuu-MM-dd}";

        var own = await therapist.Http.GetStringAsync(address);
        var all = await therapist.Http.GetStringAsync($"{address}&therapist=all");
        using var refused = await therapist.SubmitAsync($"/console/calendar/{foreign.Id}", "Approve", ("version", "1"));
        using var moved = await therapist.SubmitAsync(address, "Move", ("id", foreign.Id.ToString()), ("version", "1"), ("therapist", offer.Therapists[1].ToString()), ("start", $"{At(12):yyyy-MM-ddTHH:mm:ssZ}"));

        Assert.Contains("Ada Sample", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Ben Example", own, StringComparison.Ordinal);
        Assert.Contains("Ben Example", all, StringComparison.Ordinal);
        Assert.Contains("Ben Example", await owner.Http.GetStringAsync(address), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, moved.StatusCode);
        Assert.Equal(At(10), (await StoredAsync(foreign.Id)).StartsAtUtc);
    }

    [Theory]
    [InlineData("day")]
    [InlineData("week")]
    [InlineData("month")]
    public async Task Every_view_shows_what_is_booked_with_its_state_in_words(string view)
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var offer = await StoredOffer.AddAsync(_site.Services);
        await offer.BookAsync(_site.Services, At(9), AppointmentState.Confirmed, name: "Ada <b>Sample</b>");
        await offer.BookAsync(_site.Services, At(11), AppointmentState.Pending);
        await offer.BookAsync(_site.Services, At(13), AppointmentState.Cancelled);
        await offer.BookAsync(_site.Services, At(15), AppointmentState.Expired, name: "Never shown");

        var page = await owner.Http.GetStringAsync($"/console/calendar?view={view}&date={Day:uuuu-MM-dd}");

        Assert.Contains("Ada &lt;b&gt;Sample&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.Contains("is-pending", page, StringComparison.Ordinal);
        Assert.Contains(">Request</span>", page, StringComparison.Ordinal);
        Assert.Contains(">Cancelled</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Never shown", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-03-08", 276)]
    [InlineData("2026-11-01", 300)]
    [InlineData("2026-11-02", 288)]
    public async Task A_day_has_as_many_rows_as_five_minutes_pass_in_it(string date, int rows)
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var offer = await StoredOffer.AddAsync(_site.Services);
        await using (var scope = _site.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
            await db.WorkingWindows.ExecuteUpdateAsync(set => set.SetProperty(each => each.StartMinute, 0).SetProperty(each => each.EndMinute, 1440));
        }

        var page = await owner.Http.GetStringAsync($"/console/calendar?date={date}&therapist={offer.Therapists[0]}");

        Assert.Contains($"data-rows=\"{rows}\"", page, StringComparison.Ordinal);
        Assert.Equal(rows != 288, page.Contains("clocks change", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("view=year")]
    [InlineData("date=tomorrow")]
    [InlineData("date=2026-02-30")]
    [InlineData("therapist=Mara")]
    [InlineData("therapist=0199a000-0000-7000-8000-000000000001")]
    public async Task A_calendar_that_is_none_is_refused(string query)
    {
        using var owner = await SignedInClient.AsAsync(_site);

        Assert.Equal(HttpStatusCode.BadRequest, (await owner.Http.GetAsync($"/console/calendar?{query}")).StatusCode);
    }

    [Fact]
    public async Task A_session_is_moved_and_what_is_taken_is_refused_with_the_nearest_free_times()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var offer = await StoredOffer.AddAsync(_site.Services);
        var session = await offer.BookAsync(_site.Services, At(10));
        await offer.BookAsync(_site.Services, At(13), name: "Ben Example");
        var page = $"/console/calendar?view=week&date={Day:uuuu-MM-dd}&therapist=all";
        (string, string)[] Move(int version, int hour) => [("id", session.Id.ToString()), ("version", $"{version}"), ("therapist", offer.Therapists[0].ToString()), ("start", $"{At(hour):yyyy-MM-ddTHH:mm:ssZ}"), ("tell", "true")];

        using var refused = await owner.SubmitAsync(page, "Move", Move(1, 13));
        using var moved = await owner.SubmitAsync(page, "Move", Move(1, 11));
        using var late = await owner.SubmitAsync(page, "Move", Move(1, 15));
        using var outside = await owner.SubmitAsync(page, "Move", Move(2, 20));
        using var anyway = await owner.SubmitAsync(page, "Move", [.. Move(2, 20), ("outside", "true")]);

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        var words = await refused.Content.ReadAsStringAsync();
        Assert.Contains("That time is taken.", words, StringComparison.Ordinal);
        Assert.Contains(", 14:15</button>", words, StringComparison.Ordinal);
        Assert.Equal($"{page}&done=moved", moved.Headers.Location!.OriginalString);
        Assert.Contains("Somebody changed this meanwhile", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Move it outside opening hours", await outside.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, anyway.StatusCode);
        Assert.Equal(At(20), (await StoredAsync(session.Id)).StartsAtUtc);
    }

    [Fact]
    public async Task The_page_of_an_appointment_acts_and_tells_who_looked()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var offer = await StoredOffer.AddAsync(_site.Services);
        var session = await offer.BookAsync(_site.Services, At(10), AppointmentState.Pending);
        var address = $"/console/calendar/{session.Id}";

        var seen = await owner.Http.GetStringAsync(address);
        foreach (var way in new[] { $"/console/clients/visits/{session.Id}", $"/console/receipts/visit/{session.Id}", $"/console/clients/{session.ClientId}" })
        {
            Assert.Contains($"href=\"{way}\"", seen, StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await owner.Http.GetAsync(way)).StatusCode);
        }

        using var approved = await owner.SubmitAsync(address, "Approve", ("version", "1"));
        using var early = await owner.SubmitAsync(address, "NoShow", ("version", "2"));
        using var moved = await owner.SubmitAsync(address, "Move", ("version", "2"), ("date", $"{Day:uuuu-MM-dd}"), ("time", "14:20"), ("therapist", offer.Therapists[1].ToString()), ("room", ""));
        using var broken = await owner.SubmitAsync(address, "Move", ("version", "3"), ("date", "soon"), ("time", "14:20"), ("therapist", offer.Therapists[1].ToString()));
        using var cancelled = await owner.SubmitAsync(address, "Cancel", ("version", "3"), ("reason", "Ill"));

        Assert.Contains("Left shoulder.", seen, StringComparison.Ordinal);
        Assert.Contains($"/console/clients/{session.ClientId}", seen, StringComparison.Ordinal);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.BadRequest, HttpStatusCode.Redirect, HttpStatusCode.BadRequest, HttpStatusCode.Redirect], new[] { approved, early, moved, broken, cancelled }.Select(each => each.StatusCode));
        var after = await StoredAsync(session.Id);
        Assert.Equal((AppointmentState.Cancelled, offer.Therapists[1], At(14).AddMinutes(20)), (after.State, after.TherapistId, after.StartsAtUtc));
        Assert.Contains("by the practice: Ill", await owner.Http.GetStringAsync(address), StringComparison.Ordinal);
        await using var scope = _site.Services.CreateAsyncScope();
        var trail = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Audit.Where(entry => entry.Subject == "appointment" && entry.SubjectId == session.Id.ToString()).ToListAsync();
        Assert.All(new[] { "appointment.seen", "appointment.approved", "appointment.moved", "appointment.cancelled" }, action => Assert.Contains(trail, entry => entry.Action == action && entry.PersonId == owner.PersonId));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Http.GetAsync($"/console/calendar/{Guid.NewGuid()}")).StatusCode);
    }

    [Fact]
    public async Task A_session_is_booked_for_somebody_new_and_then_found_again()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var offer = await StoredOffer.AddAsync(_site.Services);
        (string, string)[] fields = [.. Wanted(offer, 10), ("name", "Cleo Placeholder"), ("email", "cleo@example.com"), ("tell", "true")];

        using var nobody = await owner.SubmitAsync("/console/calendar/book", null, Wanted(offer, 10));
        using var booked = await owner.SubmitAsync("/console/calendar/book", null, fields);
        using var again = await owner.SubmitAsync("/console/calendar/book", null, fields);
        using var taken = await owner.SubmitAsync("/console/calendar/book", null, [.. fields.Where(field => field.Item1 != "key"), ("key", Guid.NewGuid().ToString())]);
        using var found = await owner.SubmitAsync("/console/calendar/book", "Find", [.. Wanted(offer, 12), ("search", "CLEO")]);

        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, booked.StatusCode);
        Assert.Equal(booked.Headers.Location, again.Headers.Location);
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        Assert.Contains("Free near it", await taken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("cleo@example.com", await found.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_series_is_shown_before_it_is_booked_and_a_lost_date_writes_nothing()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var offer = await StoredOffer.AddAsync(_site.Services);
        (string, string)[] fields = [.. Wanted(offer, 10), ("name", "Cleo"), ("email", "cleo@example.com"), ("every", "1"), ("times", "3")];
        var chosen = Enumerable.Range(0, 3).Select(week => ($"pick-{week + 1}", $"{Day.PlusWeeks(week).At(new LocalTime(10, 0)).InZoneLeniently(NewYork).ToDateTimeUtc():yyyy-MM-ddTHH:mm:ssZ}")).ToArray();

        using var preview = await owner.SubmitAsync("/console/calendar/book", "Series", fields);
        Assert.Equal(0, await CountAsync());
        await offer.BookAsync(_site.Services, Day.PlusWeeks(1).At(new LocalTime(10, 30)).InZoneLeniently(NewYork).ToDateTimeUtc(), name: "Quicker");
        using var lost = await owner.SubmitAsync("/console/calendar/book", "BookSeries", [.. fields, .. chosen]);
        Assert.Equal(1, await CountAsync());
        using var booked = await owner.SubmitAsync("/console/calendar/book", "BookSeries", [.. fields, chosen[0], chosen[2]]);

        Assert.Contains("3 of 3 dates are free.", await preview.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, lost.StatusCode);
        Assert.Contains("cannot be had any more", await lost.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(3, await CountAsync());
        using var gone = await owner.SubmitAsync(booked.Headers.Location!.OriginalString.Split('?')[0], "CancelSeries", ("version", "1"), ("reason", ""));
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        await using var scope = _site.Services.CreateAsyncScope();
        Assert.Equal(2, await scope.ServiceProvider.GetRequiredService<PracticeDb>().Appointments.CountAsync(each => each.SeriesId != null && each.State == AppointmentState.Cancelled));
    }

    [Fact]
    public async Task Time_is_blocked_by_a_tap_or_for_whole_days_and_freed_again()
    {
        using var owner = await SignedInClient.AsAsync(_site);
        var offer = await StoredOffer.AddAsync(_site.Services);
        (string, string)[] who = [("key", Guid.NewGuid().ToString()), ("therapist", offer.Therapists[0].ToString())];

        using var tapped = await owner.SubmitAsync("/console/calendar/block", null, [.. who, ("start", $"{At(9):yyyy-MM-ddTHH:mm:ssZ}"), ("minutes", "60")]);
        using var crossing = await owner.SubmitAsync("/console/calendar/block", null, ("key", Guid.NewGuid().ToString()), who[1], ("date", $"{Day:uuuu-MM-dd}"), ("lastDate", $"{Day.PlusDays(1):uuuu-MM-dd}"), ("whole", "true"), ("reason", "Course"));
        using var free = await owner.SubmitAsync("/console/calendar/block", null, ("key", Guid.NewGuid().ToString()), who[1], ("date", $"{Day.PlusDays(1):uuuu-MM-dd}"), ("lastDate", $"{Day.PlusDays(2):uuuu-MM-dd}"), ("whole", "true"), ("reason", "Course"));
        using var backwards = await owner.SubmitAsync("/console/calendar/block", null, ("key", Guid.NewGuid().ToString()), who[1], ("date", $"{Day:uuuu-MM-dd}"), ("time", "15:00"), ("lastDate", $"{Day:uuuu-MM-dd}"), ("lastTime", "14:00"));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict, HttpStatusCode.Redirect, HttpStatusCode.BadRequest], new[] { tapped, crossing, free, backwards }.Select(each => each.StatusCode));
        await using var scope = _site.Services.CreateAsyncScope();
        var block = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Appointments.SingleAsync(each => each.StartsAtUtc == At(9));
        using var freed = await owner.SubmitAsync($"/console/calendar/{block.Id}", "Unblock", ("version", "1"));
        Assert.Equal(HttpStatusCode.Redirect, freed.StatusCode);
        Assert.Contains("Course", await owner.Http.GetStringAsync($"/console/calendar?date={Day.PlusDays(2):uuuu-MM-dd}"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static DateTime At(int hour) => Day.At(new LocalTime(hour, 0)).InZoneLeniently(NewYork).ToDateTimeUtc();

    private static (string, string)[] Wanted(StoredOffer offer, int hour) =>
    [
        ("key", "0199a000-0000-7000-8000-000000000042"), ("service", $"{offer.Service}:60"), ("therapist", offer.Therapists[0].ToString()), ("date", $"{Day:uuuu-MM-dd}"), ("time", $"{hour}:00"),
    ];

    private async Task<int> CountAsync()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PracticeDb>().Appointments.CountAsync();
    }

    private async Task<Appointment> StoredAsync(AppointmentId id)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PracticeDb>().Appointments.AsNoTracking().SingleAsync(each => each.Id == id);
    }
}
