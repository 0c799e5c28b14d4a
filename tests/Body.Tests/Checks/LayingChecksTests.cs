using System.Text;
using System.Text.Json.Nodes;
using Unknot.Atlas;

namespace Unknot.Body.Tests.Checks;

/// <summary>Each check of the laid atlas, spoiled once.</summary>
public sealed class LayingChecksTests
{
    [Fact]
    public void The_atlas_that_ships_lies_well_on_the_figure() => Assert.Empty(LayingChecks.ProblemsOf(Shared.Atlas, Shared.Surface));

    [Fact]
    public void A_zone_that_reaches_no_cell_is_found()
    {
        var problems = Problems("upper-trapezius", muscle => muscle["points"]![0]!["zones"]![0]!["frequency"] = 0.001);

        Assert.Contains("muscles/upper-trapezius.json: upper-trapezius-1 zones 1: reaches no cell of the skin", problems, StringComparison.Ordinal);
    }

    [Fact]
    public void A_point_that_is_looked_for_beyond_its_muscle_is_found()
    {
        var problems = Problems("upper-trapezius", muscle =>
        {
            muscle["fibres"]!["course"] = "through";
            muscle["fibres"]!["stations"] = JsonNode.Parse("""[["navel>l3-spinous@60"], ["navel>l3-spinous@62"]]""");
        });

        Assert.Matches(@"muscles/upper-trapezius\.json: upper-trapezius-1 spreadMillimetres: is \d+, more than its fibre of \d+ mm is long", problems);
    }

    [Fact]
    public void An_endangered_place_that_a_muscle_keeps_silent_about_is_found()
    {
        var problems = Problems("gastrocnemius", muscle => muscle["endangeredPlaces"] = new JsonArray());

        Assert.Contains("is pressed on the endangered place 'calf' (Calf), which endangeredPlaces does not name", problems, StringComparison.Ordinal);
    }

    private static string Problems(string muscle, Action<JsonNode> spoil)
    {
        var path = $"muscles/{muscle}.json";
        var files = AtlasFiles.Embedded().All.Select(file => (file.Key, file.Value)).ToList();
        var node = JsonNode.Parse(files.Single(file => file.Key == path).Value.Span)!;
        spoil(node);
        files.RemoveAll(file => file.Key == path);
        files.Add((path, Encoding.UTF8.GetBytes(node.ToJsonString())));
        return string.Join('\n', LayingChecks.ProblemsOf(AtlasData.Load(AtlasFiles.From(files)), Shared.Surface));
    }
}
