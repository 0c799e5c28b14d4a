using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Web.Shared;

namespace Unknot.Browser.Tests;

/// <summary>The practice's calendar: moved by pointer and by keys, read by everybody.</summary>
[Collection(InTheBrowser.Name)]
public sealed class CalendarTests(BrowserFixture browser)
{
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    private static readonly LocalDate Day = Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).InZone(NewYork).Date.PlusDays(7);

    [Fact]
    public async Task A_session_is_dragged_and_what_is_refused_stands_where_it_was()
    {
        await using var site = new SiteOnAPort();
        var (offer, session) = await BusyAsync(site);
        await browser.WithPageAsync("calendar-drag", async page =>
        {
            await ConsolePage.SetUpAsync(site, page);
            await page.GotoAsync($"/console/calendar?date={Day:uuuu-MM-dd}");
            var entry = page.Locator($"[data-entry='{session.Id}']");

            // A drag that is given up by Escape asks nothing.
            await CarryAsync(page, entry, hours: 2);
            await Assertions.Expect(page.Locator(".cal-ghost")).ToContainTextAsync("12:00–13:00 Ada Sample");
            await page.Keyboard.PressAsync("Escape");
            await page.Mouse.UpAsync();
            await Assertions.Expect(page.Locator(".cal-ghost")).ToHaveCountAsync(0);
            await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/console/calendar\\?date="));

            // Onto another session: refused, with what is free.
            await CarryAsync(page, entry, hours: 3);
            await page.Mouse.UpAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("That time is taken.");
            await Assertions.Expect(entry).ToContainTextAsync("10:00–11:00");
            await ConsolePage.HasNoViolationAsync(page, "a refusal");

            await CarryAsync(page, entry, hours: 1);
            await page.Mouse.UpAsync();
            await Assertions.Expect(page.Locator("[data-words]")).ToContainTextAsync("10:00 to");
            await ConsolePage.HasNoViolationAsync(page, "the question");
            await page.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();
            await Assertions.Expect(page.GetByText("Moved.")).ToBeVisibleAsync();
            await Assertions.Expect(entry).ToContainTextAsync("11:00–12:00");
        }, expected: "409", site: site.Address);
        Assert.Equal(At(11), (await StoredAsync(site, session.Id)).StartsAtUtc);
        Assert.Equal(2, offer.Therapists.Count);
    }

    [Fact]
    public async Task A_session_is_moved_to_another_therapist_by_the_keyboard_alone()
    {
        await using var site = new SiteOnAPort();
        var (offer, session) = await BusyAsync(site);
        await browser.WithPageAsync("calendar-keys", async page =>
        {
            await ConsolePage.SetUpAsync(site, page);
            await page.GotoAsync($"/console/calendar?date={Day:uuuu-MM-dd}");
            await page.Locator("[data-entry]").First.FocusAsync();

            // The first is at noon: in the next column the one at one o'clock is nearest, and above it stands that at ten.
            await page.Keyboard.PressAsync("ArrowRight");
            await Assertions.Expect(page.Locator("[data-title='Ben Example']")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("ArrowUp");
            await Assertions.Expect(page.Locator($"[data-entry='{session.Id}']")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("m");
            await page.Keyboard.PressAsync("ArrowDown");
            await page.Keyboard.PressAsync("ArrowLeft");
            await Assertions.Expect(page.Locator("[data-told]")).ToContainTextAsync("10:15 with Jonas");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("dialog[open]")).ToContainTextAsync("10:15 with Jonas?");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.GetByText("Moved.")).ToBeVisibleAsync();
        }, site: site.Address);
        var moved = await StoredAsync(site, session.Id);
        Assert.Equal((At(10).AddMinutes(15), offer.Therapists[1]), (moved.StartsAtUtc, moved.TherapistId));
    }

    [Fact]
    public async Task Without_script_a_session_is_moved_by_its_page()
    {
        await using var site = new SiteOnAPort();
        var (_, session) = await BusyAsync(site);
        await browser.WithPageAsync("calendar-without-script", async page =>
        {
            await ConsolePage.SetUpAsync(site, page);
            await page.GotoAsync($"/console/calendar?date={Day:uuuu-MM-dd}");
            await page.Locator($"[data-entry='{session.Id}']").ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "09:30", Exact = true }).First.ClickAsync();
            await Assertions.Expect(page.GetByText("Moved.")).ToBeVisibleAsync();
        }, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 390, Height = 844 } }, site: site.Address);
        Assert.NotEqual(At(10), (await StoredAsync(site, session.Id)).StartsAtUtc);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Every_view_can_be_used_by_everybody(ColorScheme scheme, int width)
    {
        await using var site = new SiteOnAPort();
        var (_, session) = await BusyAsync(site);
        await browser.WithPageAsync($"calendar-axe-{scheme}-{width}", async page =>
        {
            await ConsolePage.SetUpAsync(site, page);
            foreach (var view in new[] { "day", "week", "month" })
            {
                await page.GotoAsync($"/console/calendar?view={view}&date={Day:uuuu-MM-dd}");
                await ConsolePage.HasNoViolationAsync(page, view);
            }

            foreach (var address in new[] { $"/console/calendar/{session.Id}", "/console/calendar/block", "/console/calendar/book" })
            {
                await page.GotoAsync(address);
                await ConsolePage.HasNoViolationAsync(page, address);
            }

            await page.GetByLabel("Time", new() { Exact = true }).FillAsync("10:00");
            await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Cleo");
            await page.GetByLabel("E-mail address").FillAsync("cleo@example.com");
            await page.GetByRole(AriaRole.Button, new() { Name = "See the dates" }).ClickAsync();
            await Assertions.Expect(page.Locator(".cal-plan tbody tr")).ToHaveCountAsync(6);
            await ConsolePage.HasNoViolationAsync(page, "a series");
        }, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } }, site: site.Address);
    }

    private static DateTime At(int hour) => Day.At(new LocalTime(hour, 0)).InZoneLeniently(NewYork).ToDateTimeUtc();

    /// <summary>A day with something of every kind; the session that is to be moved is at ten.</summary>
    private static async Task<(StoredOffer Offer, Appointment Session)> BusyAsync(SiteOnAPort site)
    {
        var offer = await StoredOffer.AddAsync(site.Services);
        var session = await offer.BookAsync(site.Services, At(10));
        await offer.BookAsync(site.Services, At(13), name: "Ben Example");
        await offer.BookAsync(site.Services, At(15), AppointmentState.Pending, name: "Cleo Placeholder");
        await offer.BookAsync(site.Services, At(15), AppointmentState.Cancelled, name: "Dev Specimen");
        await offer.BookAsync(site.Services, At(12), AppointmentState.NoShow, therapist: 1, name: "Eli Sample");
        await offer.BookAsync(site.Services, At(14), AppointmentState.Done, therapist: 1, name: "Flo Example");
        await offer.BookAsync(site.Services, At(16), AppointmentState.Blocked, therapist: 1, name: "Nobody");
        return (offer, session);
    }

    /// <summary>Takes an entry and carries it down by so many hours; the button stays pressed.</summary>
    private static async Task CarryAsync(IPage page, ILocator entry, int hours)
    {
        var box = (await entry.BoundingBoxAsync())!;
        var (x, y) = (box.X + 40, box.Y + 12);
        await page.Mouse.MoveAsync(x, y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(x, y + 20, new() { Steps = 3 });
        await page.Mouse.MoveAsync(x, y + (hours * 60) + 1, new() { Steps = 5 });
    }

    private static async Task<Appointment> StoredAsync(SiteOnAPort site, AppointmentId id)
    {
        await using var scope = site.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PracticeDb>().Appointments.AsNoTracking().SingleAsync(each => each.Id == id);
    }
}
