using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>A box along the axes of the body frame, in millimetres.</summary>
internal readonly record struct Bounds(Vector3 Low, Vector3 High)
{
    /// <summary>Contains nothing; grows with the first <see cref="Including"/>.</summary>
    internal static readonly Bounds Empty = new(new Vector3(float.MaxValue), new Vector3(float.MinValue));

    internal Bounds Including(Vector3 centre, float radius) =>
        new(Vector3.Min(Low, centre - new Vector3(radius)), Vector3.Max(High, centre + new Vector3(radius)));

    internal Bounds Inflated(float margin) => new(Low - new Vector3(margin), High + new Vector3(margin));

    internal bool Touches(Bounds other) =>
        Low.X <= other.High.X && High.X >= other.Low.X
        && Low.Y <= other.High.Y && High.Y >= other.Low.Y
        && Low.Z <= other.High.Z && High.Z >= other.Low.Z;

    /// <summary>The box that holds this one after points with x &lt; 0 are mirrored to the left half.</summary>
    internal Bounds FoldedToLeft()
    {
        if (Low.X >= 0)
        {
            return this;
        }

        var near = High.X >= 0 ? 0 : -High.X;
        var far = MathF.Max(-Low.X, High.X);
        return new Bounds(Low with { X = near }, High with { X = far });
    }
}
