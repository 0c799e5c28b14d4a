using System.Net;
using System.Text.RegularExpressions;

namespace Unknot.Web.Tests.Pages;

/// <summary>The finder as a browser without script walks through it.</summary>
[Collection(Site.Name)]
public sealed partial class FinderPageTests(SiteUnderTest site)
{
    [Fact]
    public async Task The_list_has_a_box_for_every_region_on_every_side()
    {
        var page = await site.Visitor.GetStringAsync("/");
        var regions = (await site.GetJsonAsync("/api/v1/regions"))["regions"]!.AsArray();

        var expected = regions.SelectMany(region => region!["sides"]!.AsArray().Select(side => $"{(string)region["id"]!}:{(string)side!["side"]!}")).Order(StringComparer.Ordinal);
        var boxes = MarkBox().Matches(page).Select(match => match.Groups["mark"].Value).Order(StringComparer.Ordinal);

        Assert.Equal(expected, boxes);
        Assert.Contains("aria-label=\"Temple, right\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_drawing_of_the_figure_can_be_chosen()
    {
        var page = await site.Visitor.GetStringAsync("/");

        var drawn = Directory.EnumerateFiles(Path.Combine(Repository.Root, "assets", "figure"), "*.svg").Select(Path.GetFileNameWithoutExtension);
        var offered = ViewChoice().Matches(page).Select(match => match.Groups["view"].Value);
        Assert.Equal(drawn.Append("3d").Order(StringComparer.Ordinal), offered.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Regions_lead_to_questions_and_answers_to_a_ranking_with_how_to_find_and_press()
    {
        var questions = await ReadAsync(await site.SubmitFinderAsync(("mark", "temple:right"), ("strength", "strong"), ("go", "questions")));
        Assert.Contains("data-flag=\"sudden-headache\"", questions, StringComparison.Ordinal);
        Assert.Contains("name=\"mark\" value=\"temple:right\"", questions, StringComparison.Ordinal);
        Assert.DoesNotContain("data-point=", questions, StringComparison.Ordinal);

        var ranking = await ReadAsync(await site.SubmitFinderAsync(("mark", "temple:right"), ("strength", "strong"), ("go", "none")));
        Assert.Contains("You marked: Temple, right.", ranking, StringComparison.Ordinal);
        var first = Card().Matches(ranking).Take(3).Select(match => (match.Groups["muscle"].Value, match.Groups["side"].Value));
        Assert.Contains(("upper-trapezius", "right"), first);
        Assert.Contains("How to find and press it", ranking, StringComparison.Ordinal);
        Assert.Contains("Stop at once", ranking, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_questions_that_fit_the_marked_regions_are_asked()
    {
        var knee = await ReadAsync(await site.SubmitFinderAsync(("mark", "front-of-knee:left"), ("go", "questions")));

        Assert.Contains("data-flag=\"locked-knee\"", knee, StringComparison.Ordinal);
        Assert.Contains("data-flag=\"feeling-ill\"", knee, StringComparison.Ordinal);
        Assert.DoesNotContain("data-flag=\"sudden-headache\"", knee, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answers")]
    [InlineData("none")]
    public async Task A_red_flag_ends_in_a_stop_card_without_a_ranking(string go)
    {
        var page = await ReadAsync(await site.SubmitFinderAsync(("mark", "temple:right"), ("flag-sudden-headache", "yes"), ("go", go)));

        Assert.Contains("data-stop", page, StringComparison.Ordinal);
        Assert.Contains("data-care=\"emergency\"", page, StringComparison.Ordinal);
        Assert.Contains("I answered wrong", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-point=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_gravest_of_several_red_flags_decides_how_soon_care_is_needed()
    {
        var page = await ReadAsync(await site.SubmitFinderAsync(
            ("mark", "front-of-knee:left"), ("flag-locked-knee", "yes"), ("flag-sudden-weakness", "yes"), ("go", "answers")));

        Assert.Contains("data-care=\"emergency\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unanswered_question_is_asked_again()
    {
        var response = await site.SubmitFinderAsync(("mark", "temple:right"), ("flag-sudden-headache", "no"), ("go", "answers"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
        Assert.Contains("Please answer every question", page, StringComparison.Ordinal);
        Assert.DoesNotContain("data-point=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_back_to_the_list_keeps_the_marks()
    {
        var page = await ReadAsync(await site.SubmitFinderAsync(("mark", "temple:right"), ("go", "mark")));

        Assert.Matches("value=\"temple:right\"[^>]*checked", page);
        Assert.DoesNotMatch("value=\"temple:left\"[^>]*checked", page);
    }

    [Fact]
    public async Task Nothing_chosen_is_told_and_not_a_fault()
    {
        var response = await site.SubmitFinderAsync(("go", "questions"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("Please choose at least one place", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mark=tempel:right&go=questions")]
    [InlineData("mark=temple&go=none")]
    [InlineData("mark=temple:up&go=none")]
    [InlineData("mark=temple:right&go=elsewhere")]
    [InlineData("mark=%3Cscript%3E:right&go=none")]
    [InlineData("")]
    public async Task A_forged_form_is_refused_with_a_page(string form)
    {
        using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        var response = await site.Visitor.PostAsync("/", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("<script>:", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain", "x")]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data; boundary=x", "junk")]
    public async Task What_is_no_form_is_refused_with_a_page(string type, string body)
    {
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var response = await site.Visitor.PostAsync("/", content);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Marks_in_the_address_are_ignored()
    {
        var page = await site.Visitor.GetStringAsync("/?mark=temple:right&go=none");

        Assert.DoesNotContain("data-point=", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("value=\"temple:right\"[^>]*checked", page);
    }

    [Fact]
    public async Task Every_red_flag_is_there_for_the_script_with_its_regions_and_its_action()
    {
        var page = await site.Visitor.GetStringAsync("/");

        var flags = FlagTemplate().Matches(page);

        Assert.True(flags.Count >= 20, $"There are {flags.Count} flags.");
        Assert.All(flags, flag => Assert.NotEmpty(flag.Groups["action"].Value));
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Headers.CacheControl?.NoStore);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("name=\"mark\" value=\"(?<mark>[a-z0-9-]+:(left|right|midline))\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MarkBox();

    [GeneratedRegex("type=\"radio\" name=\"view\" value=\"(?<view>[a-z0-9-]+)\" aria-label=\"[A-Z0-9]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ViewChoice();

    [GeneratedRegex("<li class=\"result\" data-point=\"[a-z0-9-]+\" data-muscle=\"(?<muscle>[a-z-]+)\" data-side=\"(?<side>[a-z]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Card();

    [GeneratedRegex("<template data-flag=\"[a-z-]+\" data-regions=\"[a-z0-9 -]*\" data-care=\"(emergency|same-day|soon)\"\\s+data-heading=\"[^\"]+\" data-action=\"(?<action>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FlagTemplate();
}
