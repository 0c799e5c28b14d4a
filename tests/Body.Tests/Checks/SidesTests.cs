using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body.Tests.Checks;

/// <summary>Left is the person's left, and nothing is mounted the wrong way round.</summary>
public sealed class SidesTests
{
    [Fact]
    public void Cells_of_left_regions_lie_on_the_left_and_those_of_right_regions_on_the_right()
    {
        foreach (var cell in Shared.Surface.Cells)
        {
            var side = Shared.Body.RegionOf(cell).Side;
            var x = Shared.Surface.CentreOf(cell).X;
            Assert.True(side == Side.Midline || (side == Side.Left) == (x > 0), $"{cell} of {Shared.Body.RegionOf(cell)} lies at x = {x}.");
        }
    }

    [Fact]
    public void Landmarks_of_the_left_half_are_left_of_the_midline_and_their_mirrors_right_of_it() =>
        Assert.All(Shared.Atlas.Landmarks.Where(landmark => !landmark.IsMidline), landmark =>
        {
            var place = Place.Parse(landmark.Id.ToString());
            Assert.True(Shared.Body.PositionOf(place, Side.Left).X > 0 && Shared.Body.PositionOf(place, Side.Right).X < 0, $"{landmark.Id}");
        });

    /// <summary>Pairs that a mirrored or turned part would swap: palms face forwards, so thumbs point away from the body.</summary>
    [Theory]
    [InlineData("thumb", "little-finger", 'x')]
    [InlineData("small-toes", "big-toe", 'x')]
    [InlineData("palm", "back-of-hand", 'z')]
    [InlineData("front-of-knee", "back-of-knee", 'z')]
    [InlineData("top-of-foot", "heel", 'z')]
    [InlineData("middle-abdomen", "low-back", 'z')]
    [InlineData("outer-elbow", "inner-elbow", 'x')]
    [InlineData("outer-thigh", "inner-thigh", 'x')]
    public void The_first_region_lies_farther_out_or_farther_forward_than_the_second(string first, string second, char axis)
    {
        Assert.True(Middle(first) > Middle(second), $"{first}: {Middle(first)}, {second}: {Middle(second)}");

        float Middle(string region) => Shared.Surface.Cells
            .Where(cell => cell.Side == Side.Left && Shared.Body.RegionOf(cell).Region.ToString() == region)
            .Select(Shared.Surface.CentreOf)
            .Average(centre => axis == 'x' ? centre.X : centre.Z);
    }

    [Fact]
    public void Mirrored_cells_have_the_same_size_and_opposite_directions() => Assert.All(Shared.Surface.Cells, cell =>
    {
        Assert.Equal(Shared.Surface.AreaOf(cell), Shared.Surface.AreaOf(cell.Mirror));
        Assert.Equal(Shared.Surface.NormalOf(cell) * new Vector3(-1, 1, 1), Shared.Surface.NormalOf(cell.Mirror));
    });

    [Fact]
    public void Regions_are_one_patch_on_each_side_and_two_patches_are_seen_as_two()
    {
        var pieces = Shared.Surface.Cells
            .GroupBy(cell => (Shared.Body.RegionOf(cell).Region, cell.Side))
            .ToDictionary(region => region.Key, region => Patches.PiecesOf(region.ToHashSet(), cell => Shared.Surface.NeighboursOf(cell)));
        Assert.DoesNotContain(pieces, region => region.Value != 1);

        var (heel, temple) = (RegionId.Parse("heel", null), RegionId.Parse("temple", null));
        var both = Shared.Body.CellsOf(new(heel, Side.Left)).Concat(Shared.Body.CellsOf(new(temple, Side.Left))).ToHashSet();
        Assert.Equal(2, Patches.PiecesOf(both, cell => Shared.Surface.NeighboursOf(cell)));
    }
}
