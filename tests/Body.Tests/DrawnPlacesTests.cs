using System.Numerics;
using System.Text.Json;
using Unknot.Atlas;
using static Unknot.Body.Tests.CommittedDrawing;

namespace Unknot.Body.Tests;

/// <summary>Whether the drawings show what they should, where they say, and on the right side.</summary>
public sealed class DrawnPlacesTests
{
    public static TheoryData<string> Names => [.. CommittedDrawing.Names];

    /// <summary>Places with the region that is drawn there. The islands read the same file and must find the same.</summary>
    public static TheoryData<string, string, string> Samples()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Shared.Root, "tests/Body.Tests/places-in-views.json")));
        var samples = new TheoryData<string, string, string>();
        foreach (var sample in file.RootElement.EnumerateArray())
        {
            samples.Add(sample.GetProperty("view").GetString()!, sample.GetProperty("landmark").GetString()!, sample.GetProperty("region").GetString()!);
        }

        return samples;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Cells_are_drawn_where_the_projection_says(string name)
    {
        var drawing = Of(name);
        var reach = name.Contains("hand", StringComparison.Ordinal) || name.Contains("foot", StringComparison.Ordinal) ? 28 : 60;
        var near = drawing.Cells.Count(cell =>
            Vector2.Distance(Polygons(cell.Value)[0][0], drawing.Project(drawing.Build.Place(Shared.Surface.CentreOf(cell.Key)))) < reach);
        Assert.InRange(near / (double)drawing.Cells.Count, 0.95, 1);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_known_place_is_drawn_in_its_region(string view, string landmark, string region)
    {
        var drawing = Of(view);
        var place = drawing.Project(new Vector3([.. Shared.Atlas.Landmarks.Single(each => each.Id.ToString() == landmark).Position]));
        var cell = drawing.CellAt(place);
        Assert.NotNull(cell);
        Assert.Equal(region, Shared.Body.RegionOf(cell.Value).Region.ToString());
        Assert.Equal(Side.Left, cell.Value.Side);
    }

    [Theory]
    [InlineData("front", "your right", "your left")]
    [InlineData("back", "your left", "your right")]
    [InlineData("broad-hips/back", "your left", "your right")]
    [InlineData("pelvis-back", "your left", "your right")]
    [InlineData("head-front", "your right", "your left")]
    [InlineData("head-back", "your left", "your right")]
    public void The_persons_sides_are_where_the_words_say(string name, string onTheLeft, string onTheRight)
    {
        var drawing = Of(name);
        Assert.Equal([onTheLeft, onTheRight], drawing.Group("labels").Elements().OrderBy(text => Number(Attribute(text, "x"))).Select(text => text.Value));
        var ofTheRight = drawing.Cells.Where(cell => cell.Key.Side == Side.Right).Average(cell => Polygons(cell.Value)[0][0].X);
        Assert.Equal(onTheLeft == "your right", ofTheRight < drawing.Width / 2);
    }

    [Theory]
    [InlineData("left", "your left side")]
    [InlineData("right", "your right side")]
    [InlineData("head-left", "left side of your head")]
    [InlineData("hand-palm-left", "your left hand, palm")]
    [InlineData("hand-back-right", "your right hand, back")]
    [InlineData("foot-sole-right", "your right foot, sole")]
    [InlineData("foot-top-left", "your left foot, top")]
    public void A_drawing_of_one_side_says_whose(string name, string words) => Assert.Equal(words, Assert.Single(Of(name).Group("labels").Elements()).Value);

    [Theory]
    [InlineData("hand-palm")]
    [InlineData("hand-back")]
    [InlineData("foot-sole")]
    [InlineData("foot-top")]
    public void A_drawing_of_a_left_limb_shows_only_left_cells_and_the_right_one_mirrors_it(string name)
    {
        var (left, right) = (Of($"{name}-left"), Of($"{name}-right"));
        Assert.All(left.Cells.Keys, cell => Assert.Equal(Side.Left, cell.Side));
        Assert.All(right.Cells.Keys, cell => Assert.Equal(Side.Right, cell.Side));
        Assert.Equal((left.Width, left.Height), (right.Width, right.Height));
        var mirrored = left.Cells.Keys.Count(cell => right.Cells.TryGetValue(cell.Mirror, out var path)
            && Vector2.Distance(Middle(path), Middle(left.Cells[cell]) with { X = left.Width - Middle(left.Cells[cell]).X }) < 1.5f);
        Assert.InRange(mirrored / (double)left.Cells.Count, 0.97, 1);
    }

    [Theory]
    [InlineData("hand-palm-left", true)]
    [InlineData("hand-back-left", false)]
    public void The_left_thumb_points_to_the_left_over_the_palm_and_to_the_right_over_the_back(string name, bool pointsLeft)
    {
        var drawing = Of(name);
        float MeanX(string region) => drawing.Cells.Where(cell => RegionOf(cell.Key) == region).Average(cell => Middle(cell.Value).X);
        Assert.Equal(pointsLeft, MeanX("thumb") < MeanX("little-finger"));
    }

    [Theory]
    [InlineData("head-front", "forehead eyebrow nose cheek mouth chin")]
    [InlineData("head-back", "back-of-head base-of-skull back-of-neck")]
    [InlineData("head-left", "temple side-of-head ear jaw jaw-joint side-of-neck behind-ear")]
    [InlineData("hand-palm-left", "palm ball-of-thumb thumb index-finger middle-finger ring-finger little-finger wrist-palm-side")]
    [InlineData("hand-back-right", "back-of-hand thumb index-finger middle-finger ring-finger little-finger wrist-back")]
    [InlineData("foot-sole-left", "heel arch ball-of-foot sole-under-big-toe sole-under-small-toes")]
    [InlineData("foot-top-right", "top-of-foot big-toe small-toes front-of-ankle")]
    [InlineData("pelvis-back", "buttock sacrum tailbone sacroiliac-joint iliac-crest gluteal-fold low-back")]
    public void A_close_up_shows_most_of_each_region_it_is_for(string name, string regions)
    {
        var seen = Of(name).Cells.Keys.ToHashSet();
        var isOneSided = name.EndsWith("left", StringComparison.Ordinal) || name.EndsWith("right", StringComparison.Ordinal);
        var side = name.EndsWith("right", StringComparison.Ordinal) ? Side.Right : Side.Left;
        foreach (var region in regions.Split(' '))
        {
            var all = Shared.Surface.Cells.Where(cell => RegionOf(cell) == region && (!isOneSided || cell.Side == side)).ToArray();
            Assert.True(all.Count(seen.Contains) >= 0.4 * all.Length, $"{name} shows {all.Count(seen.Contains)} of {all.Length} cells of {region}.");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void All_that_can_be_marked_lies_within_the_window(string name)
    {
        var drawing = Of(name);
        Assert.All(
            drawing.Cells.Values.SelectMany(Polygons).SelectMany(polygon => polygon),
            place => Assert.True(place is { X: >= 0, Y: >= 0 } && place.X <= drawing.Width && place.Y <= drawing.Height, $"{place} lies outside."));
    }

    [Fact]
    public void Every_cell_but_those_that_look_straight_at_the_other_leg_can_be_marked_in_some_view()
    {
        bool FacesTheOtherLeg(CellId cell) =>
            Shared.Surface.CentreOf(cell).Y < 800 && Shared.Surface.NormalOf(cell).X * (cell.Side == Side.Left ? -1 : 1) > 0.97f;

        var seen = CommittedDrawing.Names.Where(name => !name.Contains('/', StringComparison.Ordinal)).SelectMany(name => Of(name).Cells.Keys).ToHashSet();
        Assert.Empty(Shared.Surface.Cells.Except(seen).Where(cell => !FacesTheOtherLeg(cell)).Select(cell => $"{cell} of {Shared.Body.RegionOf(cell)}"));
    }

    private static string RegionOf(CellId cell) => Shared.Body.RegionOf(cell).Region.ToString();

    private static Vector2 Middle(System.Xml.Linq.XElement path)
    {
        var corners = Polygons(path).MaxBy(polygon => polygon.Count)!;
        return (corners.Aggregate(Vector2.Min) + corners.Aggregate(Vector2.Max)) / 2;
    }
}
