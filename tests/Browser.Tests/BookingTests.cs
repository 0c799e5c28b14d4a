using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;

namespace Unknot.Browser.Tests;

/// <summary>Booking a session as people do it: by keyboard, by thumb, and without script.</summary>
[Collection(InTheBrowser.Name)]
public sealed class BookingTests(BrowserFixture browser)
{
    private static readonly BrowserNewContextOptions Desktop = new() { ViewportSize = new() { Width = 1280, Height = 900 }, TimezoneId = "America/New_York" };

    [Fact]
    public async Task A_session_is_booked_with_the_keyboard_alone()
    {
        await using var site = await SiteAsync();
        await browser.WithPageAsync("book-keyboard", async page =>
        {
            var keys = 0;
            async Task PressAsync(string key)
            {
                await page.Keyboard.PressAsync(key);
                keys++;
            }

            async Task TabToAsync(string selector)
            {
                for (var press = 0; press < 60; press++)
                {
                    await PressAsync("Tab");
                    if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
                    {
                        return;
                    }
                }

                Assert.Fail($"The Tab key does not reach {selector}.");
            }

            await page.GotoAsync("/book");
            await TabToAsync(".service .button");
            await PressAsync("Enter");
            await page.WaitForSelectorAsync("day-picker[data-ready]");
            await TabToAsync("[data-day]");
            var first = await DayAsync(page);
            await PressAsync("PageDown");
            await page.WaitForFunctionAsync("before => document.activeElement.matches('[data-day]') && document.querySelector('#month').textContent !== before", first.Month);
            await PressAsync("Home");
            await PressAsync("ArrowDown");
            await PressAsync("ArrowRight");
            var there = await DayAsync(page);
            Assert.NotEqual(first.Month, there.Month);
            await PressAsync("Enter");
            await page.WaitForFunctionAsync("() => document.activeElement.getAttribute('aria-current') === 'date'");
            Assert.Equal(there.Day, (await DayAsync(page)).Day);
            await TabToAsync(".times button");
            await PressAsync("Enter");
            await page.WaitForURLAsync("**/book/details/**");
            await TabToAsync("#name");
            await page.Keyboard.TypeAsync("Ada Lovelace");
            await PressAsync("Tab");
            await page.Keyboard.TypeAsync("ada@example.com");
            await TabToAsync("#agrees");
            await PressAsync("Space");
            await page.WaitForTimeoutAsync(3100);     // nobody who types it is quicker
            await PressAsync("Enter");
            await page.WaitForURLAsync("**/book/session/**");
            Assert.Equal("Your session is booked", await page.TextContentAsync("h1"));
            Assert.True(keys < 90, $"{keys} keys");
        }, Desktop, site: site.Address);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_session_is_booked_moved_and_cancelled_with_the_thumb_and_every_step_can_be_used_by_everybody(ColorScheme scheme)
    {
        await using var site = await SiteAsync();
        await browser.WithPageAsync($"book-thumb-{scheme}", async page =>
        {
            var taps = 0;
            async Task TapAsync(string selector)
            {
                await page.Locator(selector).First.TapAsync();
                taps++;
            }

            await page.GotoAsync("/book");
            await ConsolePage.HasNoViolationAsync(page, "services");
            await TapAsync(".service .button");
            await page.WaitForSelectorAsync("day-picker[data-ready]");
            await ConsolePage.HasNoViolationAsync(page, "month");
            Assert.Contains("for you", await page.TextContentAsync(".times .own-time"), StringComparison.Ordinal);
            await page.GotoAsync($"{page.Url}&view=list");
            await ConsolePage.HasNoViolationAsync(page, "list of days");
            await page.GoBackAsync();
            await TapAsync(".times button");
            await page.WaitForURLAsync("**/book/details/**");
            await ConsolePage.HasNoViolationAsync(page, "details");
            Assert.Matches(@"^(10:00|9:\d\d) to go$", await page.TextContentAsync("[data-left]") ?? "");
            await page.Locator("form.letter").EvaluateAsync("form => form.noValidate = true");
            await page.WaitForTimeoutAsync(3100);     // nobody who types it is quicker
            await page.Locator(".button-large").TapAsync();
            await page.WaitForSelectorAsync(".field-problem");
            await ConsolePage.HasNoViolationAsync(page, "details with problems");
            await page.FillAsync("#name", "Ada Lovelace");
            await page.FillAsync("#email", "ada@example.com");
            await TapAsync("#agrees");
            await TapAsync(".button-large");
            await page.WaitForURLAsync("**/book/session/**");
            Assert.Equal(4, taps);
            await ConsolePage.HasNoViolationAsync(page, "session");
            var session = page.Url;

            await page.Locator("a[href$='/move']").TapAsync();
            await page.WaitForURLAsync("**/move");
            await page.WaitForSelectorAsync("day-picker[data-ready]");
            await ConsolePage.HasNoViolationAsync(page, "move");
            await page.Locator(".times button").Last.TapAsync();
            await page.WaitForURLAsync("**/book/session/**done=moved");
            await page.GotoAsync($"{session}/cancel");
            await ConsolePage.HasNoViolationAsync(page, "cancel");
            await page.Locator("main button").TapAsync();
            await page.WaitForURLAsync(session);
            Assert.Equal("This session is cancelled", await page.TextContentAsync("h1"));
        }, new() { ColorScheme = scheme, ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, IsMobile = true, TimezoneId = "Europe/Madrid" }, "400 (Bad Request)", site.Address);
    }

    [Fact]
    public async Task A_session_is_booked_without_script()
    {
        await using var site = await SiteAsync();
        await browser.WithPageAsync("book-no-script", async page =>
        {
            await page.GotoAsync("/book");
            await page.Locator(".service .button").ClickAsync();
            await page.Locator("[data-month=after]").ClickAsync();
            await page.Locator("td.free a").First.ClickAsync();
            await page.Locator(".times button").First.ClickAsync();
            await page.GetByText("Kept for you until").WaitForAsync();
            await page.FillAsync("#name", "Ada Lovelace");
            await page.FillAsync("#email", "ada@example.com");
            await page.CheckAsync("#agrees");
            await page.WaitForTimeoutAsync(3100);     // nobody who types it is quicker
            await page.Locator(".button-large").ClickAsync();
            Assert.Equal("Your session is booked", await page.TextContentAsync("h1"));
        }, new() { JavaScriptEnabled = false, ViewportSize = new() { Width = 1280, Height = 900 } }, site: site.Address);
    }

    [Fact]
    public async Task A_body_map_is_attached_only_when_it_is_ticked_and_a_hold_is_found_again_after_going_back()
    {
        await using var site = await SiteAsync();
        await browser.WithPageAsync("book-map", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.ChooseFromListAsync("temple", Unknot.Atlas.Side.Right);
            await page.GotoAsync("/book/massage");
            await page.WaitForSelectorAsync("day-picker[data-ready]");
            await page.Locator(".next-free .button").ClickAsync();
            await page.WaitForURLAsync("**/book/details/**");
            await page.GetByText("Sent is where it hurts").WaitForAsync();
            Assert.Contains("temple (right)", await page.TextContentAsync("[data-places]"), StringComparison.Ordinal);
            Assert.Equal("", await page.InputValueAsync("[data-map]"));

            await page.GotoAsync("/book/massage");
            await page.GetByRole(AriaRole.Link, new() { Name = "Go on with it" }).ClickAsync();
            await page.GetByLabel("Attach the body map I drew").CheckAsync();
            await page.FillAsync("#name", "Ada Lovelace");
            await page.FillAsync("#email", "ada@example.com");
            await page.CheckAsync("#agrees");
            await page.WaitForTimeoutAsync(3100);     // nobody who types it is quicker
            await page.Locator(".button-large").ClickAsync();
            await page.WaitForURLAsync("**/book/session/**");
        }, Desktop, site: site.Address);
        await using var scope = site.Services.CreateAsyncScope();
        var map = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Appointments.Where(each => each.State == AppointmentState.Confirmed).Select(each => each.BodyMap).SingleAsync();
        Assert.StartsWith("{\"at\":", map, StringComparison.Ordinal);
    }

