using Microsoft.Playwright;
using Unknot.Atlas;

namespace Unknot.Browser.Tests;

/// <summary>
/// The whole journey by the keyboard alone, as a screen reader tells it. <c>journey.aria.txt</c> is what was read and found to make sense; whoever
/// changes what is said changes it there too, and a reviewer reads it.
/// </summary>
[Collection(InTheBrowser.Name)]
public sealed class JourneyByEarTests(BrowserFixture browser)
{
    private const string Reviewed = "journey.aria.txt";
    private const int MostQuestions = 40;

    [Fact]
    public Task The_journey_is_told_as_it_was_reviewed() =>
        browser.WithPageAsync(
            "journey-by-ear",
            async page =>
            {
                var reader = await ScreenReader.ListenAsync(page);
                await MarkAsync(page, reader);
                await RankAsync(page, reader);
                await PressAsync(page, reader);
                await ReleaseAsync(page, reader);
                await LookBackAsync(page, reader);

                var difference = LineDifference.Of(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, Reviewed)), reader.Text);
                var told = Path.Combine(BrowserFixture.Results, Reviewed);
                Directory.CreateDirectory(BrowserFixture.Results);
                await File.WriteAllTextAsync(told, reader.Text);
                Assert.True(difference.Length == 0, $"A screen reader hears something else than tests/Browser.Tests/{Reviewed} says. All of it is in {told}.\n{difference}");
            },
            new() { ViewportSize = new() { Width = 1280, Height = 900 }, ReducedMotion = ReducedMotion.Reduce });

    [Fact]
    public void A_difference_shows_what_went_and_what_came()
    {
        Assert.Equal("", LineDifference.Of("a\nb\nc", "a\r\nb\r\nc"));
        Assert.Equal(
            ["…", "  c", "  d", "- e", "+ E", "  f", "  g"],
            LineDifference.Of("a\nb\nc\nd\ne\nf\ng\nh", "a\nb\nc\nd\nE\nf\ng\nh").Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    private static async Task MarkAsync(IPage page, ScreenReader reader)
    {
        var finder = new FinderPage(page);
        await finder.OpenAsync();
        await reader.HearAsync("The finder is opened", page.Locator("pain-finder"));

        await finder.TabToAsync("element.id === 'search'");
        await page.Keyboard.TypeAsync("temple");
        await page.Locator("[data-matches]:not(:empty)").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await reader.HearAsync("“temple” is typed into the search", page.Locator(".regions"));
        await finder.TabToAsync("element.value === 'temple:right'");
        await page.Keyboard.PressAsync("Space");
        await finder.IsMarkedAsync("temple", Side.Right);
        await reader.HearAsync("The right temple is ticked", page.Locator("[data-places-box]"));

        await finder.TabToAsync("element.id === 'search'", backwards: true);
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.TypeAsync("back of neck");
        await page.Locator("[data-matches]:not(:empty)").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await finder.TabToAsync("element.value === 'back-of-neck:right'");
        await page.Keyboard.PressAsync("Space");
        await finder.IsMarkedAsync("back-of-neck", Side.Right);
        await finder.TabToAsync("element.matches('[data-place=\"temple:right\"] .place-open')", backwards: true);
        await page.Keyboard.PressAsync("Enter");
        await reader.HearAsync("The back of the neck is ticked too, and the temple is opened", page.Locator("[data-places-box]"));
    }

    private static async Task RankAsync(IPage page, ScreenReader reader)
    {
        var finder = new FinderPage(page);
        await finder.TabToAsync("element.name === 'go' && element.value === 'questions'");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("pain-finder[data-step='safety']").WaitForAsync();
        await reader.HearAsync("Continue: the questions of safety", page.Locator("pain-finder"));

        await finder.TabToAsync("element.dataset.do === 'none'");
        await page.Keyboard.PressAsync("Enter");
        await finder.Results.First.WaitForAsync();
        await page.Locator("[data-check][data-key]").WaitForAsync();
        await reader.HearAsync("None of these: the ranking", page.Locator("pain-finder"));

        await finder.TabToAsync("element.matches('[data-results] > li:first-child [data-why] summary')");
        await page.Keyboard.PressAsync("Enter");
        await reader.HearAsync("Why? of the first point", finder.Results.First);
    }

    private static async Task PressAsync(IPage page, ScreenReader reader)
    {
        var finder = new FinderPage(page);
        var check = page.Locator("[data-check]");
        var backwards = true;
        for (var questions = 0; questions < MostQuestions && await check.GetAttributeAsync("data-kind") != "press"; questions++)
        {
            await AnswerAsync(page, "unknown", backwards);
            backwards = false;
        }

        await page.Locator("[data-check-way] li").First.WaitForAsync();
        await reader.HearAsync("A press test is asked for", check);
        await AnswerAsync(page, "my-pain", backwards);
        await reader.HearAsync("That is my pain", page.Locator("[data-panel='results']"));

        await finder.TabToAsync("element.dataset.do === 'enough'");
        await page.Keyboard.PressAsync("Enter");
        await new ReleasePage(page).ScreenAsync("plan");
    }

    /// <summary>Answers by the keyboard, and waits for what comes after.</summary>
    private static async Task AnswerAsync(IPage page, string answer, bool backwards)
    {
        var key = await page.Locator("[data-check]").GetAttributeAsync("data-key");
        await new FinderPage(page).TabToAsync($"element.dataset.answer === '{answer}'", backwards);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator($"[data-check]:not([data-key='{key}']), [data-check]:has([data-check-stop]:not([hidden]))").WaitForAsync();
    }

    private static async Task ReleaseAsync(IPage page, ScreenReader reader)
    {
        var (keys, release) = (new FinderPage(page), new ReleasePage(page));
        await release.OfflineReadyAsync();
        await reader.HearAsync("Enough, start: the plan", page.Locator("main"));

        await keys.TabToAsync("element.name === 'hold'");
        await page.Keyboard.PressAsync("ArrowLeft");
        await page.Keyboard.PressAsync("ArrowLeft");
        await keys.TabToAsync("element.dataset.do === 'start'", backwards: true);
        await page.Keyboard.PressAsync("Enter");
        await release.PhaseAsync("preparing");
        await page.Locator("[data-steps] li").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await reader.HearAsync("Holds of 10 seconds are chosen, and the session is started", page.Locator("main"));

        await keys.TabToAsync("element.dataset.do === 'main'");
        await page.Keyboard.PressAsync("Enter");
        await release.PhaseAsync("holding");
        for (var more = 0; more < 7; more++)
        {
            await page.Keyboard.PressAsync("ArrowUp");
        }

        await reader.HearAsync("Hold now; the arrow up seven times: too much pressure", page.Locator("[data-screen-panel='point']"));
        await release.PhaseAsync("resting");
        await reader.HearAsync("The hold is over", page.Locator("[data-screen-panel='point'] .hold"));

        var first = await release.PointAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Locator($"guided-release:not([data-point='{first}'])").WaitForAsync();
        await reader.HearAsync("The arrow to the right: the next point", page.Locator("[data-screen-panel='point'] .session-name"));
        await page.Keyboard.PressAsync("Escape");
        await release.ScreenAsync("end");
    }

    private static async Task LookBackAsync(IPage page, ScreenReader reader)
    {
        var keys = new FinderPage(page);
        await reader.HearAsync("Escape: the end", page.Locator("main"));
        await keys.TabToAsync("element.matches('[data-ratings] input')");
        for (var less = 0; less < 4; less++)
        {
            await page.Keyboard.PressAsync("ArrowLeft");
        }

        await keys.TabToAsync("element.dataset.do === 'save-ratings'");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-verdict]:not([hidden])").WaitForAsync();
        await reader.HearAsync("The temple is rated four lower, and saved", page.Locator("[data-screen-panel='end']"));

        await keys.TabToAsync("element.matches('[data-screen-panel=end] a[href=\"/progress\"]')");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("progress-diary[data-ready]").WaitForAsync();
        await reader.HearAsync("See your progress", page.Locator("main"));
    }
}
