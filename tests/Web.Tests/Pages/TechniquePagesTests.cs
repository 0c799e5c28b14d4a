using System.Net;
using System.Text.RegularExpressions;

namespace Unknot.Web.Tests.Pages;

[Collection(Site.Name)]
public sealed class TechniquePagesTests(SiteUnderTest site)
{
    [Fact]
    public async Task The_list_leads_to_every_technique_and_each_page_has_steps_dose_and_stop_rules()
    {
        var list = await site.Visitor.GetStringAsync("/techniques");
        var addresses = Regex.Matches(list, "href=\"(?<address>/techniques/[a-z-]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(match => match.Groups["address"].Value).Distinct().ToList();
        Assert.Equal(Atlas.AtlasData.Load().Techniques.Select(technique => $"/techniques/{technique.Id}").Order(), addresses.Order());

        foreach (var address in addresses)
        {
            var page = WebUtility.HtmlDecode(await site.Visitor.GetStringAsync(address));
            Assert.Contains("Step by step", page, StringComparison.Ordinal);
            Assert.Contains("What to avoid", page, StringComparison.Ordinal);
            Assert.Contains("When to stop", page, StringComparison.Ordinal);
            var technique = Atlas.AtlasData.Load().Techniques.Single(each => address == $"/techniques/{each.Id}");
            Assert.Contains(technique.Tool == Atlas.Tool.Breath ? "No pressure" : $"Never above {technique.Dose.MaxDiscomfort} of 10", page, StringComparison.Ordinal);
            Assert.Contains("Muscles it reaches", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_lists_just_the_muscles_that_the_technique_reaches_with_their_own_posture()
    {
        var page = WebUtility.HtmlDecode(await site.Visitor.GetStringAsync("/techniques/roll-hamstrings-ball"));

        foreach (var muscle in Atlas.AtlasData.Load().Muscles)
        {
            var release = muscle.Releases.FirstOrDefault(each => each.Technique.ToString() == "roll-hamstrings-ball");
            Assert.Equal(release is not null, page.Contains($"<strong>{muscle.Name}</strong>", StringComparison.Ordinal));
            Assert.Contains(release?.Posture ?? "", page, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/techniques/roll-quadriceps-ball", "rectus-femoris", "left", "/assets/figure/front.svg")]
    [InlineData("/techniques/roll-quadriceps-ball?muscle=vastus-lateralis&side=right", "vastus-lateralis", "right", "/assets/figure/right.svg")]
    [InlineData("/techniques/roll-hamstrings-ball?muscle=semitendinosus&side=left", "semitendinosus", "left", "/assets/figure/back.svg")]
    [InlineData("/techniques/roll-quadriceps-ball?muscle=nonsense&side=up", "rectus-femoris", "left", "/assets/figure/front.svg")]
    public async Task Without_script_a_rolling_page_shows_the_way_of_the_ball_as_a_still_picture(string address, string muscle, string side, string drawing)
    {
        var page = await site.Visitor.GetStringAsync(address);

        Assert.Contains($"<technique-motion class=\"motion\" id=\"motion\" muscle=\"{muscle}\"", page, StringComparison.Ordinal);
        Assert.Contains($"side=\"{side}\"", page, StringComparison.Ordinal);
        Assert.Contains($"<image href=\"{drawing}\"", page, StringComparison.Ordinal);
        Assert.Matches("<path class=\"still-lane\" d=\"M[0-9. L-]{100,}\"", page);
        Assert.Contains("class=\"still-stop\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor.GetAsync(drawing)).StatusCode);
    }

    [Fact]
    public async Task A_technique_without_a_roll_has_no_motion_and_loads_no_script_for_one()
    {
        var page = await site.Visitor.GetStringAsync("/techniques/thumb");

        Assert.DoesNotContain("<technique-motion", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/islands/technique", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/techniques/rol-quadriceps", "/techniques/roll-quadriceps-ball")]
    [InlineData("/techniques/thumbs", "/techniques/thumb")]
    [InlineData("/techniques/%3Cscript%3E", "/techniques/")]
    public async Task An_unknown_technique_is_not_found_and_the_nearest_are_offered(string address, string offered)
    {
        var response = await site.Visitor.GetAsync(address);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains($"href=\"{offered}", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
    }
}
