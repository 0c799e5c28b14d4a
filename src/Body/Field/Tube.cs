using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>A round or flattened solid along a curve: muscle bellies, fingers, bones under the skin.</summary>
internal sealed class Tube : Shape
{
    private const int DefaultSamplesPerSpan = 20;

    private readonly Curve curve;
    private readonly Vector3 flatDirection;
    private readonly float thickness;

    internal Tube(params ReadOnlySpan<Knot> knots)
        : this(new Curve(knots, DefaultSamplesPerSpan), default, 1)
    {
    }

    private Tube(Curve curve, Vector3 flatDirection, float thickness)
    {
        this.curve = curve;
        this.flatDirection = flatDirection;
        this.thickness = thickness;
        for (var i = 0; i < curve.Centres.Length; i++)
        {
            Reach(curve.Centres[i], curve.Radii[i]);
        }
    }

    /// <param name="direction">The direction in which the tube is thin; need not have length 1.</param>
    /// <param name="thickness">Thickness in that direction as a share of the radius, above 0 and below 1.</param>
    internal static Tube Flat(Vector3 direction, float thickness, params ReadOnlySpan<Knot> knots) =>
        new(new Curve(knots, DefaultSamplesPerSpan), Vector3.Normalize(direction), thickness);

    internal override float Distance(Vector3 point)
    {
        curve.Nearest(point, out var centre, out var radius);
        var offset = point - centre;
        var squared = offset.LengthSquared();
        var length = MathF.Sqrt(squared);
        if (thickness >= 1)
        {
            return length - radius;
        }

        var across = Vector3.Dot(offset, flatDirection);
        var stretched = MathF.Sqrt(squared + (across * across * ((1 / (thickness * thickness)) - 1)));
        return stretched < 1e-4f ? -radius * thickness : (stretched - radius) * (length / stretched);
    }
}
