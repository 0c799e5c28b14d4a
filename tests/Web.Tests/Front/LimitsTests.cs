using System.Net;
using System.Text.Json.Nodes;

namespace Unknot.Web.Tests.Front;

public sealed class LimitsTests
{
    [Fact]
    public async Task The_sixth_message_within_a_minute_from_one_network_is_refused_with_a_page()
    {
        await using var site = new PracticeSite { From = IPAddress.Parse("198.51.100.7") };
        for (var sent = 0; sent < 5; sent++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(site)).StatusCode);
        }

        site.From = IPAddress.Parse("198.51.100.99");
        var refused = await SendAsync(site);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("60", Assert.Single(refused.Headers.GetValues("Retry-After")));
        Assert.Contains("That was too often", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync("/contact")).StatusCode);
        site.From = IPAddress.Parse("198.51.101.7");
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(site)).StatusCode);
    }

    [Fact]
    public async Task The_api_refuses_with_a_problem_document_and_is_free_for_the_machine_itself()
    {
        await using var site = new PracticeSite { From = IPAddress.Parse("2001:db8:1:200::1") };
        site.Configured["Limits:read"] = "3";
        for (var asked = 0; asked < 3; asked++)
        {
            Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync("/api/v1/regions")).StatusCode);
        }

        // The same /56, and an old address of the same API.
        site.From = IPAddress.Parse("2001:db8:1:2ff::9");
        var refused = await site.Visitor.GetAsync("/api/regions");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.Equal(429, JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["status"]!.GetValue<int>());
        Assert.True(refused.Headers.Contains("Retry-After"));

        site.From = IPAddress.Parse("2001:db8:1:300::1");
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync("/api/v1/regions")).StatusCode);
        site.From = IPAddress.Loopback;
        for (var asked = 0; asked < 5; asked++)
        {
            Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync("/api/v1/regions")).StatusCode);
        }
    }

    [Theory]
    [InlineData("Limits:contact", "many")]
    [InlineData("Limits:api", "0")]
    [InlineData("Proxies", "everybody")]
    [InlineData("Smtp:Host", "mail.example.com")]
    public async Task A_setting_that_makes_no_sense_is_named_at_the_start(string key, string value)
    {
        await using var site = new PracticeSite();
        site.Configured[key] = value;

        var trouble = Assert.ThrowsAny<InvalidOperationException>(() => site.Visitor);

        Assert.Contains(key, trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_proxy_that_is_trusted_may_say_who_asks()
    {
        await using var site = new PracticeSite { From = IPAddress.Parse("10.1.2.3") };
        site.Configured["Limits:contact"] = "1";
        site.Configured["Proxies"] = "10.1.0.0/16";
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(site, "203.0.113.1")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(site, "192.0.2.1")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(site, "203.0.113.2")).StatusCode);

        site.From = IPAddress.Parse("10.2.2.3");
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(site, "198.51.100.1")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await SendAsync(site, "198.51.101.1")).StatusCode);
    }

    private static async Task<HttpResponseMessage> SendAsync(PracticeSite site, string? forwardedFor = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/contact") { Content = new FormUrlEncodedContent([]) };
        if (forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        return await site.Visitor.SendAsync(request);
    }
}
