using Microsoft.Playwright;

namespace Unknot.Browser.Tests;

[Collection(InTheBrowser.Name)]
public sealed class WordsTests(BrowserFixture browser)
{
    [Fact]
    public Task Words_mark_the_figure_and_can_be_corrected() =>
        browser.WithPageAsync("words", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.SayAsync("back of my left leg down to the calf, tingling, flibber");
            Assert.Equal(["back-of-thigh:left", "back-of-knee:left", "calf:left"], (await finder.MarkedRegionsAsync()).OrderBy(region => region[0] != 'b').ThenByDescending(region => region));
            await Assertions.Expect(finder.Heard).ToHaveTextAsync("Marked below. It feels: tingling. Not understood: “flibber”.");
            await Assertions.Expect(page.Locator("body-map[view='back']")).ToBeVisibleAsync();

            await finder.TakeBackAsync("Calf, left");
            await Assertions.Expect(page.Locator("[data-heard-painful] .chip")).ToHaveCountAsync(2);

            Assert.DoesNotContain("calf:left", await finder.MarkedRegionsAsync());
            Assert.Equal("/", new Uri(page.Url).PathAndQuery);
        });

    [Fact]
    public Task What_does_not_hurt_is_sent_with_the_question() =>
        browser.WithPageAsync("words-free", async page =>
        {
            var finder = new FinderPage(page);
            await finder.OpenAsync();
            await finder.SayAsync("right temple really hurts, but my neck is fine");
            var trace = page.WaitForRequestAsync("**/api/v1/trace");
            await finder.RankAsync();

            Assert.Contains("\"painFree\":[{\"region\":\"back-of-neck\",\"side\":\"right\"}", (await trace).PostData!, StringComparison.Ordinal);
        });
}
