using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body.Tests;

public sealed class RollPathTests
{
    private const float HandsBreadth = 80;

    public static readonly TheoryData<string> Rolled = [.. RollsOf(Shared.Atlas).Select(item => item.Muscle.Id.ToString())];

    [Fact]
    public void The_quadriceps_and_the_hamstrings_can_be_rolled() => Assert.Equal(
        ["biceps-femoris", "rectus-femoris", "semimembranosus", "semitendinosus", "vastus-intermedius", "vastus-lateralis", "vastus-medialis"],
        RollsOf(Shared.Atlas).Select(item => item.Muscle.Id.ToString()).Order());

    [Theory]
    [MemberData(nameof(Rolled))]
    public void A_lane_lies_on_the_skin_and_its_normals_look_out_of_the_body(string muscle) => Assert.All(LanesOf(muscle), lane =>
    {
        Assert.All(lane.Places, place =>
        {
            Assert.InRange(Vector3.Distance(place.Position, Shared.Surface.Nearest(place.Position).Position), 0, 0.5f);
            Assert.InRange(place.Normal.Length(), 0.999f, 1.001f);

            // A ball's width outwards is off the body, the same inwards is in it.
            Assert.True(Vector3.Dot(place.Normal, place.Position - Shared.Surface.Nearest(place.Position + (place.Normal * -20)).Position) > -1);
        });
    });

    [Theory]
    [MemberData(nameof(Rolled))]
    public void A_lane_runs_along_the_thigh_without_turning_back(string muscle) => Assert.All(LanesOf(muscle), lane =>
    {
        var heights = lane.Places.Select(place => place.Position.Y).ToArray();
        var sign = MathF.Sign(heights[^1] - heights[0]);
        Assert.All(heights.Zip(heights.Skip(1)), step => Assert.Equal(sign, MathF.Sign(step.Second - step.First)));
    });

    [Theory]
    [MemberData(nameof(Rolled))]
    public void Places_are_equally_far_apart_and_measured_along_the_lane(string muscle) => Assert.All(LanesOf(muscle), lane =>
    {
        Assert.Equal(0, lane.Places[0].AtMillimetres);
        var steps = lane.Places.Zip(lane.Places.Skip(1), (a, b) => (Given: b.AtMillimetres - a.AtMillimetres, Measured: Vector3.Distance(a.Position, b.Position))).ToArray();
        Assert.All(steps, step => Assert.Equal(step.Measured, step.Given, 0.01f));
        Assert.All(steps, step => Assert.InRange(step.Measured, 2.5f, 5));
        Assert.Equal(lane.Places[^1].AtMillimetres, lane.LengthMillimetres);
    });

    [Theory]
    [MemberData(nameof(Rolled))]
    public void A_lane_bends_softly(string muscle) => Assert.All(LanesOf(muscle), lane =>
    {
        for (var i = 2; i < lane.Places.Length; i++)
        {
            var before = Vector3.Normalize(lane.Places[i - 1].Position - lane.Places[i - 2].Position);
            var after = Vector3.Normalize(lane.Places[i].Position - lane.Places[i - 1].Position);
            Assert.InRange(Vector3.Dot(before, after), 0.95f, 1.001f);
        }
    });

    [Theory]
    [MemberData(nameof(Rolled))]
    public void Each_point_of_the_release_is_held_once_within_its_spread(string muscle)
    {
        var (owner, release) = RollsOf(Shared.Atlas).First(item => item.Muscle.Id.ToString() == muscle);
        var lanes = RollPath.Lay(Shared.Body, owner, release, Side.Left).Lanes;
        var wanted = owner.Points.Where(point => release.Points.IsEmpty || release.Points.Contains(point.Id)).Select(point => point.Id);
        Assert.Equal(wanted.Order(ById), lanes.SelectMany(lane => lane.Pauses).Select(pause => pause.Point).Order(ById));
        Assert.All(lanes, lane => Assert.All(lane.Pauses, pause =>
        {
            var point = owner.Points.Single(each => each.Id == pause.Point);
            var held = lane.Places.MinBy(place => MathF.Abs(place.AtMillimetres - pause.AtMillimetres)).Position;
            Assert.Equal(Vector3.Distance(held, Shared.Body.PlaceOf(new(point.Id, Side.Left)).OnSkin), pause.AsideMillimetres, 0.01f);
            Assert.InRange(pause.AsideMillimetres, 0, point.SpreadMillimetres);
        }));
    }

