using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Unknot.Web.Tests.Api;

/// <summary>Whatever is sent to be traced gets an answer in words, never a fault of the server.</summary>
[Collection(Site.Name)]
public sealed class TraceRefusalTests(SiteUnderTest site)
{
    /// <summary>Body, and what the answer must say: what is wrong, and what is allowed.</summary>
    public static readonly TheoryData<string, string[]> BadBodies = new()
    {
        { """{"regions":[{"region":"tempel","side":"right"}]}""", ["'tempel'", "temple"] },
        { """{"regions":[{"region":"Right temple!","side":"right"}]}""", ["'Right temple!'", "temple"] },
        { """{"regions":[{"region":"temple","side":"midline"}]}""", ["'midline'", "left, right"] },
        { """{"regions":[{"region":"nose","side":"left"}]}""", ["'left'", "midline"] },
        { """{"regions":[{"region":"temple","side":"RIGHT"}]}""", ["'RIGHT'", "left, right"] },
        { """{"regions":[{"region":"temple","side":"right","intensity":0}]}""", ["0", "above 0, at most 1"] },
        { """{"regions":[{"region":"temple","side":"right","intensity":-0.1}]}""", ["-0.1", "above 0, at most 1"] },
        { """{"regions":[{"region":"temple","side":"right","intensity":1.01}]}""", ["1.01", "above 0, at most 1"] },
        { """{"regions":[{"region":"temple","side":"right","intensity":1e999}]}""", ["out of range", "above 0, at most 1"] },
        { """{"cells":[{"cell":-1}]}""", ["-1", "0 to "] },
        { """{"cells":[{"cell":1000000}]}""", ["1000000", "0 to "] },
        { """{"cells":[{"cell":5},{"cell":5}]}""", ["given twice"] },
        { """{"regions":[{"region":"temple","side":"right"},{"region":"temple","side":"right"}]}""", ["given twice"] },
        { """{"regions":[{"region":"temple","side":"right"}],"painFree":[{"region":"temple","side":"right"}]}""", ["both painful and pain-free"] },
        { """{"regions":[{"region":"temple","side":"right"}],"painFree":[{"region":"shine","side":"right"}]}""", ["'shine'", "shin"] },
        { """{"regions":[],"cells":[],"painFree":[]}""", ["Nothing is marked"] },
        { "{}", ["Nothing is marked"] },
        { """{"painFree":[{"region":"temple","side":"right"}]}""", ["Nothing is marked"] },
        { """{"regions":[null]}""", ["null"] },
        { "", ["missing", "regions"] },
        { "null", ["missing", "regions"] },
        { "{", ["not JSON", "line 1"] },
        { "{\"regions\":[}", ["not JSON", "line 1"] },
        { "temple:right", ["not JSON"] },
        { "[]", ["wrong type", "regions"] },
        { "7", ["wrong type", "regions"] },
        { """{"regions":"temple"}""", ["'regions'", "wrong type"] },
        { """{"regions":null}""", ["'regions'", "wrong type"] },
        { """{"regions":[{"region":"temple","side":"right","intensity":"1"}]}""", ["'regions[0].intensity'", "wrong type"] },
        { """{"regions":[{"region":5,"side":"right"}]}""", ["'regions[0].region'", "wrong type"] },
        { """{"regions":[{"region":null,"side":"right"}]}""", ["'regions[0].region'", "wrong type"] },
        { """{"regions":[{"region":"temple"}]}""", ["'regions[0]'", "lacks a required field"] },
        { """{"cells":[{"cell":1.5}]}""", ["'cells[0].cell'", "wrong type"] },
        { """{"cells":[{"cell":99999999999}]}""", ["'cells[0].cell'", "wrong type"] },
        { """{"regions":[{"region":"temple","side":"right","strength":1}]}""", ["strength", "not a known field"] },
        { """{"Regions":[]}""", ["'Regions'", "not a known field"] },
        { """{"regions":[],"regions":[]}""", ["given twice"] },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task A_wrong_body_is_refused_with_a_problem_that_says_what_is_wrong_and_what_is_allowed(string body, string[] said)
    {
        var response = await site.TraceAsync(body);

        var detail = await DetailOfAsync(response, HttpStatusCode.BadRequest);
        Assert.All(said, words => Assert.Contains(words, detail, StringComparison.Ordinal));
        Assert.DoesNotContain("Unknot.", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_painted_cell_in_a_pain_free_region_is_refused()
    {
        var regions = await site.GetJsonAsync("/api/v1/regions");
        var temple = regions["regions"]!.AsArray().Single(region => (string)region!["id"]! == "temple")!;
        var cell = (int)temple["sides"]!.AsArray().Single(side => (string)side!["side"]! == "right")!["cells"]![0]!;

        var response = await site.TraceAsync($$"""{"cells":[{"cell":{{cell}}}],"painFree":[{"region":"temple","side":"right"}]}""");

        Assert.Contains("temple:right is pain-free", await DetailOfAsync(response, HttpStatusCode.BadRequest), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_findings_than_there_are_places_are_refused()
    {
        var many = string.Join(',', Enumerable.Repeat("""{"region":"temple","side":"right"}""", 2000));

        var response = await site.TraceAsync($$"""{"regions":[{{many}}]}""");

        var detail = await DetailOfAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains("There are 2000 entries", detail, StringComparison.Ordinal);
        Assert.Contains("at most", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_wrong_entry_is_named_by_its_place()
    {
        var response = await site.TraceAsync(
            """{"regions":[{"region":"temple","side":"right"},{"region":"nowhere","side":"right"}],"cells":[{"cell":-5,"intensity":3}]}""");

        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(["cells[0].cell", "cells[0].intensity", "regions[1].region"], problem["errors"]!.AsObject().Select(error => error.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Another_content_type_is_refused(string type)
    {
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var response = await site.Visitor.PostAsync("/api/v1/trace", content);

        Assert.Contains("application/json", await DetailOfAsync(response, HttpStatusCode.UnsupportedMediaType), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1024 * 1024 + 1)]
    [InlineData(10_000_000)]
    [InlineData(20_000_000)]
    public async Task A_body_above_one_mebibyte_is_refused(int size)
    {
        var response = await site.Visitor.PostAsync("/api/v1/trace", new StringContent(new string(' ', size), Encoding.UTF8, "application/json"));

        Assert.Contains("1 MiB", await DetailOfAsync(response, HttpStatusCode.RequestEntityTooLarge), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_one_mebibyte_is_read()
    {
        const string Drawing = """{"regions":[{"region":"temple","side":"right"}]}""";

        var response = await site.TraceAsync(Drawing.PadRight(1024 * 1024));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<string> DetailOfAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((int)status, (int)problem["status"]!);
        Assert.False(string.IsNullOrEmpty((string?)problem["title"]));
        return (string?)problem["detail"] ?? "";
    }
}
