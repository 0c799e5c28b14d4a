using System.Net;
using System.Numerics;
using System.Text.Json.Nodes;

namespace Unknot.Web.Tests.Api;

[Collection(Site.Name)]
public sealed class RollTests(SiteUnderTest site)
{
    public static readonly TheoryData<string, string> Rolled = new()
    {
        { "rectus-femoris", "roll-quadriceps-ball" },
        { "vastus-medialis", "roll-quadriceps-ball" },
        { "vastus-lateralis", "roll-quadriceps-ball" },
        { "vastus-intermedius", "roll-quadriceps-ball" },
        { "biceps-femoris", "roll-hamstrings-ball" },
        { "semitendinosus", "roll-hamstrings-ball" },
        { "semimembranosus", "roll-hamstrings-ball" },
    };

    [Theory]
    [MemberData(nameof(Rolled))]
    public async Task A_roll_says_where_how_fast_how_long_and_how_hard(string muscle, string technique)
    {
        var roll = await site.GetJsonAsync($"/api/v1/muscles/{muscle}/rolls/{technique}");

        Assert.Equal(muscle, (string?)roll["muscle"]);
        Assert.InRange((float)roll["speed"]!["usual"]!, 20, 30);
        Assert.InRange((int)roll["holdingDiscomfort"]!, 1, 6);
        Assert.Equal((10, 20, 30, 90), ((int)roll["hold"]!["low"]!, (int)roll["hold"]!["usual"]!, (int)roll["hold"]!["high"]!, (int)roll["hold"]!["ceiling"]!));
        Assert.NotEmpty(roll["keepClear"]!.AsArray());
        foreach (var lane in roll["lanes"]!.AsArray())
        {
            var places = lane!["places"]!.AsArray().Select(place => new Vector3((float)place!["x"]!, (float)place["y"]!, (float)place["z"]!)).ToList();
            var length = (float)lane["lengthMillimetres"]!;
            Assert.Equal(length, places.Zip(places.Skip(1), Vector3.Distance).Sum(), 2f);
            Assert.All(places, place => Assert.True(place.X > 0, "The geometry is that of the left side."));
            Assert.NotEmpty(lane["pauses"]!.AsArray());
            Assert.All(lane["pauses"]!.AsArray(), pause => Assert.InRange((float)pause!["atMillimetres"]!, 0, length));
            Assert.All(lane["captions"]!.AsObject(), caption => Assert.False(string.IsNullOrWhiteSpace((string?)caption.Value), caption.Key));
        }
    }

    [Theory]
    [MemberData(nameof(Rolled))]
    public async Task A_way_of_release_says_whether_there_is_a_roll_for_it(string muscle, string technique)
    {
        var releases = (await site.GetJsonAsync($"/api/v1/muscles/{muscle}"))["releases"]!.AsArray();

        Assert.Equal([technique], releases.Where(release => (bool)release!["rolls"]!).Select(release => (string?)release!["technique"]));
    }

    [Theory]
    [InlineData("/api/v1/muscles/vastus-lateralis/rolls/thumb")]
    [InlineData("/api/v1/muscles/nothing/rolls/roll-quadriceps-ball")]
    public async Task What_is_not_rolled_is_not_found_and_what_is_rolled_is_named(string address)
    {
        var response = await site.Visitor.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("rectus-femoris/rolls/roll-quadriceps-ball", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["detail"], StringComparison.Ordinal);
    }
}
