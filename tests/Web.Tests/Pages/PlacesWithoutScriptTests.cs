using System.Net;

namespace Unknot.Web.Tests.Pages;

/// <summary>What can be said of single places in a browser without script.</summary>
[Collection(Site.Name)]
public sealed class PlacesWithoutScriptTests(SiteUnderTest site)
{
    private static readonly (string, string)[] Temples = [("mark", "temple:right"), ("mark", "temple:left")];

    [Fact]
    public async Task Each_marked_place_has_its_strength_and_feeling_beside_the_questions()
    {
        var page = await PostAsync(HttpStatusCode.OK, [.. Temples, ("strength:temple:left", "mild"), ("feels:temple:right", "numb"), ("go", "questions")]);

        Assert.Contains("<legend>Temple, right</legend>", page, StringComparison.Ordinal);
        Assert.Matches("name=\"strength:temple:left\">(?s:.*?)value=\"mild\" selected", page);
        Assert.Matches("name=\"feels:temple:right\">(?s:.*?)value=\"numb\" selected", page);
    }

    [Fact]
    public async Task A_place_that_does_not_hurt_after_all_is_no_longer_marked_and_speaks_as_free_of_pain()
    {
        var spared = await PostAsync(HttpStatusCode.OK, [.. Temples, ("strength:temple:left", "none"), ("go", "none")]);
        var free = await PostAsync(HttpStatusCode.OK, ("mark", "temple:right"), ("free", "temple:left"), ("go", "none"));

        Assert.Contains("You marked: Temple, right.", spared, StringComparison.Ordinal);
        Assert.Equal(ResultsOf(free), ResultsOf(spared));
    }

    [Fact]
    public async Task Strength_and_feeling_of_a_place_change_the_ranking_and_go_back_to_the_marks()
    {
        var plain = await PostAsync(HttpStatusCode.OK, [.. Temples, ("go", "none")]);
        var weaker = await PostAsync(HttpStatusCode.OK, [.. Temples, ("strength:temple:left", "mild"), ("go", "none")]);
        var electric = await PostAsync(HttpStatusCode.OK, [.. Temples, ("feels:temple:left", "electric"), ("go", "none")]);

        Assert.NotEqual(ResultsOf(plain), ResultsOf(weaker));
        Assert.NotEqual(ResultsOf(plain), ResultsOf(electric));
        var marks = await PostAsync(HttpStatusCode.OK, [.. Temples, ("feels:temple:left", "electric"), ("go", "mark")]);
        Assert.Contains("name=\"feels:temple:left\" value=\"electric\"", marks, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"feels:temple:right\"", marks, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_nothing_hurts_any_more_that_is_told() =>
        Assert.Contains("Please choose at least one place that hurts.", await PostAsync(HttpStatusCode.BadRequest, ("mark", "calf:left"), ("strength:calf:left", "none"), ("go", "none")), StringComparison.Ordinal);

    [Fact]
    public async Task A_word_that_nobody_knows_is_refused() =>
        Assert.Contains("is not known", await PostAsync(HttpStatusCode.BadRequest, ("mark", "calf:left"), ("feels:calf:left", "purple"), ("go", "none")), StringComparison.Ordinal);

    [Fact]
    public async Task The_list_knows_what_people_say_for_a_place() =>
        Assert.Matches("data-region=\"upper-back-teeth\" data-words=\"[^\"]*\\btoothache\\b", await site.Visitor.GetStringAsync("/"));

    private static string ResultsOf(string page) => page[page.IndexOf("data-results", StringComparison.Ordinal)..page.IndexOf("id=\"stop-when\"", StringComparison.Ordinal)];

    private async Task<string> PostAsync(HttpStatusCode status, params (string Name, string Value)[] fields)
    {
        var response = await site.SubmitFinderAsync(fields);
        Assert.Equal(status, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }
}
