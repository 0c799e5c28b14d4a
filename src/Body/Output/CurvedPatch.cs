using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>
/// A triangle bent so that it follows the normals of its corners, and neighbours meet without a gap (A. Vlachos and others,
/// "Curved PN triangles", 2001): the mesh's edges do not show in outlines.
/// </summary>
internal readonly struct CurvedPatch
{
    private readonly Vector3 a, b, c, ab, ba, bc, cb, ca, ac, middle;

    internal CurvedPatch(Vector3 a, Vector3 b, Vector3 c, Vector3 normalA, Vector3 normalB, Vector3 normalC)
    {
        (this.a, this.b, this.c) = (a, b, c);
        (ab, ba) = (Third(a, b, normalA), Third(b, a, normalB));
        (bc, cb) = (Third(b, c, normalB), Third(c, b, normalC));
        (ca, ac) = (Third(c, a, normalC), Third(a, c, normalA));
        var edges = (ab + ba + bc + cb + ca + ac) / 6;
        middle = edges + ((edges - ((a + b + c) / 3)) / 2);
    }

    /// <param name="weights">Of the corners; their sum is 1.</param>
    internal Vector3 At(Vector3 weights)
    {
        var (u, v, w) = (weights.X, weights.Y, weights.Z);
        return (a * (u * u * u)) + (b * (v * v * v)) + (c * (w * w * w))
            + (ab * (3 * u * u * v)) + (ba * (3 * u * v * v))
            + (bc * (3 * v * v * w)) + (cb * (3 * v * w * w))
            + (ca * (3 * w * w * u)) + (ac * (3 * w * u * u))
            + (middle * (6 * u * v * w));
    }

    /// <summary>A third of the way to the other corner, moved into the plane that touches the skin at the near one.</summary>
    private static Vector3 Third(Vector3 near, Vector3 far, Vector3 normal) =>
        (((2 * near) + far) - (normal * Vector3.Dot(far - near, normal))) / 3;
}
