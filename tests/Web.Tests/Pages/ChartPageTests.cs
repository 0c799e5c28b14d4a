using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Unknot.Web.Tests.Pages;

[Collection(Site.Name)]
public sealed class ChartPageTests(SiteUnderTest site)
{
    [Fact]
    public async Task The_chart_lists_every_point_in_words_and_offers_every_paper()
    {
        var page = WebUtility.HtmlDecode(await site.Visitor.GetStringAsync("/chart"));

        Assert.Contains("id=\"point-1\"", page, StringComparison.Ordinal);
        Assert.Contains("Front edge, half-way along the top of the shoulder", page, StringComparison.Ordinal);
        Assert.All((string[])["/chart.pdf?paper=a4", "/chart.pdf?paper=letter", "/chart.pdf?paper=a3", "/chart.svg"], file => Assert.Contains($"href=\"{file}\"", page, StringComparison.Ordinal));
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_of_the_form_is_kept_and_handed_on_to_the_files()
    {
        var page = WebUtility.HtmlDecode(await site.Visitor.GetStringAsync("/chart?region=temple&part=&muscle=&symptom="));

        Assert.Contains("<option value=\"temple\" selected", page, StringComparison.Ordinal);
        Assert.Contains("/chart.pdf?region=temple&paper=a4", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Soleus</a>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/chart?region=tmple", HttpStatusCode.BadRequest, "temple")]
    [InlineData("/chart?symptom=headake", HttpStatusCode.BadRequest, "headache")]
    [InlineData("/chart?region=calf&part=face", HttpStatusCode.NotFound, "No point of the atlas")]
    public async Task What_cannot_be_shown_is_said_on_the_page(string address, HttpStatusCode status, string told)
    {
        var response = await site.Visitor.GetAsync(address);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains(told, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/chart.pdf?muscle=soleus", "application/pdf")]
    [InlineData("/chart.svg?muscle=soleus", "image/svg+xml")]
    public async Task A_file_is_known_again(string address, string type)
    {
        var first = await site.Visitor.GetAsync(address);
        Assert.Equal(type, first.Content.Headers.ContentType?.MediaType);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag, first.Headers.ETag.IsWeak));

        var second = await site.Visitor.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/chart.pdf?region=tmple", 400)]
    [InlineData("/chart.pdf?paper=a5", 400)]
    [InlineData("/chart.svg?build=tall", 400)]
    [InlineData("/chart.svg?region=calf&part=face", 404)]
    public async Task A_file_that_cannot_be_is_a_problem_in_words(string address, int status)
    {
        var response = await site.Visitor.GetAsync(address);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_form_prints_the_map_without_script_and_nothing_is_kept()
    {
        var response = await site.Visitor.PostAsync("/my-map", new FormUrlEncodedContent(
            [KeyValuePair.Create("point", "upper-trapezius-1:right"), KeyValuePair.Create("point", "soleus-1:left"), KeyValuePair.Create("seconds", "30")]));

        Assert.Equal("application/pdf", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Null(response.Headers.ETag);
        Assert.StartsWith("%PDF-", Encoding.Latin1.GetString(await response.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "points": [{ "point": "upper-trapezius-1", "side": "right", "seconds": 20 }], "format": "svg" }""", 200)]
    [InlineData("""{ "points": [{ "point": "upper-trapezius-1", "side": "up" }] }""", 400)]
    [InlineData("""{ "points": [{ "point": "uper-trapezius-1", "side": "left" }] }""", 400)]
    [InlineData("""{ "points": [{ "point": "upper-trapezius-1", "side": "left", "seconds": 300 }] }""", 400)]
    [InlineData("""{ "points": [{ "point": "upper-trapezius-1", "side": "left", "technique": "magic" }] }""", 400)]
    [InlineData("""{ "points": [] }""", 400)]
    [InlineData("""{ "points": [{ "point": "soleus-1", "side": "left" }], "cells": [-1] }""", 400)]
    [InlineData("""{ "points": [{ "point": "soleus-1", "side": "left" }], "regions": [{ "region": "temple", "side": "midline" }] }""", 400)]
    [InlineData("""{ "points": [{ "point": "soleus-1", "side": "left" }], "paper": "a5" }""", 400)]
    [InlineData("""{ "points": [{ "point": "soleus-1", "side": "left" }], "whose": "mine" }""", 400)]
    [InlineData("""{}""", 400)]
    public async Task The_api_prints_a_map_or_says_what_is_wrong(string json, int status)
    {
        var response = await site.Visitor.PostAsync("/api/v1/my-map", new StringContent(json, Encoding.UTF8, "application/json"));

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? "image/svg+xml" : "application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task The_qr_code_leads_to_the_site_that_was_asked()
    {
        var response = await site.Visitor.PostAsync("/api/v1/my-map", new StringContent(
            """{ "points": [{ "point": "soleus-1", "side": "left" }], "format": "svg" }""", Encoding.UTF8, "application/json"));

        Assert.Contains("localhost/release", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ranking_without_script_offers_to_print_the_map()
    {
        var response = await site.SubmitFinderAsync(("mark", "temple:right"), ("go", "none"));

        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("action=\"/my-map\"", page, StringComparison.Ordinal);
        Assert.Matches("form=\"my-map\" name=\"point\" value=\"[a-z0-9-]+:(left|right)\" checked", page);
    }
}
