using System.Globalization;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Unknot.Atlas;

namespace Unknot.Browser.Tests;

/// <summary>Press tests and questions: what is asked next, and what an answer does.</summary>
[Collection(InTheBrowser.Name)]
public sealed class PressTests(BrowserFixture browser)
{
    private const int MostAsked = 25;

    [Fact]
    public Task An_answer_moves_the_ranking_and_its_numbers_and_undo_brings_them_back() =>
        browser.WithPageAsync("press-answer", async page =>
        {
            var finder = await RankedAsync(page);
            await NextPressAsync(page);
            var point = await page.Locator("[data-check]").GetAttributeAsync("data-point");
            var side = await page.Locator("[data-check]").GetAttributeAsync("data-side");
            await Assertions.Expect(page.Locator("[data-check-way] li").First).ToBeVisibleAsync();
            var card = page.Locator($"[data-results] > li[data-point='{point}'][data-side='{side}']");
            var before = await ProbabilitiesAsync(page);
            await AnswerAsync(page, "my-pain");

            await Assertions.Expect(card.Locator("[data-moved]")).ToContainTextAsync(" to ");
            Assert.True(await ProbabilityAsync(card) > (before.TryGetValue($"{point}:{side}", out var was) ? was : 0));
            await Assertions.Expect(page.Locator("[data-answered] > li").Last).ToContainTextAsync("that is my pain");
            await Assertions.Expect(card.Locator("[data-why-figures]")).ToContainTextAsync("brought on your pain");
            Assert.NotEqual("", await page.Locator("[data-ranking-said]").TextContentAsync());
            await HasNoViolationAsync(page);

            await page.Locator("[data-answered] > li").Last.GetByRole(AriaRole.Button).ClickAsync();
            await Assertions.Expect(page.Locator("[data-answered]")).Not.ToContainTextAsync("that is my pain");
            await Assertions.Expect(page.Locator("[data-results]")).ToHaveAttributeAsync("aria-busy", "false");
            Assert.Equal(before, await ProbabilitiesAsync(page));
            Assert.Equal(5, await finder.Results.CountAsync());
        });

    [Fact]
    public Task What_cannot_be_reached_is_not_asked_again() =>
        browser.WithPageAsync("press-unreached", async page =>
        {
            await RankedAsync(page);
            await NextPressAsync(page);
            var key = await page.Locator("[data-check]").GetAttributeAsync("data-key");
            await AnswerAsync(page, "unknown");
            var asked = new List<string?>();
            while (asked.Count < 3 && await page.Locator("[data-check-stop]").IsHiddenAsync())
            {
                asked.Add(await page.Locator("[data-check]").GetAttributeAsync("data-key"));
                await AnswerAsync(page, "unknown");
            }

            Assert.NotEmpty(asked);
            Assert.DoesNotContain(key, asked);
            Assert.Equal(asked.Count, asked.Distinct(StringComparer.Ordinal).Count());
        });

    [Fact]
    public Task The_engine_says_when_and_why_it_has_asked_enough_and_the_answers_outlive_a_reload() =>
        browser.WithPageAsync("press-stop", async page =>
        {
            await RankedAsync(page);
            for (var answers = 0; answers < MostAsked && await page.Locator("[data-check-stop]").IsHiddenAsync(); answers++)
            {
                var isPress = await page.Locator("[data-check]").GetAttributeAsync("data-kind") == "press";
                await AnswerAsync(page, isPress ? "nothing" : "no");
            }

            await Assertions.Expect(page.Locator("[data-check-stop]")).Not.ToBeEmptyAsync();
            Assert.Contains(
                await page.Locator("[data-check-stop]").GetAttributeAsync("data-stop"),
                (string[])["sure-enough", "nothing-to-learn", "enough-asked"]);
            await HasNoViolationAsync(page);
            var answered = await page.Locator("[data-answered] > li").CountAsync();
            await page.ReloadAsync();
            await page.Locator("[data-answered] > li").First.WaitForAsync();

            Assert.Equal(answered, await page.Locator("[data-answered] > li").CountAsync());
            await page.GetByRole(AriaRole.Button, new() { Name = "Clear all" }).ClickAsync();
            await page.Locator("pain-finder[data-step='mark']").WaitForAsync();
            Assert.Null(await page.EvaluateAsync<string?>("sessionStorage.getItem('unknot-visit-checks')"));
        });

