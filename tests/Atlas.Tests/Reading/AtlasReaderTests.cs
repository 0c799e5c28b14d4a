using System.Text;
using System.Text.Json.Nodes;

namespace Unknot.Atlas.Tests.Reading;

public sealed class AtlasReaderTests
{
    [Fact]
    public void A_missing_file_is_named()
    {
        var atlas = new TinyAtlas();
        atlas.Remove("regions.json");

        Assert.Equal(["regions.json: is missing"], Problems(atlas));
    }

    [Fact]
    public void An_unknown_field_is_named()
    {
        var atlas = new TinyAtlas();
        atlas.TheMuscle["colour"] = "red";

        Assert.Contains("colour", Assert.Single(Problems(atlas)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_field_is_named()
    {
        var atlas = new TinyAtlas();
        atlas.TheMuscle.AsObject().Remove("nerve");

        Assert.Contains("nerve", Assert.Single(Problems(atlas)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_null_field_is_refused()
    {
        var atlas = new TinyAtlas();
        atlas.TheMuscle["nerve"] = null;

        Assert.Contains("muscles/trapezius.json", Assert.Single(Problems(atlas)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_field_is_refused()
    {
        var files = AtlasFiles.From(new TinyAtlas().Files().All
            .Select(file => (file.Key, file.Key == "causes.json" ? "{ \"items\": [], \"items\": [] }"u8.ToArray() : file.Value)));

        Assert.Contains(AtlasData.Check(files), problem => problem.File == "causes.json");
    }

    [Fact]
    public void A_wrong_id_says_what_an_id_looks_like()
    {
        var atlas = new TinyAtlas();
        atlas.First("causes.json")["id"] = "Desk Work";

        Assert.Contains("use lower-case letters and digits joined by hyphens", Assert.Single(Problems(atlas)), StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_json_is_a_problem_with_its_line()
    {
        var files = AtlasFiles.From(new TinyAtlas().Files().All
            .Select(file => (file.Key, file.Key == "causes.json" ? Encoding.UTF8.GetBytes("{\n  oops") : file.Value)));

        Assert.StartsWith("causes.json: line 2", Assert.Single(AtlasData.Check(files)).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Loading_wrong_data_says_everything_that_is_wrong()
    {
        var atlas = new TinyAtlas();
        atlas.TheMuscle["actions"] = new JsonArray();
        atlas.TheMuscle["avoid"] = new JsonArray();

        var error = Assert.Throws<AtlasDataException>(() => AtlasData.Load(atlas.Files()));

        Assert.Equal(2, error.Problems.Count);
    }

    [Fact]
    public void The_version_changes_with_the_content_and_only_with_it()
    {
        var changed = new TinyAtlas();
        changed.TheMuscle["name"] = "Another name";

        Assert.Equal(AtlasData.Load(new TinyAtlas().Files()).Version, AtlasData.Load(new TinyAtlas().Files()).Version);
        Assert.NotEqual(AtlasData.Load(new TinyAtlas().Files()).Version, AtlasData.Load(changed.Files()).Version);
    }

    [Fact]
    public void Points_are_found_with_their_muscle()
    {
        var atlas = AtlasData.Load(new TinyAtlas().Files());

        var (muscle, point) = atlas.Point(PointId.Parse("trapezius-1", null));

        Assert.Equal("trapezius", muscle.Id.ToString());
        Assert.Equal(50, point.AlongPercent);
    }

    private static List<string> Problems(TinyAtlas atlas) => [.. AtlasData.Check(atlas.Files()).Select(problem => problem.ToString())];
}
