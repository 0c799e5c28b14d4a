using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>
/// A flat elliptic disc with a round edge: the shell of the ear. A flat ellipsoid would reach too far beyond its edge and print
/// it on what lies near.
/// </summary>
internal sealed class Plate : Shape
{
    private readonly Frame frame;
    private readonly float side;
    private readonly float along;
    private readonly float thickness;

    /// <param name="frame">The disc lies about the origin, across the frame's front.</param>
    /// <param name="side">Half-axis along the frame's side, in millimetres.</param>
    /// <param name="along">Half-axis along the frame's along.</param>
    /// <param name="thickness">Half of the thickness, less than either half-axis.</param>
    internal Plate(Frame frame, float side, float along, float thickness)
    {
        this.frame = frame;
        this.side = side - thickness;
        this.along = along - thickness;
        this.thickness = thickness;
        Reach(frame.Origin, MathF.Max(side, along));
    }

    internal override float Distance(Vector3 point)
    {
        var offset = point - frame.Origin;
        var scaled = new Vector2(Vector3.Dot(offset, frame.Side) / side, Vector3.Dot(offset, frame.Along) / along);
        var steepness = (scaled / new Vector2(side, along)).Length();
        var reach = scaled.Length();
        var beyond = steepness < 1e-6f ? 0 : MathF.Max(0, reach * (reach - 1) / steepness);
        var across = Vector3.Dot(offset, frame.Front);
        return MathF.Sqrt((beyond * beyond) + (across * across)) - thickness;
    }
}