    private static async Task<(string Month, string Day)> DayAsync(IPage page) =>
        (await page.TextContentAsync("#month") ?? "", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));

    private static async Task<SiteOnAPort> SiteAsync()
    {
        var site = new SiteOnAPort();
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        var service = new Service
        {
            Id = ServiceId.New(TimeProvider.System),
            Slug = "massage",
            Name = "Massage",
            Description = "With hands.",
            IsOffered = true,
            BufferBeforeMinutes = 0,
            BufferAfterMinutes = 15,
            StepMinutes = 30,
            NoticeMinutes = 48 * 60,
            WindowDays = 60,
            MoveHours = 24,
            CancelHours = 24,
            NeedsApproval = false,
            Order = 0,
        };
        service.Lengths.AddRange([new ServiceLength { ServiceId = service.Id, Minutes = 60, PriceCents = 9_000 }, new ServiceLength { ServiceId = service.Id, Minutes = 90, PriceCents = 13_000 }]);
        service.AddOns.Add(new AddOn { Id = AddOnId.New(TimeProvider.System), ServiceId = service.Id, Name = "Hot stones", Minutes = 15, PriceCents = 2_000, IsOffered = true });
        var therapist = new Therapist { Id = TherapistId.New(TimeProvider.System), Name = "Thea Example", IsBookable = true, Credential = "LMT", LicenceNumber = "1", LicenceState = "NY", Npi = "" };
        db.Services.Add(service);
        db.Therapists.Add(therapist);
        await db.SaveChangesAsync();
        db.Add(new ServiceTherapist { ServiceId = service.Id, TherapistId = therapist.Id });
        db.WorkingWindows.AddRange(Enumerable.Range(1, 7).Select(day => new WorkingWindow
        {
            Id = Guid.CreateVersion7(),
            TherapistId = therapist.Id,
            Day = day,
            StartMinute = 9 * 60,
            EndMinute = 17 * 60,
            ValidFrom = DateOnly.MinValue,
            EveryWeeks = 1,
        }));
        await db.SaveChangesAsync();
        return site;
    }
}
