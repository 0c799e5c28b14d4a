using System.Net;
using System.Text.RegularExpressions;

namespace Unknot.Web.Tests.Pages;

/// <summary>Press tests and questions in a browser without script: each answer is a post that carries everything.</summary>
[Collection(Site.Name)]
public sealed partial class PressWithoutScriptTests(SiteUnderTest site)
{
    [Fact]
    public async Task An_answer_is_carried_changes_the_ranking_and_can_be_undone()
    {
        var first = await RankAsync();
        var yes = CheckButton().Matches(first).Select(match => match.Groups["check"].Value).First(check => check.EndsWith(":yes", StringComparison.Ordinal) || check.EndsWith(":my-pain", StringComparison.Ordinal));

        var answered = await RankAsync(("check", yes));

        Assert.Contains("What you answered", answered, StringComparison.Ordinal);
        Assert.Contains($"<input type=\"hidden\" name=\"check\" value=\"{yes}\"", answered, StringComparison.Ordinal);
        Assert.NotEqual(Percents(first), Percents(answered));
        Assert.DoesNotContain(yes, CheckButton().Matches(answered).Select(match => match.Groups["check"].Value));

        var undone = await RankAsync(("check", yes), ("undo", yes));
        Assert.Equal(Percents(first), Percents(undone));
        Assert.DoesNotContain("What you answered", undone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_reached_or_is_not_known_leads_to_something_else()
    {
        var first = await RankAsync();
        var unknown = CheckButton().Matches(first).Select(match => match.Groups["check"].Value).Single(check => check.EndsWith(":unknown", StringComparison.Ordinal));

        var next = await RankAsync(("check", unknown));

        Assert.Equal(Percents(first), Percents(next));
        Assert.NotEqual(unknown, CheckButton().Matches(next).Select(match => match.Groups["check"].Value).Single(check => check.EndsWith(":unknown", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_page_says_all_that_the_cards_say_and_starts_a_session_of_the_fewest_points()
    {
        var page = await RankAsync(("mark", "back-of-neck:right"));

        Assert.Contains("The fewest points that explain it", page, StringComparison.Ordinal);
        Assert.Contains("People with this point feel it", page, StringComparison.Ordinal);
        Assert.Contains("data-against>Against it:", page, StringComparison.Ordinal);
        Assert.Contains("1 Lower trapezius, right, then 2 Upper trapezius, right, then your pain", Tags().Replace(page, ""), StringComparison.Ordinal);
        Assert.Contains("formaction=\"/release\"", page, StringComparison.Ordinal);
        Assert.InRange(PlannedBox().Count(page), 1, 4);
    }

    [Fact]
    public async Task Pain_that_fits_no_muscle_leads_to_care_and_to_no_question()
    {
        var page = WebUtility.HtmlDecode(await ReadAsync(await site.SubmitFinderAsync(("mark", "inner-lower-leg:right"), ("go", "none"))));

        Assert.Contains("This is probably not a muscle", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-check", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-fewest", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_about_nothing_that_exists_is_refused()
    {
        var response = await site.SubmitFinderAsync(("mark", "temple:right"), ("go", "checked"), ("check", "press:no-such-point:right:my-pain"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<string> RankAsync(params (string Name, string Value)[] more) =>
        WebUtility.HtmlDecode(await ReadAsync(await site.SubmitFinderAsync([("mark", "temple:right"), ("strength", "strong"), ("go", "checked"), .. more])));

    private static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync();
    }

    private static string Percents(string page) => string.Join(' ', Percent().Matches(page).Select(match => match.Value));

    [GeneratedRegex("<button[^>]* name=\"check\" value=\"(?<check>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CheckButton();

    [GeneratedRegex("data-range>[^<]+<", RegexOptions.None, 1000)]
    private static partial Regex Percent();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex("name=\"point\" value=\"[^\"]+\" checked", RegexOptions.None, 1000)]
    private static partial Regex PlannedBox();
}
