using System.Numerics;
using Unknot.Body.Meshing;

namespace Unknot.Body.Tests;

public sealed class SkinTests
{
    [Fact]
    public void The_nearest_place_and_the_first_hit_agree_with_trying_every_triangle()
    {
        var mesh = Shared.Surface.Half.Mesh;
        var random = new Random(3);
        for (var i = 0; i < 20; i++)
        {
            var point = new Vector3((float)random.NextDouble() * 450, (float)random.NextDouble() * 1750, ((float)random.NextDouble() * 300) - 150);
            var place = Shared.Surface.Tree.Nearest(point);
            var nearestVertex = mesh.Positions.Min(position => Vector3.Distance(position, point));
            var distance = MathF.Sqrt(place.DistanceSquared);
            Assert.InRange(distance, nearestVertex - 25, nearestVertex + 1e-3f);
            Assert.Equal(distance, Vector3.Distance(place.Position, point), 1e-2f);
            var direction = Vector3.Normalize(place.Position - point);
            Assert.Equal(distance, Shared.Surface.Tree.FirstHit(point, direction, 2000), 0.5f);
        }
    }

    [Fact]
    public void A_ray_that_meets_nothing_runs_its_full_length() =>
        Assert.Equal(500, Shared.Surface.Tree.FirstHit(new(1000, 1000, 1000), Vector3.UnitX, 500));

    [Fact]
    public void Distances_along_a_flat_sheet_are_straight()
    {
        // A sheet of 21 × 21 places, 5 mm apart, each square cut along the same diagonal.
        const int side = 21;
        var positions = Enumerable.Range(0, side * side).Select(i => new Vector3(5 * (i % side), 5 * (i / side), 0)).ToArray();
        var triangles = new List<int>();
        for (var i = 0; i < side * (side - 1); i++)
        {
            if (i % side < side - 1)
            {
                triangles.AddRange([i, i + 1, i + side + 1, i, i + side + 1, i + side]);
            }
        }

        var distance = new SkinDistance(new SkinGraph(positions, [.. triangles]));
        distance.Start(0, 0, owner: 0);
        distance.Spread();
        for (var i = 1; i < positions.Length; i++)
        {
            var straight = positions[i].Length();
            Assert.InRange(distance.DistanceOf(i), straight - 1e-3f, straight * 1.09f);
        }
    }

    [Fact]
    public void Clearing_a_distance_map_forgets_every_start()
    {
        var distance = new SkinDistance(Shared.Surface.Graph);
        distance.Start(5, 0, owner: 1);
        distance.Spread(60);
        var reached = distance.Reached.ToArray();
        Assert.NotEmpty(reached);
        distance.Clear();
        Assert.Empty(distance.Reached);
        Assert.All(reached, vertex => Assert.Equal(float.PositiveInfinity, distance.DistanceOf(vertex)));
    }
}
