using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Meshing;

/// <summary>Moves vertices onto the skin and takes their normals from the field; vertices of the seam stay on the midline.</summary>
internal static class SkinFit
{
    private const float TileMillimetres = 24;

    /// <summary>Evens out the spacing of the vertices by moving each half-way to the mean of its neighbours, several times.</summary>
    internal static void Relax(TriangleMesh mesh, int rounds)
    {
        var (positions, triangles) = (mesh.Positions, mesh.Triangles);
        var sums = new Vector3[positions.Length];
        var counts = new int[positions.Length];
        for (var round = 0; round < rounds; round++)
        {
            Array.Clear(sums);
            Array.Clear(counts);
            for (var i = 0; i < triangles.Length; i++)
            {
                var (a, b) = (triangles[i], triangles[i % 3 == 2 ? i - 2 : i + 1]);
                sums[a] += positions[b];
                sums[b] += positions[a];
                counts[a]++;
                counts[b]++;
            }

            for (var i = 0; i < positions.Length; i++)
            {
                var moved = Vector3.Lerp(positions[i], sums[i] / counts[i], 0.5f);
                positions[i] = mesh.IsOnSeam(i) ? moved with { X = 0 } : moved;
            }
        }
    }

    /// <summary>Newton steps along the gradient, then normals.</summary>
    /// <param name="longestStep">In millimetres; keeps a vertex from jumping to another part of the body.</param>
    internal static void Project(TriangleMesh mesh, BodyField field, int steps, float longestStep)
    {
        var tiles = new Dictionary<(int X, int Y, int Z), List<int>>();
        for (var i = 0; i < mesh.VertexCount; i++)
        {
            var place = mesh.Positions[i] / TileMillimetres;
            var tile = ((int)MathF.Floor(place.X), (int)MathF.Floor(place.Y), (int)MathF.Floor(place.Z));
            if (!tiles.TryGetValue(tile, out var vertices))
            {
                tiles[tile] = vertices = [];
            }

            vertices.Add(i);
        }

        Parallel.ForEach(tiles, tile =>
        {
            var corner = new Vector3(tile.Key.X, tile.Key.Y, tile.Key.Z) * TileMillimetres;
            var local = field.Near(new Bounds(corner, corner + new Vector3(TileMillimetres)).Inflated(3));
            foreach (var vertex in tile.Value)
            {
                Project(mesh, vertex, local, steps, longestStep);
            }
        });
    }

    private static void Project(TriangleMesh mesh, int vertex, LocalField local, int steps, float longestStep)
    {
        var onSeam = mesh.IsOnSeam(vertex);
        var position = mesh.Positions[vertex];
        Vector3 gradient;
        for (var step = 0; step < steps; step++)
        {
            var distance = local.Distance(position, out gradient);
            var move = -gradient * (distance / MathF.Max(gradient.LengthSquared(), 0.15f));
            var length = move.Length();
            position += length > longestStep ? move * (longestStep / length) : move;
            position.X = onSeam ? 0 : MathF.Max(position.X, 0.05f);
        }

        local.Distance(position, out gradient);
        gradient.X = onSeam ? 0 : gradient.X;
        mesh.Positions[vertex] = position;
        mesh.Normals[vertex] = gradient.LengthSquared() > 1e-8f ? Vector3.Normalize(gradient) : Vector3.UnitY;
    }
}
