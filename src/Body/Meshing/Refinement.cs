using System.Numerics;

namespace Unknot.Body.Meshing;

/// <summary>More triangles for the same shape, where a grid cube is larger than what there is to see: lids, lips, ears.</summary>
internal static class Refinement
{
    /// <summary>
    /// Halves the edges whose ends both lie where the mesh is to be finer, and with them the triangles around: four for one inside,
    /// two or three at the border. The mesh stays manifold and the seam on the midline.
    /// </summary>
    /// <returns>A mesh without normals whose new vertices lie on the old edges: project it onto the skin afterwards.</returns>
    internal static TriangleMesh Split(TriangleMesh mesh, Predicate<Vector3> isFine)
    {
        var positions = new List<Vector3>(mesh.Positions);
        var triangles = new List<int>(mesh.Triangles.Length);
        var fine = Array.ConvertAll(mesh.Positions, isFine.Invoke);
        var middles = new Dictionary<(int, int), int>();
        int MiddleOf(int a, int b)
        {
            if (!fine[a] || !fine[b])
            {
                return -1;
            }

            var edge = (Math.Min(a, b), Math.Max(a, b));
            if (!middles.TryGetValue(edge, out var middle))
            {
                middles[edge] = middle = positions.Count;
                positions.Add((mesh.Positions[a] + mesh.Positions[b]) / 2);
            }

            return middle;
        }

        for (var i = 0; i < mesh.Triangles.Length; i += 3)
        {
            var (a, b, c) = (mesh.Triangles[i], mesh.Triangles[i + 1], mesh.Triangles[i + 2]);
            var (ab, bc, ca) = (MiddleOf(a, b), MiddleOf(b, c), MiddleOf(c, a));
            triangles.AddRange((ab, bc, ca) switch
            {
                ( >= 0, >= 0, >= 0) => [a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca],
                ( >= 0, < 0, < 0) => [a, ab, c, ab, b, c],
                ( < 0, >= 0, < 0) => [b, bc, a, bc, c, a],
                ( < 0, < 0, >= 0) => [c, ca, b, ca, a, b],
                _ => (ReadOnlySpan<int>)[a, b, c], // two halved edges have three fine ends, which would halve the third too
            });
        }

        return new TriangleMesh([.. positions], new Vector3[positions.Count], [.. triangles]);
    }
}
