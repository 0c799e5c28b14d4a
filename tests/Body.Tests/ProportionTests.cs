using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body.Tests;

/// <summary>
/// The neutral figure stands midway between women and men as they were measured, each scaled to its height of 1,750 mm.
/// </summary>
/// <remarks>
/// Heights, hand and foot: Gordon et al., 2012 Anthropometric Survey of U.S. Army Personnel, Natick/TR-15/007 (2014): 4,082 men of
/// 1,756 mm, 1,986 women of 1,629 mm. Breadths and girths: Heinz, Peterson, Johnson and Kerk, Exploring Relationships in Body
/// Dimensions, Journal of Statistics Education 11(2) (2003): 247 men of 1,777 mm, 260 women of 1,649 mm, most of ordinary weight.
/// </remarks>
public sealed class ProportionTests
{
    private const float Stature = 1750;

    /// <summary>Farther from the midline than this is arm at the level of the waist, hand at the level of the hip.</summary>
    private const float WaistHalfBreadth = 170;
    private const float HipHalfBreadth = 215;

    [Fact]
    public void Shoulders_stand_as_high_and_as_broad_as_published()
    {
        var acromion = PlaceOf("acromion");
        AssertNear("acromial height", Army(1441, 1335), acromion.Y, percent: 2);
        AssertNear("shoulders", Students(412, 365), 2 * acromion.X, percent: 5);
    }

    [Fact]
    public void The_crotch_is_as_high_as_published()
    {
        var crotch = Shared.Surface.Half.Mesh.Positions.Where(place => place is { X: 0, Y: < 1000 }).Min(place => place.Y);
        AssertNear("crotch", Army(846, 776), crotch, percent: 5);
    }

    [Theory]
    [InlineData("waist", 1080, 1180, 845, 698, 5)]
    [InlineData("navel", 1062, 1064, 877, 838, 7)]
    [InlineData("hip", 860, 930, 978, 957, 5)]
    public void A_girth_of_the_trunk_is_as_published(string name, int lowest, int highest, float men, float women, float percent)
    {
        var girths = Levels(lowest, highest).Select(y => Girth(new(0, y, 0), Vector3.UnitY, place => MathF.Abs(place.X) < (place.Y > 1000 ? WaistHalfBreadth : HipHalfBreadth)));
        AssertNear(name, Students(men, women), name == "hip" ? girths.Max() : girths.Min(), percent);
    }

    [Theory]
    [InlineData("thigh", 812, 565, 572, 5)]
    [InlineData("knee", 500, 372, 353, 5)]
    [InlineData("calf", 360, 372, 350, 6)]
    [InlineData("ankle", 135, 232, 212, 6)]
    public void A_girth_of_the_leg_is_as_published(string name, float level, float men, float women, float percent)
    {
        AssertNear(name, Students(men, women), Girth(new(0, level, 0), Vector3.UnitY, place => place.X is > 0 and < HipHalfBreadth), percent);
    }

    [Theory]
    [InlineData("forearm", 0.22f, 282, 238, 8)]
    [InlineData("wrist", 0.88f, 172, 151, 8)]
    public void A_girth_of_the_forearm_is_as_published(string name, float share, float men, float women, float percent)
    {
        var elbow = (PlaceOf("lateral-epicondyle") + PlaceOf("medial-epicondyle")) / 2;
        var wrist = (PlaceOf("wrist-palm") + PlaceOf("wrist-back")) / 2;
        AssertNear(name, Students(men, women), Girth(Vector3.Lerp(elbow, wrist, share), wrist - elbow, place => place.X > 215), percent);
    }

    [Fact]
    public void Hand_and_foot_are_as_long_and_as_broad_as_published()
    {
        var wrist = PlaceOf("wrist-palm");
        var along = Vector3.Normalize(PlaceOf("middle-base-palm") - wrist);
        var across = Vector3.Normalize(PlaceOf("index-knuckle") - PlaceOf("little-knuckle"));
        var hand = Shared.Surface.Half.Mesh.Positions.Where(place => place is { X: > 300, Y: < 880 }).ToArray();
        AssertNear("hand length", Army(193, 181), hand.Max(place => Vector3.Dot(place - wrist, along)), percent: 5);
        var knuckles = Vector3.Dot(PlaceOf("middle-knuckle") - wrist, along);
        var middle = (PlaceOf("index-knuckle") + PlaceOf("little-knuckle")) / 2;
        bool IsAtKnuckles(Vector3 place) =>
            MathF.Abs(Vector3.Dot(place - wrist, along) - knuckles) < 6 && Vector3.Distance(place, middle) < 52; // not the thumb

        AssertNear("hand breadth", Army(88, 79), Extent(hand.Where(IsAtKnuckles), across), percent: 6);

        var forward = Vector3.Normalize((PlaceOf("toe-2-tip") - PlaceOf("heel-back")) with { Y = 0 });
        var foot = Shared.Surface.Half.Mesh.Positions.Where(place => place.Y < 45).ToArray();
        AssertNear("foot length", Army(271, 246), Extent(foot, forward), percent: 4);
        AssertNear("foot breadth", Army(102, 93), Extent(foot, Vector3.Cross(Vector3.UnitY, forward)), percent: 5);
    }

