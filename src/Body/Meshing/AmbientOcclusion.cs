using System.Numerics;

namespace Unknot.Body.Meshing;

/// <summary>How open the skin is to light from all around: 1 = free, 0 = covered on all sides.</summary>
internal static class AmbientOcclusion
{
    private const int Directions = 160;
    private const float GoldenAngle = 2.3999632f;
    private const float ReachMillimetres = 190;
    private const float LiftMillimetres = 3;

    /// <param name="half">The left half; the right half casts the mirrored shadow.</param>
    /// <returns>One value a vertex, 0 … 1.</returns>
    internal static float[] Of(TriangleMesh half, TriangleTree tree)
    {
        var directions = new Vector3[Directions];
        for (var i = 0; i < Directions; i++)
        {
            var height = 1 - (2 * (i + 0.5f) / Directions);
            var (sine, cosine) = MathF.SinCos(i * GoldenAngle);
            directions[i] = new Vector3(cosine * MathF.Sqrt(1 - (height * height)), height, sine * MathF.Sqrt(1 - (height * height)));
        }

        var openness = new float[half.VertexCount];
        Parallel.For(0, openness.Length, vertex => openness[vertex] = Openness(half, tree, directions, vertex));
        return openness;
    }

    private static float Openness(TriangleMesh half, TriangleTree tree, Vector3[] directions, int vertex)
    {
        var mirror = new Vector3(-1, 1, 1);
        var normal = half.Normals[vertex];
        var origin = half.Positions[vertex] + (normal * LiftMillimetres);
        var (light, total) = (0f, 0f);
        foreach (var direction in directions)
        {
            var facing = Vector3.Dot(direction, normal);
            if (facing <= 0.05f)
            {
                continue;
            }

            var free = tree.FirstHit(origin, direction, ReachMillimetres);
            free = tree.FirstHit(origin * mirror, direction * mirror, free) / ReachMillimetres;
            light += free * free * facing;
            total += facing;
        }

        return light / total;
    }
}
