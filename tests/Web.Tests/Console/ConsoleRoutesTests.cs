using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.StaticAssets;
using Unknot.Practice.People;
using Unknot.Web.Shared;

namespace Unknot.Web.Tests.Console;

/// <summary>What holds for every address that the application answers, read from its own routes: one that is added later is held to it too.</summary>
public sealed class ConsoleRoutesTests(OwnStoreSite site) : IClassFixture<OwnStoreSite>
{
    /// <summary>Seen before anybody is signed in.</summary>
    private static readonly string[] Entries = ["/console/sign-in", "/console/sign-out", "/console/set-up", "/console/invitation", "/console/new-password"];

    private static readonly Dictionary<string, string> OwnersOnly = new(StringComparer.Ordinal)
    {
        ["/console/people"] = PracticeRole.Owner,
        ["/console/audit"] = PracticeRole.Owner,
        ["/console/offer"] = PracticeRole.Owner,
        ["/console/connections"] = PracticeRole.Owner,
    };

    [Fact]
    public async Task Every_answer_of_every_route_carries_the_security_headers()
    {
        using var visitor = SignedInClient.Stranger(site);
        using var owner = await SignedInClient.AsAsync(site);
        var addresses = Addresses().Concat(["/nowhere", "/console/nowhere", "/problem/404", "/css/base.css", "/icon.svg"]).ToList();
        Assert.True(addresses.Count > 40, $"only {addresses.Count} routes");

        foreach (var (address, browser) in addresses.Select(address => (address, visitor)).Concat(addresses.Where(IsConsole).Select(address => (address, owner.Http))))
        {
            using var response = await browser.GetAsync(address, HttpCompletionOption.ResponseHeadersRead);
            string Header(string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : $"{address} answers without {name}";

            Assert.StartsWith("default-src 'none'; script-src 'self'; style-src 'self';", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", Header("Content-Security-Policy"), StringComparison.Ordinal);
            Assert.Equal("nosniff", Header("X-Content-Type-Options"));
            Assert.Equal("no-referrer", Header("Referrer-Policy"));
            Assert.Equal("same-origin", Header("Cross-Origin-Opener-Policy"));
            Assert.Contains("publickey-credentials-get=(self)", Header("Permissions-Policy"), StringComparison.Ordinal);
            Assert.False(response.Headers.Contains("Server"), address);
            if (IsConsole(address))
            {
                Assert.True(response.Headers.CacheControl?.NoStore, $"{address} may be stored");
                Assert.Equal("noindex, nofollow", Header("X-Robots-Tag"));
            }
            else
            {
                Assert.False(response.Headers.Contains("Set-Cookie"), $"{address} sets a cookie");
            }
        }
    }

    [Fact]
    public async Task Nobody_sees_a_page_of_the_console_without_signing_in()
    {
        using var visitor = SignedInClient.Stranger(site);
        var inside = Addresses().Where(address => IsConsole(address) && !Entries.Contains(address)).ToList();
        Assert.Contains("/console", inside);
        Assert.Contains("/console/account", inside);

        foreach (var address in inside)
        {
            var answer = await visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.StartsWith("/console/sign-in?returnUrl=", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_of_owners_are_closed_to_others()
    {
        using var owner = await SignedInClient.AsAsync(site);
        using var therapist = await SignedInClient.AsAsync(site, PracticeRole.Therapist);
        using var editor = await SignedInClient.AsAsync(site, PracticeRole.Editor);

        foreach (var address in OwnersOnly.Keys)
        {
            Assert.Equal(HttpStatusCode.OK, (await owner.Http.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await therapist.Http.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await editor.Http.GetAsync(address)).StatusCode);
            Assert.DoesNotContain($"\"{address}\"", await editor.Http.GetStringAsync("/console"), StringComparison.Ordinal);
        }

        var token = await SignedInClient.TokenAsync(editor.Http, "/console");
        var forced = await editor.Http.PostAsync("/console/people?handler=Role", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("id", editor.PersonId.ToString()), KeyValuePair.Create("role", PracticeRole.Owner)]));
        Assert.Equal(HttpStatusCode.Forbidden, forced.StatusCode);
    }

    [Fact]
    public async Task A_post_to_the_console_without_its_token_is_refused_and_so_is_one_with_the_token_of_somebody_else()
    {
        using var owner = await SignedInClient.AsAsync(site);
        using var other = await SignedInClient.AsAsync(site, PracticeRole.Editor);
        using var visitor = SignedInClient.Stranger(site);
        var foreign = await SignedInClient.TokenAsync(other.Http, "/console/account");

        foreach (var address in Addresses().Where(IsConsole))
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await owner.Http.PostAsync(address, new FormUrlEncodedContent([KeyValuePair.Create("name", "forged")]))).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await owner.Http.PostAsync(address, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", foreign)]))).StatusCode);
            Assert.Equal(HttpStatusCode.BadRequest, (await owner.Http.PostAsJsonAsync(address, new { name = "forged" })).StatusCode);
        }

        foreach (var address in Entries)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(address, new FormUrlEncodedContent([KeyValuePair.Create("email", "forged")]))).StatusCode);
        }
    }

    [Theory]
    [InlineData("/es/console")]
    [InlineData("/es/console/sign-in")]
    public async Task The_console_is_at_one_address(string address)
    {
        using var visitor = SignedInClient.Stranger(site);

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(address)).StatusCode);
    }

    private static bool IsConsole(string address) => address == "/console" || address.StartsWith("/console/", StringComparison.Ordinal);

    /// <summary>Every route that answers GET, with something in place of its parameters. Pages answer POST as well.</summary>
    private List<string> Addresses() =>
    [
        .. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET"))
            .Where(route => route.Metadata.GetMetadata<PageActionDescriptor>() is not null || route.Metadata.GetMetadata<HttpMethodMetadata>() is not null)
            .Select(route => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
            {
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternSeparatorPart separator => separator.Content,
                Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter when parameter.ParameterPolicies.Any(policy => policy.Content == "guid") => "0199a000-0000-7000-8000-000000000001",
                _ => "1",
            })))))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
