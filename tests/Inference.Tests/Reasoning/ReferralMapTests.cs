using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Network;
using Unknot.Inference.Reasoning;

namespace Unknot.Inference.Tests.Reasoning;

/// <summary>
/// On a body of paper: the calf is four cells of 100, 100, 100 and 300 mm², the forehead one; the calf's lie in a row. The first point refers to two
/// cells of the calf, the second to one.
/// </summary>
public sealed class ReferralMapTests
{
    private static readonly ReferralMap Paper = new(
        RealModel.Atlas,
        [.. new[] { "calf:left", "calf:left", "calf:left", "calf:left", "forehead:left" }.Select(RealModel.Region)],
        [100, 100, 100, 300, 50],
        [[new(0, 0.8)], [new(0, 0.4), new(2, 0.3)], [], [], []],
        [[new(1)], [new(0), new(2)], [new(1), new(3)], [new(2)], []],
        new Brush(RealModel.Body.Surface));

    private static readonly int Calf = Paper.NumberOf(RealModel.Region("calf:left"));

    [Fact]
    public void The_mean_counts_the_whole_region() =>
        Assert.Equal([(0, 0.2), (2, 0.05)], Rounded(Paper.Mean[Calf]));

    [Fact]
    public void A_named_region_counts_the_third_that_a_point_covers_best() =>
        Assert.Equal([(0, 0.6), (2, 0.15)], Rounded(Paper.Named[Calf]));

    [Fact]
    public void Paint_counts_where_a_point_covers_it_best()
    {
        var sighting = Assert.Single(Sighting.Of(Drawings.Empty with { Cells = [new(new CellId(0), 1), new(new CellId(1), 1), new(new CellId(2), 0.5)] }, Paper));
        Assert.Equal(Calf, sighting.Region);
        Assert.Equal(250.0 / 300, sighting.Intensity, 1e-12);

        // A third of 250: the first point covers 83 of the cell in which it is strongest, the second as much of its only one.
        Assert.Equal([(0, 0.8), (2, 0.3)], Rounded(sighting.Links));

        // Half of the calf, but the whole of the stroke.
        Assert.Equal(Assumptions.Certainty(1, 250.0 / 300), sighting.Certainty, 1e-12);
    }

    [Fact]
    public void A_marked_region_that_no_point_refers_to_is_probably_not_muscular()
    {
        var ranking = new PainModel(RealModel.Atlas, Paper).Trace(Drawings.Of("forehead:left"));
        Assert.Equal(0, Assert.Single(ranking.Fits).Explained);
        Assert.Equal(0, ranking.ExplainedShare);
        Assert.True(ranking.ProbablyNotMuscular);
    }

    [Fact]
    public void Zones_inside_the_body_come_with_their_frequency_and_side()
    {
        var zones = from muscle in RealModel.Atlas.Muscles
                    from point in muscle.Points
                    from zone in point.Zones
                    where zone.Inside is not null
                    select (point.Id, Region: zone.Inside!.Value, zone.Frequency);
        Assert.NotEmpty(zones);
        Assert.All(zones, zone =>
        {
            var midline = RealModel.Atlas.Region(zone.Region).Sides == RegionSides.Midline;
            foreach (var side in RealModel.Atlas.Point(zone.Id).Muscle.Sides)
            {
                var region = RealModel.Map.NumberOf(new SidedRegion(zone.Region, midline ? Side.Midline : side));
                var point = RealModel.Map.Points.IndexOf(new SidedPoint(zone.Id, side));
                Assert.True(Assert.Single(RealModel.Map.Named[region], link => link.Node == point).Weight >= zone.Frequency);
            }
        });
    }

    [Fact]
    public void Left_and_right_are_mirror_images()
    {
        var map = RealModel.Symmetric.Map;
        for (var region = 0; region < map.Regions.Length; region++)
        {
            var mirror = map.NumberOf(Drawings.Mirrored(map.Regions[region]));
            Assert.Equal(Rounded(map.Named[region]), Rounded([.. map.Named[mirror].Select(link => link with { Node = link.Node ^ 1 }).OrderBy(link => link.Node)]));
        }
    }

    [Fact]
    public void No_cell_belongs_to_no_region() =>
        Assert.Equal(
            RealModel.Body.Surface.Cells.Sum(cell => (double)RealModel.Body.Surface.AreaOf(cell)),
            RealModel.Map.AreaOfRegion.Sum(),
            1.0);

    private static IEnumerable<(int Node, double Weight)> Rounded(ImmutableArray<Link> links) =>
        links.OrderBy(link => link.Node).Select(link => (link.Node, Math.Round(link.Weight, 6)));
}
