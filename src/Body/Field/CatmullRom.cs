using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>The smooth curve that runs through its control values: between the second and third of four in a row.</summary>
internal static class CatmullRom
{
    /// <param name="t">0 gives <paramref name="p1"/>, 1 gives <paramref name="p2"/>.</param>
    internal static Vector3 Between(Vector3 p0, Vector3 p1, Vector3 p2, Vector3 p3, float t) =>
        0.5f * ((2 * p1) + ((p2 - p0) * t) + (((2 * p0) - (5 * p1) + (4 * p2) - p3) * t * t) + (((3 * p1) - p0 - (3 * p2) + p3) * t * t * t));

    /// <param name="t">0 gives <paramref name="p1"/>, 1 gives <paramref name="p2"/>.</param>
    internal static float Between(float p0, float p1, float p2, float p3, float t) =>
        0.5f * ((2 * p1) + ((p2 - p0) * t) + (((2 * p0) - (5 * p1) + (4 * p2) - p3) * t * t) + (((3 * p1) - p0 - (3 * p2) + p3) * t * t * t));

    /// <summary>The direction and speed of the curve, per unit of <paramref name="t"/>.</summary>
    internal static Vector3 Tangent(Vector3 p0, Vector3 p1, Vector3 p2, Vector3 p3, float t) =>
        0.5f * (p2 - p0 + (2 * t * ((2 * p0) - (5 * p1) + (4 * p2) - p3)) + (3 * t * t * ((3 * p1) - p0 - (3 * p2) + p3)));
}
