using System.Numerics;
using Unknot.Atlas;

namespace Unknot.Body.Tests;

public sealed class NearbyTests
{
    [Fact]
    public void Every_point_has_three_to_five_places_to_find_it_from_within_a_hands_breadth_or_the_length_of_a_forearm()
    {
        foreach (var point in Shared.Atlas.Muscles.SelectMany(muscle => muscle.Points))
        {
            var nearby = Shared.Body.NearbyOf(new(point.Id, Side.Left));
            Assert.True(nearby.Length is >= 3 and <= 5, $"{point.Id} has {nearby.Length}: {string.Join(", ", nearby.Select(near => near.Landmark))}");
            Assert.Equal(nearby.OrderBy(near => near.DistanceMillimetres), nearby);
            var pressed = Shared.Body.PlaceOf(new(point.Id, Side.Left)).OnSkin;
            Assert.All(nearby, near =>
            {
                Assert.InRange(near.DistanceMillimetres, Vector3.Distance(near.Position, pressed) - 0.1f, 240);
                Assert.InRange(Vector3.Distance(near.Position, Shared.Surface.Nearest(near.Position).Position), 0, 1);
            });
        }
    }

    [Fact]
    public void They_are_not_on_top_of_one_another_nor_all_on_one_side()
    {
        foreach (var point in Shared.Atlas.Muscles.SelectMany(muscle => muscle.Points))
        {
            var places = Shared.Body.NearbyOf(new(point.Id, Side.Left)).Select(near => near.Position).ToArray();
            var pressed = Shared.Body.PlaceOf(new(point.Id, Side.Left)).OnSkin;
            foreach (var (i, place) in places.Index())
            {
                Assert.All(places[(i + 1)..], other => Assert.True(Vector3.Distance(place, other) >= 22, $"{point.Id}: two signs lie on one another."));
            }

            var widest = places.SelectMany(a => places.Select(b => Vector3.Dot(Vector3.Normalize(a - pressed), Vector3.Normalize(b - pressed)))).Min();
            Assert.True(widest < 0.5f, $"{point.Id}: all signs lie within {MathF.Acos(widest)} rad.");
        }
    }

    [Fact]
    public void On_the_right_they_are_mirrored()
    {
        var point = Shared.Atlas.Muscles[0].Points[0].Id;
        var (left, right) = (Shared.Body.NearbyOf(new(point, Side.Left)), Shared.Body.NearbyOf(new(point, Side.Right)));
        Assert.Equal(left.Select(near => (near.Landmark, near.Position with { X = -near.Position.X })), right.Select(near => (near.Landmark, near.Position)));
    }
}
