using System.Collections.Immutable;
using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>The nose: breadth 34, length 52, and 20 from its base to the tip (Farkas 1994).</summary>
internal static class Nose
{
    /// <summary>Where the wing meets the cheek, from above downwards.</summary>
    internal static readonly ImmutableArray<Vector3> WingEdge = [new(15.5f, 1603, 104), new(17.8f, 1598, 101), new(17.2f, 1593, 101), new(14, 1590.5f, 103)];

    internal static void AddTo(ShapeGroup head, BodyField body)
    {
        // Bridge, side wall, tip with its two domes, wing, bar between the nostrils.
        head.Add(10, new Tube(new(0, 1650, 92, 6.5f), new(0, 1641, 95.5f, 5.8f), new(0, 1624, 103, 5.6f), new(0, 1608, 110, 6.5f)));
        head.Add(9, new Tube(new(4, 1626, 94, 3), new(6.5f, 1612, 99, 5), new(8, 1603, 103, 5.5f)));
        head.Add(7, new Ellipsoid(new(0, 1602, 113), new(7, 6.6f, 8)));
        head.Add(5, new Ellipsoid(new(3.2f, 1600.5f, 115), new(4.6f, 4.8f, 5.5f)));
        head.Add(8, new Ellipsoid(new(11.3f, 1597.2f, 103.5f), new(4.5f, 6, 8.5f), new(0, -16, 0)));
        head.Add(5, new Tube(new(0, 1598, 115, 3.2f), new(0, 1595, 109, 2.8f), new(0, 1592, 102, 2.8f)));
        head.Carve(2.5f, new Ellipsoid(new(6.3f, 1591.5f, 107.5f), new(2.4f, 3.2f, 4.6f), new(-20, -18, 0)));

        // Groove around the wing.
        body.SculptFromFront([new(9.5f, 1602, 110), new(11.5f, 1605, 106), new(15.5f, 1603.5f, 103), new(18, 1597, 99), new(17, 1592, 99)], -0.6f, 2.4f);
    }
}
