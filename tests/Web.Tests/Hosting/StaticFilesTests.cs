using System.Net;
using System.Text.RegularExpressions;

namespace Unknot.Web.Tests.Hosting;

[Collection(Site.Name)]
public sealed partial class StaticFilesTests(SiteUnderTest site)
{
    [Theory]
    [InlineData("/assets/body-half.glb", "model/gltf-binary")]
    [InlineData("/assets/figure/front.svg", "image/svg+xml")]
    [InlineData("/assets/figure/back.svg", "image/svg+xml")]
    [InlineData("/islands/finder.js", "text/javascript")]
    [InlineData("/islands/release.js", "text/javascript")]
    [InlineData("/css/base.css", "text/css")]
    [InlineData("/icons.svg", "image/svg+xml")]
    public async Task Files_have_their_type_a_tag_and_come_compressed(string address, string type)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("br");

        var response = await site.Visitor.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["br"], response.Content.Headers.ContentEncoding);
        Assert.NotNull(response.Headers.ETag);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/release")]
    public async Task Scripts_and_styles_of_a_page_are_there_and_kept_for_a_year(string address)
    {
        var page = await site.Visitor.GetStringAsync(address);
        var files = OwnFile().Matches(page).Select(match => match.Groups["file"].Value).Distinct(StringComparer.Ordinal).ToList();

        Assert.Contains(files, file => file.StartsWith("/css/", StringComparison.Ordinal));
        Assert.Contains(files, file => file.StartsWith("/islands/", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var response = await site.Visitor.GetAsync(file);
            Assert.True(response.IsSuccessStatusCode, $"{file}: {response.StatusCode}");
            Assert.Contains("immutable", response.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Files_outside_the_figure_are_not_served()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync("/assets/manifest.json")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync("/assets/..%2fUnknot.slnx")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor.GetAsync("/islands/Release.stamp")).StatusCode);
    }

    [GeneratedRegex("(src|href)=\"(?<file>/(css|islands)/[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex OwnFile();
}
