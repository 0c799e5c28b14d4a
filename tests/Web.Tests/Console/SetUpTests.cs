using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Shared;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Console;

/// <summary>The first start of a practice.</summary>
public sealed partial class SetUpTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_link_at_the_console_makes_one_owner_of_two_posts_at_once_and_is_shown_no_more(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        string link;
        await using (var site = new SiteOn(store))
        {
            link = await LinkAsync(site);
            using var one = SignedInClient.Stranger(site);
            using var other = SignedInClient.Stranger(site);

            var answers = await Task.WhenAll(new[] { one, other }.Select((browser, number) =>
                SignedInClient.SubmitAsync(browser, link, null, ("name", "Olivia"), ("email", $"olivia{number}@practice.example"), ("password", SignedInClient.Password))));

            Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Gone], answers.Select(answer => answer.StatusCode).Order());
            await using var db = store.Open();
            Assert.Equal(1, await db.Users.CountAsync());
            var winner = answers[0].StatusCode is HttpStatusCode.Redirect ? one : other;
            Assert.Equal(HttpStatusCode.OK, (await winner.GetAsync("/console/people")).StatusCode);
            Assert.Equal(HttpStatusCode.Gone, (await other.GetAsync(link)).StatusCode);
        }

        await using var again = new SiteOn(store);
        using var visitor = SignedInClient.Stranger(again);
        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(link)).StatusCode);
        await again.DisposeAsync();
        Assert.False(again.Shown.FirstLine.IsCompleted);
    }

    [Fact]
    public async Task Each_start_shows_another_link_while_nobody_has_an_account()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var first = new SiteOn(store);
        await using var second = new SiteOn(store);

        Assert.NotEqual(await LinkAsync(first), await LinkAsync(second));
    }

    [Theory]
    [InlineData("/console/set-up")]
    [InlineData("/console/set-up?key=")]
    [InlineData("/console/set-up?key=made-up")]
    [InlineData("/console/set-up?key=a&key=b")]
    [InlineData("/console/invitation?key=made-up")]
    [InlineData("/console/new-password?key=made-up")]
    public async Task A_link_that_nobody_made_opens_nothing(string address)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var site = new SiteOn(store);
        using var visitor = SignedInClient.Stranger(site);

        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Over_https_cookies_belong_to_this_host_alone_and_browsers_are_told_to_stay_encrypted()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var site = new SiteOn(store);
        var key = await LinkAsync(site);
        using var browser = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://practice.example") });

        var form = await browser.GetAsync(key);
        var made = await SignedInClient.SubmitAsync(browser, key, null, ("name", "Olivia"), ("email", "olivia@practice.example"), ("password", SignedInClient.Password));

        var token = Assert.Single(form.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^__Host-unknot-form=[^;]+; path=/; secure; samesite=strict; httponly$", token);
        var session = Assert.Single(made.Headers.GetValues("Set-Cookie"));
        Assert.Matches("^__Host-unknot=[^;]+; expires=[^;]+; path=/; secure; samesite=lax; httponly$", session);
        Assert.Equal("max-age=31536000", Assert.Single(made.Headers.GetValues("Strict-Transport-Security")));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/console")).StatusCode);
    }

    [Fact]
    public async Task Over_http_nothing_is_said_about_https()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var site = new SiteOn(store);
        using var visitor = SignedInClient.Stranger(site);

        var form = await visitor.GetAsync("/console/sign-in");

        Assert.False(form.Headers.Contains("Strict-Transport-Security"));
        Assert.Matches("^unknot-form=[^;]+; path=/; samesite=strict; httponly$", Assert.Single(form.Headers.GetValues("Set-Cookie")));
    }

    /// <summary>Path and query of the link, once the server has shown it.</summary>
    private static async Task<string> LinkAsync(SiteOn site)
    {
        using var visitor = SignedInClient.Stranger(site);      // starts the server
        return new Uri(Link().Match(await site.Shown.FirstLine).Value).PathAndQuery;
    }

    [GeneratedRegex(@"http://\S+/console/set-up\?key=\S{43}$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