    /// <summary>Heads hardly grow with height: the means of women and men of the first source, rounded, are taken as they are.</summary>
    [Fact]
    public void Head_and_face_are_as_long_and_as_broad_as_published()
    {
        var head = Shared.Surface.Full.Mesh.Positions.Where(place => place.Y > 1650).ToArray();
        AssertNear("head length", (199 + 188) / 2f, Extent(head, Vector3.UnitZ), percent: 3);
        AssertNear("head breadth", (154 + 147) / 2f, Extent(head.Where(place => place.Y > 1668), Vector3.UnitX), percent: 3);
        var arch = PlaceOf("zygomatic-arch-mid");
        AssertNear("face breadth", (143 + 134) / 2f, 2 * arch.X, percent: 4);
        var chin = Shared.Surface.Full.Mesh.Positions.Where(place => place is { X: 0, Z: > 80 and < 104, Y: > 1500 and < 1560 }).Min(place => place.Y);
        AssertNear("chin to root of the nose", (122 + 113) / 2f, PlaceOf("nasion").Y - chin, percent: 4);
        AssertNear("pupils", (64 + 62) / 2f, 2 * PlaceOf("pupil").X, percent: 4);
    }

    [Fact]
    public void The_body_weighs_what_people_of_its_height_weigh()
    {
        var mesh = Shared.Surface.Full.Mesh;
        var litres = 0.0;
        for (var triangle = 0; triangle < mesh.TriangleCount; triangle++)
        {
            var (a, b, c) = mesh.Corners(triangle);
            litres += Vector3.Dot(a, Vector3.Cross(b, c)) / 6e6;
        }

        // Body mass index of the women and men of the second source: 22.3 and 24.7 kg/m²; a litre of body weighs about 1.01 kg.
        Assert.InRange(litres * 1.01 / (1.75 * 1.75), 22.3, 24.7);
    }

    private static float Army(float men, float women) => ((men / 1756) + (women / 1628.5f)) / 2 * Stature;

    private static float Students(float men, float women) => ((men / 1777.5f) + (women / 1648.7f)) / 2 * Stature;

    private static void AssertNear(string what, float expected, float actual, float percent) => Assert.True(
        MathF.Abs(actual - expected) <= expected * percent / 100,
        $"{what}: {actual:0} mm, {100 * (actual - expected) / expected:+0.0;-0.0} % from the published {expected:0} mm.");

    private static Vector3 PlaceOf(string landmark) => Shared.Body.PositionOf(Place.Parse(landmark), Side.Left);

    private static IEnumerable<float> Levels(int lowest, int highest)
    {
        for (var y = lowest; y <= highest; y += 2)
        {
            yield return y;
        }
    }

    private static float Extent(IEnumerable<Vector3> places, Vector3 direction)
    {
        var along = places.Select(place => Vector3.Dot(place, direction)).ToArray();
        return along.Max() - along.Min();
    }

    /// <summary>What a tape shows that is laid around the body in a plane: the length of the convex outline of the cut.</summary>
    private static float Girth(Vector3 centre, Vector3 normal, Func<Vector3, bool> belongs)
    {
        var mesh = Shared.Surface.Full.Mesh;
        var up = Vector3.Normalize(normal);
        var right = Vector3.Normalize(Vector3.Cross(up, MathF.Abs(up.Z) > 0.9f ? Vector3.UnitX : Vector3.UnitZ));
        var forward = Vector3.Cross(right, up);
        var cut = new List<Vector2>();
        for (var i = 0; i < mesh.Triangles.Length; i++)
        {
            var (a, b) = (mesh.Positions[mesh.Triangles[i]], mesh.Positions[mesh.Triangles[i % 3 == 2 ? i - 2 : i + 1]]);
            var (heightA, heightB) = (Vector3.Dot(a - centre, up), Vector3.Dot(b - centre, up));
            var crossing = Vector3.Lerp(a, b, heightA / (heightA - heightB));
            if (heightA < 0 != heightB < 0 && belongs(crossing) && Vector3.Distance(crossing, centre) < 260)
            {
                cut.Add(new Vector2(Vector3.Dot(crossing, right), Vector3.Dot(crossing, forward)));
            }
        }

        var hull = ConvexHull(cut);
        return Enumerable.Range(0, hull.Count).Sum(i => Vector2.Distance(hull[i], hull[(i + 1) % hull.Count]));
    }

    private static List<Vector2> ConvexHull(List<Vector2> points)
    {
        var sorted = points.OrderBy(point => point.X).ThenBy(point => point.Y).ToArray();
        var hull = new List<Vector2>();
        foreach (var half in new[] { sorted, [.. sorted.Reverse()] })
        {
            var start = hull.Count;
            foreach (var point in half)
            {
                while (hull.Count >= start + 2 && Turn(hull[^2], hull[^1], point) <= 0)
                {
                    hull.RemoveAt(hull.Count - 1);
                }

                hull.Add(point);
            }

            hull.RemoveAt(hull.Count - 1);
        }

        return hull;
    }

    private static float Turn(Vector2 a, Vector2 b, Vector2 c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
