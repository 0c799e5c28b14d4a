using System.Net;

namespace Unknot.Web.Tests.Pages;

/// <summary>The box for words in a browser without script.</summary>
[Collection(Site.Name)]
public sealed class WordsWithoutScriptTests(SiteUnderTest site)
{
    [Fact]
    public async Task Words_tick_the_places_and_say_what_was_not_understood()
    {
        var page = await PostAsync(HttpStatusCode.OK, ("words", "behind my right eye, throbbing, flibber"), ("mark", "calf:left"), ("go", "words"));

        Assert.Matches("value=\"eye:right\"[^>]*checked", page);
        Assert.Matches("value=\"calf:left\"[^>]*checked", page);
        Assert.DoesNotMatch("value=\"eye:left\"[^>]*checked", page);
        Assert.Contains("It feels: throbbing.", page, StringComparison.Ordinal);
        Assert.Contains("Not understood: “flibber”.", page, StringComparison.Ordinal);
        Assert.Contains("behind my right eye, throbbing, flibber</textarea>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_hurt_is_carried_to_the_ranking_and_counts_there()
    {
        var marking = await PostAsync(HttpStatusCode.OK, ("words", "right temple, my neck is fine"), ("go", "words"));
        Assert.Contains("Taken as free of pain", marking, StringComparison.Ordinal);
        Assert.Matches("name=\"free\" value=\"back-of-neck:right\" checked", marking);

        var questions = await PostAsync(HttpStatusCode.OK, ("mark", "temple:right"), ("free", "back-of-neck:right"), ("go", "questions"));
        Assert.Contains("name=\"free\" value=\"back-of-neck:right\"", questions, StringComparison.Ordinal);

        var without = await PostAsync(HttpStatusCode.OK, ("mark", "temple:right"), ("go", "none"));
        var with = await PostAsync(HttpStatusCode.OK, ("mark", "temple:right"), ("free", "back-of-neck:right"), ("go", "none"));
        Assert.NotEqual(without[without.IndexOf("data-results", StringComparison.Ordinal)..], with[with.IndexOf("data-results", StringComparison.Ordinal)..]);
    }

    [Fact]
    public async Task What_was_typed_is_carried_from_step_to_step_and_back_to_the_box()
    {
        var questions = await PostAsync(HttpStatusCode.OK, ("words", "right temple, throbbing"), ("mark", "temple:right"), ("go", "questions"));
        Assert.Contains("name=\"words\" value=\"right temple, throbbing\"", questions, StringComparison.Ordinal);

        var ranking = await PostAsync(HttpStatusCode.OK, ("words", "right temple, throbbing"), ("mark", "temple:right"), ("go", "none"));
        Assert.Contains("name=\"words\" value=\"right temple, throbbing\"", ranking, StringComparison.Ordinal);

        var marking = await PostAsync(HttpStatusCode.OK, ("words", "right temple, throbbing"), ("mark", "temple:right"), ("go", "mark"));
        Assert.Contains("right temple, throbbing</textarea>", marking, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_was_unticked_does_not_come_back_from_the_words() =>
        Assert.Contains(
            "You marked: Calf, left.",
            await PostAsync(HttpStatusCode.OK, ("words", "right temple, throbbing"), ("mark", "calf:left"), ("go", "none")),
            StringComparison.Ordinal);

    [Fact]
    public async Task A_text_that_is_too_long_does_not_stop_a_ranking_of_what_is_ticked() =>
        Assert.Contains("data-results", await PostAsync(HttpStatusCode.OK, ("words", new string('x', 501)), ("mark", "calf:left"), ("go", "none")), StringComparison.Ordinal);

    [Fact]
    public async Task How_strong_it_is_said_to_be_chooses_the_strength() =>
        Assert.Matches("value=\"strong\" checked", await PostAsync(HttpStatusCode.OK, ("words", "excruciating pain in the left heel"), ("go", "words")));

    [Theory]
    [InlineData("", "Please write where it hurts")]
    [InlineData("   ", "Please write where it hurts")]
    public async Task An_empty_box_is_told(string words, string told) =>
        Assert.Contains(told, await PostAsync(HttpStatusCode.BadRequest, ("words", words), ("go", "words")), StringComparison.Ordinal);

    [Fact]
    public async Task Too_long_a_text_is_told() =>
        Assert.Contains("501 characters", await PostAsync(HttpStatusCode.BadRequest, ("words", new string('x', 501)), ("go", "words")), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_typed_is_text_and_never_markup()
    {
        var page = await PostRawAsync(("words", "<script>alert(1)</script> knee"), ("go", "words"));

        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("free", "tempel:right")]
    [InlineData("free", "<b>:left")]
    public async Task A_forged_free_place_is_refused_with_a_page(string field, string value) =>
        await PostAsync(HttpStatusCode.BadRequest, ("mark", "temple:right"), (field, value), ("go", "none"));

    private async Task<string> PostAsync(HttpStatusCode expected, params (string Name, string Value)[] fields)
    {
        var response = await site.SubmitFinderAsync(fields);
        Assert.Equal(expected, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync());
    }

    private async Task<string> PostRawAsync(params (string Name, string Value)[] fields) =>
        await (await site.SubmitFinderAsync(fields)).Content.ReadAsStringAsync();
}
