using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body.Tests;

public sealed class BodyAtlasTests
{
    private static BodyAtlas Body => Shared.Body;

    private static Surface Surface => Shared.Surface;

    [Fact]
    public void Every_cell_belongs_to_one_region_that_lists_it()
    {
        var listed = Shared.Atlas.Regions
            .SelectMany(region => region.AllowedSides.SelectMany(side => Body.CellsOf(new(region.Id, side))))
            .ToArray();
        Assert.Equal(Surface.CellCount, listed.Length);
        Assert.Equal(Surface.CellCount, listed.Distinct().Count());
        Assert.All(Surface.Cells, cell => Assert.Contains(cell, Body.CellsOf(Body.RegionOf(cell))));
    }

    [Fact]
    public void Every_region_of_the_skin_has_cells_and_every_region_inside_has_none() =>
        Assert.All(Shared.Atlas.Regions, region => Assert.All(region.AllowedSides, side =>
            Assert.Equal(region.Surface == RegionSurface.Inside, Body.CellsOf(new(region.Id, side)).IsEmpty)));

    [Fact]
    public void The_cells_of_a_region_hang_together_on_each_side()
    {
        foreach (var region in Shared.Atlas.Regions.Where(region => region.Surface == RegionSurface.Skin))
        {
            var cells = Body.CellsOf(new(region.Id, region.AllowedSides[0])).Where(cell => cell.Side == Side.Left).ToHashSet();
            var found = new HashSet<CellId> { cells.First() };
            var waiting = new Queue<CellId>(found);
            while (waiting.TryDequeue(out var cell))
            {
                foreach (var next in Surface.NeighboursOf(cell))
                {
                    if (cells.Contains(next) && found.Add(next))
                    {
                        waiting.Enqueue(next);
                    }
                }
            }

            Assert.True(cells.Count == found.Count, $"{region.Id} is in pieces.");
        }
    }

    [Fact]
    public void Regions_are_mirrored_and_midline_regions_own_cells_on_both_sides() =>
        Assert.All(Surface.Cells, cell =>
        {
            var (here, there) = (Body.RegionOf(cell), Body.RegionOf(cell.Mirror));
            Assert.Equal(here.Region, there.Region);
            Assert.Equal(here.Side.Mirrored(), there.Side);
            Assert.True(here.Side == Side.Midline || here.Side == cell.Side);
        });

    [Theory]
    [InlineData("temple", 72, 1660, 45)]
    [InlineData("front-of-knee", 99, 500, 55)]
    [InlineData("buttock", 90, 920, -140)]
    [InlineData("calf", 100, 370, -85)]
    [InlineData("index-finger", 438, 760, 15)]
    public void A_place_on_the_persons_left_lies_in_the_left_region_that_people_would_name(string region, float x, float y, float z)
    {
        var nearest = Surface.Cells.MinBy(cell => Vector3.Distance(Surface.CentreOf(cell), new Vector3(x, y, z)));
        Assert.Equal(new SidedRegion(RegionId.Parse(region, null), Side.Left), Body.RegionOf(nearest));
    }

    [Fact]
    public void Landmarks_of_the_skin_lie_on_the_skin_near_where_they_are_given_and_deep_ones_stay()
    {
        foreach (var landmark in Shared.Atlas.Landmarks)
        {
            var place = Place.Parse(landmark.Id.ToString());
            var given = new Vector3(landmark.Position[0], landmark.Position[1], landmark.Position[2]);
            var laid = Body.PositionOf(place, Side.Left);
            if (landmark.Layer == LandmarkLayer.Deep)
            {
                Assert.Equal(given, laid);
                continue;
            }

            Assert.InRange(Vector3.Distance(laid, Surface.Nearest(laid).Position), 0, 1);
            Assert.True(Vector3.Distance(laid, given) < 15, $"{landmark.Id} moved from {given} to {laid}.");
            Assert.Equal(laid with { X = -laid.X }, Body.PositionOf(place, Side.Right));
            Assert.Equal(landmark.IsMidline, laid.X == 0);
        }
    }

