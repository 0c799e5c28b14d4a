using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>A place on the centre line of a <see cref="Tube"/> and the tube's radius there, in millimetres.</summary>
internal readonly record struct Knot(Vector3 Centre, float Radius)
{
    internal Knot(float x, float y, float z, float radius)
        : this(new Vector3(x, y, z), radius)
    {
    }
}
