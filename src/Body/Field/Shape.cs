using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>A solid described by how far a point is from its surface.</summary>
internal abstract class Shape
{
    /// <summary>A box around the solid.</summary>
    internal Bounds Bounds { get; private set; } = Bounds.Empty;

    /// <summary>
    /// Distance to the surface in millimetres, negative inside. Exact only near the surface of a round section; elsewhere it has
    /// the right sign and roughly the right size, which is what blending needs.
    /// </summary>
    internal abstract float Distance(Vector3 point);

    protected void Reach(Vector3 centre, float radius) => Bounds = Bounds.Including(centre, radius);
}
