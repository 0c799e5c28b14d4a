using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body.Tests;

/// <summary>Regions as a clinician expects them: where they lie and that a brush can tell them apart.</summary>
public sealed class RegionTests
{
    /// <summary>The places that the regions are drawn from, moved to the skin.</summary>
    private const float FarthestSnapMillimetres = 15;

    [Fact]
    public void Every_region_of_the_skin_has_at_least_three_cells_a_side_so_that_its_outline_shows() =>
        Assert.All(
            Shared.Atlas.Regions.Where(region => region.Surface == RegionSurface.Skin),
            region => Assert.True(LeftCellsOf(region.Id).Length >= 3, $"{region.Id} has {LeftCellsOf(region.Id).Length} cells."));

    [Fact]
    public void Landmarks_of_the_skin_are_written_near_the_skin() =>
        Assert.All(Shared.Atlas.Landmarks.Where(landmark => landmark.Layer == LandmarkLayer.Skin), landmark =>
        {
            var written = new Vector3(landmark.Position[0], landmark.Position[1], landmark.Position[2]);
            var moved = Vector3.Distance(written, Shared.Body.PositionOf(Place.Parse(landmark.Id.ToString()), Side.Left));
            Assert.True(moved <= FarthestSnapMillimetres, $"{landmark.Id} is moved by {moved:0} mm.");
        });

    [Fact]
    public void Deep_landmarks_are_under_the_skin() =>
        Assert.All(Shared.Atlas.Landmarks.Where(landmark => landmark.Layer == LandmarkLayer.Deep), landmark =>
        {
            var position = new Vector3(landmark.Position[0], landmark.Position[1], landmark.Position[2]);
            var skin = Shared.Surface.Nearest(position);
            Assert.True(Vector3.Dot(skin.Position - position, skin.Normal) > 2, $"{landmark.Id} lies outside the body.");
        });

    [Theory]
    [InlineData("temple", "temple-centre")]
    [InlineData("forehead", "forehead-mid")]
    [InlineData("jaw", "gonion")]
    [InlineData("behind-ear", "mastoid")]
    [InlineData("back-of-head", "occiput-side")]
    [InlineData("back-of-neck", "beside-c5")]
    [InlineData("side-of-neck", "side-of-neck-mid")]
    [InlineData("front-of-shoulder", "front-of-shoulder")]
    [InlineData("shoulder-blade", "infraspinous-fossa")]
    [InlineData("between-shoulder-blades", "beside-t4")]
    [InlineData("low-back", "beside-l3")]
    [InlineData("sacroiliac-joint", "psis")]
    [InlineData("buttock", "buttock-centre")]
    [InlineData("outer-hip", "greater-trochanter")]
    [InlineData("front-of-thigh", "front-thigh-mid")]
    [InlineData("inner-thigh", "inner-thigh-mid")]
    [InlineData("outer-thigh", "outer-thigh-mid")]
    [InlineData("back-of-thigh", "back-thigh-mid")]
    [InlineData("front-of-knee", "patella-centre")]
    [InlineData("back-of-knee", "popliteal-centre")]
    [InlineData("calf", "calf-mid")]
    [InlineData("heel", "heel-sole")]
    [InlineData("palm", "palm-centre")]
    [InlineData("back-of-hand", "back-of-hand-centre")]
    [InlineData("arch", "arch")]
    [InlineData("top-of-foot", "top-of-foot-mid")]
    public void A_region_contains_its_best_known_place(string region, string landmark)
    {
        var place = Shared.Body.PositionOf(Place.Parse(landmark), Side.Left);
        var nearest = Shared.Surface.Cells.MinBy(cell => Vector3.DistanceSquared(Shared.Surface.CentreOf(cell), place));
        Assert.Equal(RegionId.Parse(region, null), Shared.Body.RegionOf(nearest).Region);
    }

    private static ImmutableArray<CellId> LeftCellsOf(RegionId region) =>
        [.. Shared.Surface.Cells.Where(cell => cell.Side == Side.Left && Shared.Body.RegionOf(cell).Region == region)];
}
