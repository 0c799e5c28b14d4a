using System.Collections.Immutable;
using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>The nose: breadth 34, length 52, and 20 from its base to the tip (Farkas 1994).</summary>
internal static class Nose
{
    /// <summary>Where the wing meets the cheek, from above downwards.</summary>
    internal static readonly ImmutableArray<Vector3> WingEdge = [new(16.2f, 1602.5f, 103), new(17.8f, 1598.5f, 101), new(17.3f, 1593.5f, 101), new(14.5f, 1590.8f, 102)];

    internal static void AddTo(ShapeGroup head)
    {
        // Bridge, body, tip with its two domes, wing, bar between the nostrils.
        head.Add(11, new Tube(new(0, 1652, 91, 6.5f), new(0, 1642, 93.5f, 5.8f), new(0, 1624, 102.5f, 5.6f), new(0, 1608, 110, 6.2f)));
        head.Add(11, new Ellipsoid(new(0, 1605, 99), new(11.5f, 15, 11), new(-25, 0, 0)));
        head.Add(7, new Ellipsoid(new(0, 1600.8f, 113), new(6.8f, 6.8f, 8)));
        head.Add(5, new Ellipsoid(new(3.2f, 1599.8f, 115), new(4.6f, 4.8f, 5.5f)));
        head.Add(6.5f, new Ellipsoid(new(11.3f, 1598.4f, 103.5f), new(4.3f, 6.8f, 8), new(-12, -16, 0)));
        head.Add(5, new Tube(new(0, 1597, 115, 3.2f), new(0, 1594, 109, 2.8f), new(0, 1592, 102, 2.8f)));
    }
}