    [Theory]
    [MemberData(nameof(Rolled))]
    public void The_right_side_mirrors_the_left(string muscle)
    {
        var (left, right) = (LanesOf(muscle), LanesOf(muscle, Side.Right));
        Assert.Equal(left.Length, right.Length);
        foreach (var (here, there) in left.Zip(right))
        {
            Assert.Equal(here.Places.Select(place => place.Position * new Vector3(-1, 1, 1)), there.Places.Select(place => place.Position));
            Assert.Equal(here.Places.Select(place => place.Normal * new Vector3(-1, 1, 1)), there.Places.Select(place => place.Normal));
            Assert.Equal(here.Pauses.Select(pause => (pause.Point.ToString(), pause.AtMillimetres)), there.Pauses.Select(pause => (pause.Point.ToString(), pause.AtMillimetres)));
        }
    }

    [Theory]
    [InlineData("rectus-femoris", 220)]
    [InlineData("vastus-lateralis", 130)]
    [InlineData("vastus-medialis", 60)]
    [InlineData("vastus-intermedius", 150)]
    [InlineData("biceps-femoris", 150)]
    [InlineData("semitendinosus", 150)]
    [InlineData("semimembranosus", 120)]
    public void A_lane_covers_the_muscle_and_stays_off_knee_groin_and_hip(string muscle, float atLeast)
    {
        var lane = Assert.Single(LanesOf(muscle));
        Assert.InRange(lane.LengthMillimetres, atLeast, 320);
        foreach (var place in lane.Places)
        {
            Assert.True(Away(place, "patella-base") >= HandsBreadth - 1, "kneecap");
            Assert.True(Away(place, "popliteal-centre") >= HandsBreadth - 1, "hollow of the knee");
            Assert.True(Away(place, "groin-centre") >= 50, "groin");
            Assert.True(Away(place, "ischial-tuberosity") >= 49, "sitting bone");
            Assert.True(Away(place, "asis") >= HandsBreadth, "front of the hip");
            Assert.True(Away(place, "greater-trochanter") >= 50, "outer hip");
        }
    }

    [Fact]
    public void Front_lanes_lie_in_front_and_back_lanes_behind()
    {
        foreach (var (muscle, front) in new[] { ("rectus-femoris", true), ("vastus-medialis", true), ("vastus-intermedius", true), ("biceps-femoris", false), ("semitendinosus", false), ("semimembranosus", false) })
        {
            Assert.All(LanesOf(muscle), lane => Assert.All(lane.Places, place => Assert.Equal(front, place.Normal.Z > 0.2f)));
        }
    }

    [Fact]
    public void A_point_that_no_lane_passes_gets_a_lane_of_its_own()
    {
        var (muscle, release) = RollsOf(Shared.Atlas).First(item => item.Muscle.Id.ToString() == "vastus-lateralis");
        var far = muscle.Points.Single(point => point.Id.ToString() == "vastus-lateralis-3");
        var path = RollPath.Lay(Shared.Body, muscle, release with { Points = [.. release.Points, far.Id] }, Side.Left);
        var own = path.Lanes[^1];
        Assert.Equal(2, path.Lanes.Length);
        Assert.Null(own.Lane);
        Assert.Equal(far.Id, Assert.Single(own.Pauses).Point);
        Assert.InRange(own.LengthMillimetres, 50, 90);
        Assert.InRange(own.Pauses[0].AsideMillimetres, 0, 6);
    }

    [Fact]
    public void A_lane_that_must_keep_clear_of_itself_is_refused()
    {
        var (muscle, release) = RollsOf(Shared.Atlas).First(item => item.Muscle.Id.ToString() == "rectus-femoris");
        var roll = release.Roll! with { KeepClear = [new() { What = "all of it", Path = [Place.Parse("front-thigh-mid")], Millimetres = 150 }] };
        var error = Assert.Throws<InvalidOperationException>(() => RollPath.Lay(Shared.Body, muscle, release with { Roll = roll }, Side.Left));
        Assert.Contains("rectus-femoris", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_without_a_roll_and_the_midline_are_refused()
    {
        var (muscle, release) = RollsOf(Shared.Atlas).First();
        Assert.Throws<ArgumentException>(() => RollPath.Lay(Shared.Body, muscle, release with { Roll = null }, Side.Left));
        Assert.Throws<ArgumentOutOfRangeException>(() => RollPath.Lay(Shared.Body, muscle, release, Side.Midline));
    }

    private static Comparer<PointId> ById { get; } = Comparer<PointId>.Create((a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));

    private static float Away(RolledPlace place, string landmark) => Vector3.Distance(place.Position, Shared.Body.PositionOf(Place.Parse(landmark), Side.Left));

    private static ImmutableArray<RolledLane> LanesOf(string muscle, Side side = Side.Left)
    {
        var (owner, release) = RollsOf(Shared.Atlas).First(item => item.Muscle.Id.ToString() == muscle);
        return RollPath.Lay(Shared.Body, owner, release, side).Lanes;
    }

    private static IEnumerable<(Muscle Muscle, Release Release)> RollsOf(AtlasData atlas) =>
        from muscle in atlas.Muscles
        from release in muscle.Releases
        where release.Roll is not null
        select (muscle, release);
}
