using System.Net;
using Unknot.Practice.People;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Console;

/// <summary>The way in and out.</summary>
public sealed class SignInTests(OwnStoreSite site) : IClassFixture<OwnStoreSite>
{
    [Fact]
    public async Task A_stranger_is_sent_to_sign_in_and_from_there_to_where_they_wanted()
    {
        using var owner = await SignedInClient.AsAsync(site);
        using var stranger = SignedInClient.Stranger(site);

        var sent = await stranger.GetAsync("/console/account");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal("/console/sign-in?returnUrl=%2Fconsole%2Faccount", sent.Headers.Location!.PathAndQuery);

        var entered = await SignedInClient.SubmitAsync(stranger, sent.Headers.Location.PathAndQuery, null, ("email", owner.Email), ("password", SignedInClient.Password), ("returnUrl", "/console/account"));
        Assert.Equal("/console/account", entered.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("/console/account")).StatusCode);

        var left = await SignedInClient.SubmitAsync(stranger, "/console/sign-out");
        Assert.Equal("/console/sign-in", left.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync("/console/account")).StatusCode);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("https:elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("console")]
    [InlineData("")]
    public async Task Nobody_is_led_to_another_site_by_signing_in(string address)
    {
        using var owner = await SignedInClient.AsAsync(site);
        using var stranger = SignedInClient.Stranger(site);

        var entered = await SignedInClient.SubmitAsync(stranger, $"/console/sign-in?returnUrl={Uri.EscapeDataString(address)}", null, ("email", owner.Email), ("password", SignedInClient.Password), ("returnUrl", address));

        Assert.Equal("/console", entered.Headers.Location!.OriginalString);
        var again = await stranger.GetAsync($"/console/sign-in?returnUrl={Uri.EscapeDataString(address)}");
        Assert.Equal("/console", again.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_get_the_same_answer()
    {
        using var owner = await SignedInClient.AsAsync(site);
        using var stranger = SignedInClient.Stranger(site);

        var wrong = await SignedInClient.SubmitAsync(stranger, "/console/sign-in", null, ("email", owner.Email), ("password", "not the right one at all"));
        var unknown = await SignedInClient.SubmitAsync(stranger, "/console/sign-in", null, ("email", "nobody@practice.example"), ("password", "not the right one at all"));

        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Equal(Comparable(await wrong.Content.ReadAsStringAsync(), owner.Email), Comparable(await unknown.Content.ReadAsStringAsync(), "nobody@practice.example"));
    }

    [Fact]
    public async Task The_eleventh_try_of_a_network_within_a_minute_is_refused_and_others_are_not()
    {
        using var guesser = SignedInClient.Stranger(site);
        using var other = SignedInClient.Stranger(site);
        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 11; attempt++)
        {
            answers.Add((await SignedInClient.SubmitAsync(guesser, $"/console/{(attempt % 2 == 0 ? "sign-in" : "SIGN-IN")}?handler=try{attempt}", null, ("email", $"{attempt}@practice.example"), ("password", "guessing"))).StatusCode);
        }

        Assert.All(answers[..10], status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[10]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignedInClient.SubmitAsync(other, "/console/sign-in", null, ("email", "x@practice.example"), ("password", "guessing"))).StatusCode);
    }

    [Fact]
    public async Task After_ten_wrong_passwords_from_many_networks_the_right_one_opens_nothing_either()
    {
        using var owner = await SignedInClient.AsAsync(site);
        for (var attempt = 0; attempt < PeopleSetup.WrongPasswords; attempt++)
        {
            using var guesser = SignedInClient.Stranger(site);
            await SignedInClient.SubmitAsync(guesser, "/console/sign-in", null, ("email", owner.Email), ("password", $"guess number {attempt}"));
        }

        using var late = SignedInClient.Stranger(site);
        var answer = await SignedInClient.SubmitAsync(late, "/console/sign-in", null, ("email", owner.Email), ("password", SignedInClient.Password));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await owner.Http.GetAsync("/console")).StatusCode);
    }

    /// <summary>Without what differs from request to request.</summary>
    private static string Comparable(string page, string email) =>
        System.Text.RegularExpressions.Regex.Replace(page.Replace(email, "", StringComparison.Ordinal), "value=\"CfDJ8[^\"]*\"", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
}