    [Fact]
    public Task By_the_keyboard_alone_an_answer_leads_to_the_next_question() =>
        browser.WithPageAsync("press-keys", async page =>
        {
            var finder = await RankedAsync(page);
            var key = await page.Locator("[data-check]").GetAttributeAsync("data-key");
            await finder.TabToAsync("element.matches('[data-answer=unknown]')");
            await page.Keyboard.PressAsync("Enter");
            await page.Locator($"[data-check]:not([data-key='{key}'])").WaitForAsync();

            await Assertions.Expect(page.Locator("[data-check-title]")).ToBeFocusedAsync();
            await finder.TabToAsync("element.matches('[data-do=enough]')");
            await page.Keyboard.PressAsync("Enter");
            await page.Locator("guided-release[data-screen='plan']").WaitForAsync();
        });

    [Fact]
    public Task On_a_phone_a_point_is_found_pressed_for_five_seconds_and_answered_by_touch() =>
        browser.WithPageAsync(
            "press-touch",
            async page =>
            {
                await RankedAsync(page);
                await NextPressAsync(page);
                await page.Locator("[data-check] [data-exactly]").TapAsync();
                await Assertions.Expect(page.Locator("[data-check] [data-exactly-words]")).ToBeVisibleAsync();
                await page.Locator("[data-hold-count]").TapAsync();
                await Assertions.Expect(page.Locator("[data-hold-said]")).ToHaveTextAsync("Press and hold …");
                await Assertions.Expect(page.Locator("[data-hold-said]")).ToHaveTextAsync("Let go. What did you feel?", new() { Timeout = 15_000 });
                var small = await page.Locator("[data-check] button:visible").EvaluateAllAsync<string[]>(
                    "buttons => buttons.filter(button => button.getBoundingClientRect().height < 44).map(button => button.textContent)");
                Assert.Empty(small);
                Assert.False(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth"));
                await page.Locator("[data-answer='only-tender']").TapAsync();
                await Assertions.Expect(page.Locator("[data-answered] > li").Last).ToContainTextAsync("sore, but different");
                await HasNoViolationAsync(page);
            },
            new() { ViewportSize = new() { Width = 390, Height = 844 }, HasTouch = true, ReducedMotion = ReducedMotion.Reduce });

    private static async Task<FinderPage> RankedAsync(IPage page)
    {
        var finder = new FinderPage(page);
        await finder.OpenAsync();
        await finder.ChooseFromListAsync("temple", Side.Right);
        await finder.RankAsync();
        await page.Locator("[data-check][data-key]").WaitForAsync();
        return finder;
    }

    /// <summary>Leaves questions unanswered until a press is asked for.</summary>
    private static async Task NextPressAsync(IPage page)
    {
        for (var questions = 0; questions < MostAsked && await page.Locator("[data-check]").GetAttributeAsync("data-kind") != "press"; questions++)
        {
            await AnswerAsync(page, "unknown");
        }

        Assert.Equal("press", await page.Locator("[data-check]").GetAttributeAsync("data-kind"));
    }

    /// <summary>Answers, and waits for what comes after.</summary>
    private static async Task AnswerAsync(IPage page, string answer)
    {
        var key = await page.Locator("[data-check]").GetAttributeAsync("data-key");
        await page.Locator($"[data-answer='{answer}']").ClickAsync();
        await page.Locator($"[data-check]:not([data-key='{key}']), [data-check]:has([data-check-stop]:not([hidden]))").WaitForAsync();
    }

    private static async Task<IReadOnlyDictionary<string, double>> ProbabilitiesAsync(IPage page)
    {
        var cards = await page.Locator("[data-results] > li").EvaluateAllAsync<string[][]>(
            "cards => cards.map(card => [`${card.dataset.point}:${card.dataset.side}`, card.dataset.probability])");
        return cards.ToDictionary(card => card[0], card => double.Parse(card[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }

    private static async Task<double> ProbabilityAsync(ILocator card) =>
        double.Parse((await card.GetAttributeAsync("data-probability"))!, CultureInfo.InvariantCulture);

    private static async Task HasNoViolationAsync(IPage page)
    {
        var scan = await page.RunAxe();
        Assert.True(scan.Violations.Length == 0, string.Join("; ", scan.Violations.Select(violation => $"{violation.Id}: {string.Join(", ", violation.Nodes.Select(node => node.Html))}")));
    }
}
