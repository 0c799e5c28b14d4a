using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Unknot.Web.Hosting;

namespace Unknot.Web.Tests.Front;

public sealed partial class FrontTests
{
    private const string Attack = "\"'></title></script><script>alert(1)</script><img src=x onerror=alert(1)>";

    [Fact]
    public async Task Without_settings_it_is_the_products_own_site()
    {
        await using var site = new PracticeSite();

        var page = await site.Visitor.GetStringAsync("/about");

        Assert.Contains("<title>About · Unknot</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("application/ld+json", page, StringComparison.Ordinal);
        Assert.DoesNotContain("site.css", page, StringComparison.Ordinal);
        Assert.DoesNotContain("footer-practice", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "9 am to 12:30 pm, 1 pm to 5 pm", "Monday – Friday", "8 pm to 12 am")]
    [InlineData("/es", "9:00 a 12:30, 13:00 a 17:00", "Lunes – Viernes", "20:00 a 0:00")]
    public async Task The_practice_is_shown_in_both_languages(string language, string times, string days, string late)
    {
        await using var site = new PracticeSite();
        await site.SaveAsync(PracticeSite.Practice);

        foreach (var address in new[] { "/privacy", "/about", "/contact", "/" })
        {
            var page = WebUtility.HtmlDecode(await site.Visitor.GetStringAsync(language + address));
            Assert.Contains("1 Example Street", page, StringComparison.Ordinal);
            Assert.Contains("Springfield, IL 00000", page, StringComparison.Ordinal);
            Assert.Contains(times, page, StringComparison.Ordinal);
            Assert.Contains(days, page, StringComparison.Ordinal);
            Assert.Contains(late, page, StringComparison.Ordinal);
            Assert.DoesNotContain("front@example.com", page, StringComparison.Ordinal);
        }

        Assert.Contains("href=\"tel:5555550100;ext=12\"", await site.Visitor.GetStringAsync("/contact"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_engines_are_told_what_the_page_tells()
    {
        await using var site = new PracticeSite();
        await site.SaveAsync(PracticeSite.Practice);

        foreach (var address in new[] { "/", "/about", "/contact" })
        {
            var data = JsonNode.Parse(Structured().Match(await site.Visitor.GetStringAsync(address)).Groups["data"].Value)!;
            Assert.Equal("HealthAndBeautyBusiness", data["@type"]!.GetValue<string>());
            Assert.Equal("Springfield", data["address"]!["addressLocality"]!.GetValue<string>());
            Assert.Equal(3, data["openingHoursSpecification"]!.AsArray().Count);
            Assert.Equal("12:30", data["openingHoursSpecification"]![0]!["closes"]!.GetValue<string>());
            Assert.Equal(5, data["openingHoursSpecification"]![0]!["dayOfWeek"]!.AsArray().Count);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/about")]
    [InlineData("/contact")]
    [InlineData("/privacy")]
    [InlineData("/terms")]
    [InlineData("/accessibility")]
    [InlineData("/nowhere")]
    public async Task Whatever_is_written_into_the_settings_comes_out_inert(string address)
    {
        await using var site = new PracticeSite();
        await site.SaveAsync(PracticeSite.Practice with
        {
            Name = Attack,
            Tagline = Attack,
            Street = Attack,
            City = Attack,
            Region = Attack,
            About = Attack + "\n\n[x](javascript:alert(1)) ![y](https://evil.example/z.png)",
            Terms = Attack,
            PrivacyNote = Attack,
        });

        var page = await (await site.Visitor.GetAsync(address)).Content.ReadAsStringAsync();

        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img src=x", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=\"https://evil", page, StringComparison.OrdinalIgnoreCase);
        Assert.All(Structured().Matches(page), match => JsonNode.Parse(match.Groups["data"].Value));
    }

    [Fact]
    public async Task Accents_come_in_a_stylesheet_whose_address_changes_with_them()
    {
        await using var site = new PracticeSite();
        await site.SaveAsync(PracticeSite.Practice with { AccentLight = "#7a1f5c", AccentDark = "#f0a5d8" });
        var address = Colours().Match(await site.Visitor.GetStringAsync("/about")).Groups["address"].Value;

        var sheet = await site.Visitor.GetAsync(address);

        Assert.Equal("text/css", sheet.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", sheet.Headers.CacheControl?.ToString(), StringComparison.Ordinal);
        Assert.Contains("--act: #7a1f5c;", await sheet.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await site.SaveAsync(PracticeSite.Practice with { AccentLight = "#0b3d91", Version = 1 });
        Assert.NotEqual(address, Colours().Match(await site.Visitor.GetStringAsync("/about")).Groups["address"].Value);
    }

    [Fact]
    public async Task Under_maintenance_visitors_are_told_to_come_back_and_files_and_health_answer()
    {
        await using var site = new PracticeSite();
        await site.SaveAsync(PracticeSite.Practice with { UnderMaintenance = true });

        foreach (var address in new[] { "/", "/es/contact", "/muscles", "/nowhere" })
        {
            var answer = await site.Visitor.GetAsync(address);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.True(answer.Headers.Contains("Retry-After"));
            Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        }

        var api = await site.Visitor.GetAsync("/api/v1/regions");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, api.StatusCode);
        Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
        foreach (var address in new[] { "/css/base.css", "/health/live", "/health/ready", "/icon.svg" })
        {
            Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync(address)).StatusCode);
        }

        await site.SaveAsync(PracticeSite.Practice with { Version = 1 });
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Ready_means_that_the_database_is_there_and_of_this_version()
    {
        await using var site = new PracticeSite();
        Assert.Equal("ready", await site.Visitor.GetStringAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync("/es/health/ready")).StatusCode);
        await site.ReadAsync(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "UPDATE schema_versions SET fingerprint = 'x'"));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await site.Visitor.GetAsync("/health/ready")).StatusCode);
        Assert.Equal("live", await site.Visitor.GetStringAsync("/health/live"));
    }

    [Fact]
    public async Task Samples_fill_an_empty_database_once_and_name_nobody_real()
    {
        string[] args = ["--urls", "http://localhost", "--sample"];
        Assert.True(SampleData.IsAsked(ref args));
        Assert.Equal(["--urls", "http://localhost"], args);
        Assert.False(SampleData.IsAsked(ref args));
        await using var site = new PracticeSite();
        await SampleData.FillAsync(site.Services, CancellationToken.None);
        await SampleData.FillAsync(site.Services, CancellationToken.None);

        var page = await site.Visitor.GetStringAsync("/contact");

        Assert.Matches(@"\(555\) 555-01\d\d", page);
        Assert.Contains("not a real practice", await site.Visitor.GetStringAsync("/about"), StringComparison.Ordinal);
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<data>.*?)</script>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Structured();

    [GeneratedRegex("href=\"(?<address>/site\\.css\\?v=[0-9a-f]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Colours();
}
