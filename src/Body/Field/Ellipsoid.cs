using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>An ellipsoid, turned by degrees about x, then about y, then about z (pitch, yaw, roll).</summary>
internal sealed class Ellipsoid : Shape
{
    private readonly Vector3 centre;
    private readonly Vector3 radii;
    private readonly Vector3 axisX;
    private readonly Vector3 axisY;
    private readonly Vector3 axisZ;

    internal Ellipsoid(Vector3 centre, Vector3 radii, Vector3 turnDegrees = default)
        : this(centre, radii, Turn(turnDegrees * (MathF.PI / 180)))
    {
    }

    private Ellipsoid(Vector3 centre, Vector3 radii, (Vector3 X, Vector3 Y, Vector3 Z) axes)
    {
        this.centre = centre;
        this.radii = radii;
        (axisX, axisY, axisZ) = axes;
        Reach(centre, MathF.Max(radii.X, MathF.Max(radii.Y, radii.Z)));
    }

    /// <summary>About the origin of a frame, with half-axes along its side, along and front.</summary>
    internal static Ellipsoid In(Frame frame, Vector3 radii) => new(frame.Origin, radii, (frame.Side, frame.Along, frame.Front));

    internal override float Distance(Vector3 point)
    {
        var offset = point - centre;
        var scaled = new Vector3(Vector3.Dot(offset, axisX), Vector3.Dot(offset, axisY), Vector3.Dot(offset, axisZ)) / radii;
        var steepness = (scaled / radii).Length();
        if (steepness < 1e-7f)
        {
            return -MathF.Min(radii.X, MathF.Min(radii.Y, radii.Z));
        }

        var reach = scaled.Length();
        return reach * (reach - 1) / steepness;
    }

    private static (Vector3 X, Vector3 Y, Vector3 Z) Turn(Vector3 radians)
    {
        var rotation = Quaternion.CreateFromYawPitchRoll(radians.Y, radians.X, radians.Z);
        return (Vector3.Transform(Vector3.UnitX, rotation), Vector3.Transform(Vector3.UnitY, rotation), Vector3.Transform(Vector3.UnitZ, rotation));
    }
}