    [Fact]
    public void Points_lie_inside_the_body_on_their_fibre_and_are_mirrored()
    {
        foreach (var (muscle, point) in Shared.Atlas.Muscles.SelectMany(muscle => muscle.Points.Select(point => (muscle, point))))
        {
            var (left, right) = (Body.PlaceOf(new(point.Id, Side.Left)), Body.PlaceOf(new(point.Id, Side.Right)));
            Assert.Equal(left.Position with { X = -left.Position.X }, right.Position);
            Assert.Equal(left.OnSkin with { X = -left.OnSkin.X }, right.OnSkin);
            Assert.InRange(left.DepthMillimetres, 0.5f, 130);
            Assert.True(Vector3.Dot(left.Position - left.OnSkin, left.Normal) < 0, $"{point.Id} lies outside the body.");
            var fibre = Body.FibresOf(muscle.Id, Side.Left)[point.Fibre - 1];
            var away = fibre.Path.Zip(fibre.Path.Skip(1), (from, to) => DistanceToSegment(left.Position, from, to)).Min();
            Assert.True(away <= 1, $"{point.Id} lies {away} mm beside its fibre.");
        }
    }

    [Fact]
    public void The_fibres_of_a_further_head_follow_those_of_the_first_and_run_apart_from_them()
    {
        var calf = Shared.Atlas.Muscle(MuscleId.Parse("gastrocnemius", null));
        var fibres = Body.FibresOf(calf.Id, Side.Left);
        Assert.Equal(calf.Fibres.TotalCount, fibres.Length);
        var (inner, outer) = (fibres[..calf.Fibres.Count], fibres[calf.Fibres.Count..]);
        Assert.All(inner, fibre => Assert.All(outer, other => Assert.True(fibre.Path[fibre.Path.Length / 3].X < other.Path[other.Path.Length / 3].X)));
        Assert.All(fibres, fibre => Assert.True(Vector3.Distance(fibre.Path[^1], fibres[0].Path[^1]) < 3, "Both heads end in one tendon."));
    }

    [Fact]
    public void Fibres_stay_inside_the_skin_and_taper_towards_their_ends()
    {
        foreach (var fibre in Shared.Atlas.Muscles.SelectMany(muscle => Body.FibresOf(muscle.Id, Side.Left)))
        {
            Assert.Equal(fibre.Path.Length, fibre.RadiiMillimetres.Length);
            Assert.True(fibre.RadiiMillimetres[0] < fibre.RadiiMillimetres[fibre.Path.Length / 2]);
            Assert.True(fibre.RadiiMillimetres[^1] < fibre.RadiiMillimetres[fibre.Path.Length / 2]);
            Assert.All(fibre.Path, place =>
            {
                var skin = Surface.Nearest(place);
                Assert.True(Vector3.Dot(place - skin.Position, skin.Normal) <= 0, $"A fibre leaves the body at {place}.");
            });
        }
    }

    [Fact]
    public void Zones_are_sorted_within_their_range_and_mirrored()
    {
        foreach (var point in Shared.Atlas.Muscles.SelectMany(muscle => muscle.Points))
        {
            var (left, right) = (Body.ZoneOf(new(point.Id, Side.Left)), Body.ZoneOf(new(point.Id, Side.Right)));
            Assert.NotEmpty(left);
            Assert.Equal(left.OrderBy(weight => weight.Cell.Value).DistinctBy(weight => weight.Cell), left);
            Assert.All(left, weight => Assert.InRange(weight.Weight, 0.02f, 1));
            Assert.Equal(left.Select(weight => weight with { Cell = weight.Cell.Mirror }).ToHashSet(), right.ToHashSet());
        }
    }

    [Fact]
    public void A_zone_is_strongest_on_its_path_falls_off_and_ends_at_its_width()
    {
        var zone = LayZone(new Zone
        {
            Kind = ZoneKind.Essential,
            Path = [Place.Parse("thigh-top"), Place.Parse("thigh-low")],
            WidthMillimetres = 60,
            Frequency = 0.5,
            Grade = EvidenceGrade.Derived,
        });
        var onPath = Surface.Nearest(new(104, 700, 100)).Position;
        foreach (var cell in Surface.Cells.Where(cell => Surface.CentreOf(cell) is { X: > 0, Y: > 620 and < 780 }))
        {
            var away = MathF.Abs(Surface.CentreOf(cell).X - onPath.X);
            var weight = zone.FirstOrDefault(entry => entry.Cell == cell).Weight;
            if (away < 12 && Surface.CentreOf(cell).Z > 0)
            {
                Assert.InRange(weight, 0.3f, 0.5001f);
            }
            else if (away > 62 || Surface.CentreOf(cell).Z < -40)
            {
                Assert.InRange(weight, 0, 0.1f);
            }
        }
    }

