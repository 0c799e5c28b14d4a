using System.Net;
using System.Text.Json.Nodes;
using Unknot.Practice.People;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Console;

/// <summary>One's own account: sessions, password, name, passkeys.</summary>
public sealed class SessionTests(OwnStoreSite site) : IClassFixture<OwnStoreSite>
{
    [Fact]
    public async Task An_ended_session_is_refused_with_the_next_request()
    {
        using var here = await SignedInClient.AsAsync(site);
        using var there = await SignInAgainAsync(here);
        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/console")).StatusCode);
        var id = OtherSession(await here.Http.GetStringAsync("/console/account"));

        var ended = await here.SubmitAsync("/console/account", "EndSession", ("id", id));

        Assert.Equal("/console/account?done=ended", ended.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/console")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.Http.GetAsync("/console")).StatusCode);
    }

    [Fact]
    public async Task Nobody_can_end_the_session_of_a_colleague()
    {
        using var here = await SignedInClient.AsAsync(site);
        using var there = await SignInAgainAsync(here);
        using var colleague = await SignedInClient.AsAsync(site, PracticeRole.Editor);
        var id = OtherSession(await here.Http.GetStringAsync("/console/account"));

        await colleague.SubmitAsync("/console/account", "EndSession", ("id", id));

        Assert.Equal(HttpStatusCode.OK, (await there.GetAsync("/console")).StatusCode);
    }

    [Fact]
    public async Task All_others_are_ended_at_once_and_a_cookie_from_before_opens_nothing()
    {
        using var here = await SignedInClient.AsAsync(site);
        using var there = await SignInAgainAsync(here);
        using var elsewhere = await SignInAgainAsync(here);

        await here.SubmitAsync("/console/account", "EndOthers");

        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/console")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/console")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.Http.GetAsync("/console")).StatusCode);
    }

    [Fact]
    public async Task A_stolen_cookie_is_worth_nothing_after_signing_out()
    {
        using var here = await SignedInClient.AsAsync(site);
        using var there = SignedInClient.Stranger(site);
        var entered = await SignedInClient.SubmitAsync(there, "/console/sign-in", null, ("email", here.Email), ("password", SignedInClient.Password));
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(each => each.StartsWith("unknot=", StringComparison.Ordinal)).Split(';')[0];
        await SignedInClient.SubmitAsync(there, "/console/sign-out");

        using var thief = SignedInClient.Stranger(site);
        thief.DefaultRequestHeaders.Add("Cookie", cookie);

        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync("/console")).StatusCode);
    }

    [Fact]
    public async Task A_new_password_signs_out_every_other_browser_and_is_the_only_one_that_works()
    {
        using var here = await SignedInClient.AsAsync(site);
        using var there = await SignInAgainAsync(here);
        const string fresh = "harbour lantern quietly nine";

        Assert.Equal(HttpStatusCode.BadRequest, (await here.SubmitAsync("/console/account/password", null, ("current", "not this one"), ("password", fresh))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await here.SubmitAsync("/console/account/password", null, ("current", SignedInClient.Password), ("password", "short"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await here.SubmitAsync("/console/account/password", null, ("current", SignedInClient.Password), ("password", fresh))).StatusCode);

        Assert.Equal(HttpStatusCode.OK, (await here.Http.GetAsync("/console")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/console")).StatusCode);
        using var late = SignedInClient.Stranger(site);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignedInClient.SubmitAsync(late, "/console/sign-in", null, ("email", here.Email), ("password", SignedInClient.Password))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await SignedInClient.SubmitAsync(late, "/console/sign-in", null, ("email", here.Email), ("password", fresh))).StatusCode);
    }

    [Fact]
    public async Task A_new_name_is_shown_at_once_and_stays_text()
    {
        using var here = await SignedInClient.AsAsync(site);

        await here.SubmitAsync("/console/account", "Name", ("name", "<script>alert(1)</script>"));

        var page = await here.Http.GetStringAsync("/console");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await here.SubmitAsync("/console/account", "Name", ("name", "  "))).StatusCode);
    }

    [Fact]
    public async Task The_wishes_for_a_passkey_name_this_host_and_a_new_challenge_each_time()
    {
        using var visitor = SignedInClient.Stranger(site);
        var one = JsonNode.Parse(await (await SignedInClient.SubmitAsync(visitor, "/console/sign-in", "PasskeyOptions")).Content.ReadAsStringAsync())!;
        var two = JsonNode.Parse(await (await SignedInClient.SubmitAsync(visitor, "/console/sign-in", "PasskeyOptions")).Content.ReadAsStringAsync())!;

        Assert.Equal("localhost", (string?)one["rpId"]);
        Assert.Equal("required", (string?)one["userVerification"]);
        Assert.NotEqual((string?)one["challenge"], (string?)two["challenge"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("no json")]
    [InlineData("null")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","response":{"authenticatorData":"AAAA","clientDataJSON":"AAAA","signature":"AAAA"},"clientExtensionResults":{}}""")]
    public async Task What_is_no_passkey_opens_nothing_whether_or_not_it_was_asked_for(string credential)
    {
        using var visitor = SignedInClient.Stranger(site);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignedInClient.SubmitAsync(visitor, "/console/sign-in", "Passkey", ("credential", credential))).StatusCode);
        await SignedInClient.SubmitAsync(visitor, "/console/sign-in", "PasskeyOptions");
        Assert.Equal(HttpStatusCode.Unauthorized, (await SignedInClient.SubmitAsync(visitor, "/console/sign-in", "Passkey", ("credential", credential))).StatusCode);

        using var here = await SignedInClient.AsAsync(site);
        Assert.Equal(HttpStatusCode.BadRequest, (await here.SubmitAsync("/console/account", "AddPasskey", ("name", "key"), ("credential", credential))).StatusCode);
        await here.SubmitAsync("/console/account", "PasskeyOptions");
        Assert.Equal(HttpStatusCode.BadRequest, (await here.SubmitAsync("/console/account", "AddPasskey", ("name", "key"), ("credential", credential))).StatusCode);
    }

    private async Task<HttpClient> SignInAgainAsync(SignedInClient person)
    {
        var browser = SignedInClient.Stranger(site);
        await SignedInClient.SubmitAsync(browser, "/console/sign-in", null, ("email", person.Email), ("password", SignedInClient.Password));
        return browser;
    }

    private static string OtherSession(string page) => System.Text.RegularExpressions.Regex.Match(page, "handler=EndSession\"[^>]*>\\s*<input type=\"hidden\" name=\"id\" value=\"(?<id>[^\"]+)\"", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["id"].Value;
}
