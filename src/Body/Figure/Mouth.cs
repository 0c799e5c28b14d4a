using System.Collections.Immutable;
using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>The closed mouth: breadth 50, red of the lips 8 above and 9 below (Farkas 1994).</summary>
internal static class Mouth
{
    /// <summary>Where the lips meet, from corner to corner, just in front of the skin.</summary>
    internal static readonly ImmutableArray<Vector3> Slit =
    [
        new(-25, 1566, 92), new(-18, 1566.2f, 99), new(-11, 1566.8f, 104), new(-5, 1567.2f, 107), new(0, 1566.6f, 108),
        new(5, 1567.2f, 107), new(11, 1566.8f, 104), new(18, 1566.2f, 99), new(25, 1566, 92),
    ];

    internal static void AddTo(ShapeGroup head, BodyField body)
    {
        // The mound over the teeth, upper and lower lip.
        head.Add(22, new Ellipsoid(new(0, 1570, 74), new(28, 22, 25)));
        head.Add(3.5f, new Tube(
            new(0, 1570, 104.6f, 3.9f), new(4.5f, 1570.8f, 104.4f, 4.1f), new(11, 1569.8f, 101.2f, 3.6f), new(18, 1568, 95.5f, 2.7f), new(25, 1566.2f, 87.5f, 1.2f)));
        head.Add(3, new Tube(
            new(0, 1561.8f, 102, 5), new(6, 1561.8f, 101.6f, 5), new(12, 1562.6f, 98.8f, 4.2f), new(18, 1564.3f, 94, 2.9f), new(24, 1566, 87.5f, 1.2f)));

        // Mouth slit, dimple at its corner, fold under the lower lip, groove under the nose.
        body.SculptFromFront(Slit.AsSpan(), -1.1f, 1.6f);
        body.SculptFromFront([new(25, 1566, 91), new(27, 1565.4f, 88)], -1, 3.2f);
        body.SculptFromFront([new(0, 1551, 103), new(8, 1551.6f, 101), new(16, 1554, 96), new(22, 1559, 92)], -1.5f, 5);
        body.SculptFromFront([new(0, 1589, 106), new(0, 1574, 107)], -0.5f, 2.6f);
        body.SculptFromFront([new(4.2f, 1588, 105), new(4.7f, 1581, 105), new(5, 1574.5f, 106)], 0.3f, 2.4f);
    }
}