    [Fact]
    public void Where_zones_overlap_the_stronger_one_gives_weight_and_kind()
    {
        Zone Spot(ZoneKind kind, float width) => new() { Kind = kind, Path = [Place.Parse("thigh-top")], WidthMillimetres = width, Frequency = kind == ZoneKind.Essential ? 0.8 : 0.3, Grade = EvidenceGrade.Derived };
        var zone = LayZone(Spot(ZoneKind.Essential, 60), Spot(ZoneKind.Spillover, 160));
        var centre = zone.MaxBy(weight => weight.Weight);
        Assert.Equal(ZoneKind.Essential, centre.Kind);
        Assert.InRange(centre.Weight, 0.6f, 0.8f);
        Assert.All(zone.Where(weight => weight.Kind == ZoneKind.Spillover), weight => Assert.InRange(weight.Weight, 0.02f, 0.3f));
        Assert.Contains(zone, weight => weight.Kind == ZoneKind.Spillover);
    }

    [Fact]
    public void A_stroke_from_front_to_back_of_a_limb_runs_around_it()
    {
        var zone = LayZone(new Zone
        {
            Kind = ZoneKind.Essential,
            Path = [Place.Parse("thigh-top"), Place.Parse("thigh-back")],
            WidthMillimetres = 50,
            Frequency = 0.8,
            Grade = EvidenceGrade.Derived,
        });
        Assert.Contains(zone, weight => Surface.CentreOf(weight.Cell) is { Z: > 50 });
        Assert.Contains(zone, weight => Surface.CentreOf(weight.Cell) is { Z: < -50 });
        Assert.Contains(zone, weight => Surface.CentreOf(weight.Cell) is { Z: > -25 and < 25 });
    }

    [Fact]
    public void A_point_or_muscle_that_does_not_exist_is_refused()
    {
        Assert.Throws<KeyNotFoundException>(() => Body.ZoneOf(new(PointId.Parse("no-such-point", null), Side.Left)));
        Assert.Throws<KeyNotFoundException>(() => Body.FibresOf(MuscleId.Parse("no-such-muscle", null), Side.Left));
        Assert.Throws<ArgumentOutOfRangeException>(() => Body.RegionOf(new CellId(-1)));
    }

    private static float DistanceToSegment(Vector3 place, Vector3 from, Vector3 to)
    {
        var share = Math.Clamp(Vector3.Dot(place - from, to - from) / MathF.Max(1e-6f, (to - from).LengthSquared()), 0, 1);
        return Vector3.Distance(place, Vector3.Lerp(from, to, share));
    }

    /// <summary>Lays one point with the given zones over three places of the thigh.</summary>
    private static ImmutableArray<CellWeight> LayZone(params ReadOnlySpan<Zone> zones)
    {
        static Landmark At(string id, float x, float y, float z) =>
            new() { Id = LandmarkId.Parse(id, null), Name = id, Position = [x, y, z], Layer = LandmarkLayer.Skin };

        ImmutableArray<Landmark> landmarks = [At("thigh-top", 104, 800, 100), At("thigh-low", 104, 600, 90), At("thigh-back", 104, 800, -110)];
        var template = Shared.Atlas.Muscles[0];
        ImmutableArray<ImmutableArray<Place>> line = [[Place.Parse("thigh-top")], [Place.Parse("thigh-low")]];
        var muscle = template with
        {
            Fibres = template.Fibres with { Course = FibreCourse.UnderSkin, Count = 1, Stations = line },
            Points = [template.Points[0] with { Fibre = 1, Zones = [.. zones] }],
        };
        var region = Shared.Atlas.Regions.First(region => region.Surface == RegionSurface.Skin) with { Seeds = line };
        return BodyAtlas.Lay(landmarks, [region], [muscle], Surface).ZoneOf(new(muscle.Points[0].Id, Side.Left));
    }
}
