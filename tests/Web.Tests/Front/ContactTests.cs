using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Unknot.Web.Tests.Front;

public sealed partial class ContactTests(PracticeSite site) : IClassFixture<PracticeSite>
{
    [Theory]
    [InlineData("")]
    [InlineData("/es")]
    public async Task A_message_reaches_the_outbox_once_and_leaves_no_trace_in_the_logs(string language)
    {
        var secret = $"reader{language.Length}@example.org";
        var mark = await MarkAsync(language);
        site.Clock.Pass(TimeSpan.FromSeconds(4));

        var answers = new[] { await SendAsync(mark, "Ana", secret, "Knot\r\nand <b>pain</b>", language: language), await SendAsync(mark, "Ana", secret, "Knot\r\nand <b>pain</b>", language: language) };

        Assert.All(answers, answer =>
        {
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.Equal($"{language}/contact/sent", answer.Headers.Location?.ToString());
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        });
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync(answers[0].Headers.Location)).StatusCode);
        var message = await site.ReadAsync(db => db.Outbox.SingleAsync(each => each.ReplyTo == secret));
        Assert.Equal("", message.To);
        Assert.Contains("Knot\nand <b>pain</b>", message.Text, StringComparison.Ordinal);
        Assert.NotEmpty(site.Logged);
        Assert.DoesNotContain(site.Logged, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase) || line.Contains("Knot", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_the_words_are_kept()
    {
        var mark = await MarkAsync();
        site.Clock.Pass(TimeSpan.FromSeconds(4));

        var answer = await SendAsync(mark, "", "no address", "\"><script>alert(1)</script>\n  kept");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("id=\"name-problem\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"email-problem\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"no address\"", page, StringComparison.Ordinal);
        Assert.Contains(">&#xA;&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#xA;  kept</textarea>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Equal(0, await site.ReadAsync(db => db.Outbox.CountAsync(each => each.Text.Contains("kept"))));

        // The same form goes through once it is right.
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(MarkOf(page), "B", "b@example.org", "kept at last")).StatusCode);
    }

    [Fact]
    public async Task A_program_that_fills_in_everything_hears_nothing_and_leaves_nothing()
    {
        var mark = await MarkAsync();
        site.Clock.Pass(TimeSpan.FromSeconds(4));

        var answer = await SendAsync(mark, "Bot", "bot@example.org", "buy", trap: "https://spam.example");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(0, await site.ReadAsync(db => db.Outbox.CountAsync(each => each.ReplyTo == "bot@example.org")));
    }

    [Fact]
    public async Task A_form_sent_at_once_or_a_day_later_or_with_a_made_up_mark_is_shown_again_with_its_words()
    {
        var mark = await MarkAsync();
        await AssertShownAgainAsync(await SendAsync(mark, "Ana", "soon@example.org", "My words"), "very quick");
        site.Clock.Pass(TimeSpan.FromHours(25));
        var late = await SendAsync(mark, "Ana", "soon@example.org", "My words");
        await AssertShownAgainAsync(late, "open for too long");
        await AssertShownAgainAsync(await SendAsync("made-up", "Ana", "soon@example.org", "My words"), "open for too long");
        await AssertShownAgainAsync(await SendAsync("", "Ana", "soon@example.org", "My words"), "open for too long");
        Assert.Equal(0, await site.ReadAsync(db => db.Outbox.CountAsync(each => each.ReplyTo == "soon@example.org")));
        site.Clock.Pass(TimeSpan.FromSeconds(4));
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(MarkOf(await late.Content.ReadAsStringAsync()), "Ana", "soon@example.org", "My words")).StatusCode);

        static async Task AssertShownAgainAsync(HttpResponseMessage answer, string why)
        {
            var page = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(why, page, StringComparison.Ordinal);
            Assert.Contains("My words", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_no_form_is_a_bad_request()
    {
        Next();
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Visitor.PostAsync("/contact", new StringContent("{}", System.Text.Encoding.UTF8, "application/json"))).StatusCode);
    }

    private async Task<string> MarkAsync(string language = "") => MarkOf(await site.Visitor.GetStringAsync($"{language}/contact"));

    private static string MarkOf(string page) => Hidden().Match(page).Groups["mark"].Value;

    private Task<HttpResponseMessage> SendAsync(string mark, string name, string email, string message, string trap = "", string language = "")
    {
        Next();
        return site.Visitor.PostAsync($"{language}/contact", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["form"] = mark,
            ["name"] = name,
            ["email"] = email,
            ["message"] = message,
            ["website"] = trap,
        }));
    }

    /// <summary>Each request from a network of its own: how many one may send is another test.</summary>
    private void Next() => site.From = new IPAddress([10, (byte)Random(), (byte)Random(), 1]);

    private static int Random() => System.Security.Cryptography.RandomNumberGenerator.GetInt32(256);

    [GeneratedRegex("<input type=\"hidden\" name=\"form\" value=\"(?<mark>[^\"]+)\">", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}
