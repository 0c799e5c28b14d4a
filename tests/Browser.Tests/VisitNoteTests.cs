using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Practice.Visits;

namespace Unknot.Browser.Tests;

/// <summary>The note of a visit: written, signed and amended by keyboard, and every page about clients for everybody.</summary>
[Collection(InTheBrowser.Name)]
public sealed class VisitNoteTests(BrowserFixture browser)
{
    private const int MostTabs = 80;

    [Fact]
    public async Task A_note_is_written_signed_and_amended_by_keyboard()
    {
        await using var site = new SiteOnAPort();
        var visit = await VisitAsync(site);
        await browser.WithPageAsync("visit-note", async page =>
        {
            await ConsolePage.SetUpAsync(site, page);
            await page.GotoAsync($"/console/clients/visits/{visit}");
            await WriteAsync(page, "#subjective", "Headache since Monday.");
            await WriteAsync(page, "#plan", "Heat at home.");

            await WriteAsync(page, "#find", "upper trap right");
            await page.Keyboard.PressAsync("ArrowDown");
            await page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(page.Locator("#finding-1 [name=found]")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("f");
            await WriteAsync(page, "#finding-1 [name=seconds]", "30");
            await Assertions.Expect(page.Locator(".body-mark.familiar")).ToHaveCountAsync(1);

            // It is saved by itself.
            await Assertions.Expect(page.GetByText("Draft saved")).ToBeVisibleAsync(new() { Timeout = 15_000 });
            await TabToAsync(page, "#sure");
            await page.Keyboard.PressAsync("Space");
            await TabToAsync(page, "button[formaction$='handler=Sign']");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync("**?done=signed");
            await Assertions.Expect(page.GetByText("Signed by Olivia Owner")).ToBeVisibleAsync();

            await TabToAsync(page, ".visit-do a");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync("**?amend=*");
            await WriteAsync(page, "#objective", "It was the left side.");
            await TabToAsync(page, "#sure");
            await page.Keyboard.PressAsync("Space");
            await TabToAsync(page, "button[formaction$='handler=Sign']");
            await page.Keyboard.PressAsync("Enter");
            await page.WaitForURLAsync("**?done=signed");
            await Assertions.Expect(page.GetByText("Signed by Olivia Owner")).ToHaveCountAsync(2);
        }, site: site.Address);

        await using var scope = site.Services.CreateAsyncScope();
        var notes = await scope.ServiceProvider.GetRequiredService<PracticeDb>().VisitNotes.OrderBy(note => note.CreatedAtUtc).ToListAsync();
        Assert.Equal([("Headache since Monday.", ""), ("", "It was the left side.")], notes.Select(note => (note.Subjective, note.Objective)));
        var finding = Assert.Single(VisitFindings.Read(notes[0].Findings)!.Value);
        Assert.Equal("familiar pain; pressed 30 s", FindingWords.Of(finding));
        Assert.StartsWith("upper-trapezius-", finding.Point, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tap_on_the_figure_offers_the_points_there()
    {
        await using var site = new SiteOnAPort();
        var visit = await VisitAsync(site);
        await browser.WithPageAsync("visit-tap", async page =>
        {
            await ConsolePage.SetUpAsync(site, page);
            await page.GotoAsync($"/console/clients/visits/{visit}");
            var figure = (await page.Locator("[data-view=back] input").BoundingBoxAsync())!;
            await page.Mouse.ClickAsync(figure.X + (figure.Width * 0.55f), figure.Y + (figure.Height * 0.78f));
            var offered = page.Locator("[data-found] button");
            await Assertions.Expect(offered.First).ToBeFocusedAsync();
            await Assertions.Expect(offered.First).ToContainTextAsync("right");
            await offered.First.ClickAsync();
            await Assertions.Expect(page.Locator("[data-view=back] .body-mark")).ToHaveCountAsync(1);
        }, site: site.Address);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 390)]
    public async Task Every_page_about_clients_can_be_used_by_everybody(ColorScheme scheme, int width)
    {
        await using var site = new SiteOnAPort();
        var visit = await VisitAsync(site);
        await using var scope = site.Services.CreateAsyncScope();
        var client = await scope.ServiceProvider.GetRequiredService<PracticeDb>().Clients.Select(each => each.Id).SingleAsync();
        await browser.WithPageAsync($"clients-axe-{scheme}", async page =>
        {
            await ConsolePage.SetUpAsync(site, page);
            var address = $"/console/clients/visits/{visit}";
            await page.GotoAsync(address);
            await page.Locator("#find").FillAsync("trapezius");
            await ConsolePage.HasNoViolationAsync(page, "a note being written");
            await page.Locator("[data-found] button").First.ClickAsync();
            await ConsolePage.HasNoViolationAsync(page, "a note with a point");
            await page.Locator("#plan").FillAsync("Rest.");
            await page.Locator("#sure").CheckAsync();
            await page.Locator("button[formaction$='handler=Sign']").ClickAsync();
            await page.WaitForURLAsync("**?done=signed");
            await ConsolePage.HasNoViolationAsync(page, "a signed note");
            foreach (var other in new[] { "/console/clients", "/console/clients/new", $"/console/clients/{client}", $"/console/clients/{client}/edit", $"/console/clients/{client}/merge", $"/console/clients/{client}/erase" })
            {
                await page.GotoAsync(other);
                await ConsolePage.HasNoViolationAsync(page, other);
            }
        }, new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } }, site: site.Address);
    }

    private static async Task WriteAsync(IPage page, string field, string text)
    {
        await TabToAsync(page, field);
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) ?? false", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} cannot be reached with Tab");
    }

    /// <summary>A session that was given an hour ago.</summary>
    private static async Task<AppointmentId> VisitAsync(SiteOnAPort site)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PracticeDb>();
        var time = TimeProvider.System;
        var starts = time.GetUtcNow().UtcDateTime.AddHours(-1);
        var therapist = new Therapist { Id = TherapistId.New(time), Name = "Mara", IsBookable = true, Credential = "LMT", LicenceNumber = "1", LicenceState = "NY", Npi = "" };
        var client = new Client
        {
            Id = ClientId.New(time),
            Name = "Ada Sample",
            Email = "ada@example.com",
            EmailKey = "ada@example.com",
            Phone = "",
            Language = "en",
            LetterReference = "Dr. Byron",
            LetterValidUntil = DateOnly.FromDateTime(starts).AddDays(9),
            CreatedAtUtc = starts,
        };
        var visit = new Appointment
        {
            Id = AppointmentId.New(time),
            TherapistId = therapist.Id,
            StartsAtUtc = starts,
            EndsAtUtc = starts.AddHours(1),
            OccupiedFromUtc = starts,
            OccupiedToUtc = starts.AddHours(1),
            State = AppointmentState.Done,
            ClientId = client.Id,
            AddOns = "",
            PriceCents = 9_000,
            ClientNote = "My right temple.",
            BodyMap = """{"at":1,"marks":[[0,0.8],[2,0.8],[4,0.3],[6,0]],"inside":[],"places":[],"felt":["throbbing"]}""",
            ConsentVersion = "1",
            CreatedAtUtc = starts,
            Sequence = 0,
            Version = 1,
            RequestKey = Guid.NewGuid(),
        };
        db.AddRange(therapist, client, visit);
        await db.SaveChangesAsync();
        return visit.Id;
    }
}
