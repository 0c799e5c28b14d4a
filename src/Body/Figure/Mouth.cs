using System.Collections.Immutable;
using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>The closed mouth: breadth 50, red of the lips 8 above and 9 below (Farkas 1994).</summary>
internal static class Mouth
{
    /// <summary>Where the lips meet, from the midline to the corner, just under the skin.</summary>
    internal static readonly ImmutableArray<Vector3> Slit =
        [new(0, 1566.4f, 105.2f), new(5, 1567.2f, 105.2f), new(11, 1566.8f, 103.5f), new(18, 1566.5f, 101), new(25, 1567.3f, 98.4f)];

    internal static void AddTo(ShapeGroup head, BodyField body)
    {
        // The mound over the teeth, upper and lower lip.
        head.Add(22, new Ellipsoid(new(0, 1570, 74), new(28, 22, 25)));
        head.Add(3.5f, new Tube(
            new(0, 1570, 104.2f, 4.1f), new(4.5f, 1570.6f, 104.2f, 4.2f), new(11, 1569.6f, 101.4f, 3.7f), new(18, 1568, 96, 2.8f), new(26, 1567.2f, 86.5f, 1.4f)));
        head.Add(3, new Tube(
            new(0, 1561.8f, 102, 5), new(6, 1561.8f, 101.6f, 5), new(12, 1562.6f, 98.8f, 4.3f), new(18, 1564.3f, 94.2f, 3.1f), new(25, 1566.8f, 87, 1.4f)));

        // Mouth slit, edge of the red above and below.
        body.SculptFromFront(OverMidline([.. Slit, new(29, 1568.2f, 95)]), -1.1f, 1.7f);
        body.SculptFromFront(OverMidline([new(0, 1573.6f, 107), new(4.2f, 1575, 106), new(10, 1573.2f, 103), new(17, 1570, 98), new(26, 1566.8f, 90)]), 0.55f, 1.5f);
        body.SculptFromFront(OverMidline([new(0, 1557, 106), new(7, 1557.4f, 105), new(14, 1559.6f, 101), new(24, 1565, 92)]), 0.4f, 1.6f);

        // Hollow at the corner, fold under the lower lip, groove under the nose with its two edges.
        body.SculptFromFront([new(27, 1568.5f, 90), new(28, 1562, 88)], -0.4f, 5);
        body.SculptFromFront(OverMidline([new(0, 1552, 103), new(9, 1552.6f, 101), new(18, 1555.5f, 96)]), -1, 5);
        body.SculptFromFront([new(0, 1590, 106), new(0, 1582, 106), new(0, 1572.5f, 107)], -0.6f, 2.6f);
        body.SculptFromFront([new(4, 1590, 105), new(4.5f, 1582, 105), new(5, 1573, 106)], 0.3f, 2.4f);
    }

    /// <summary>Goes on over the midline, so that a tapered stroke does not fade there.</summary>
    private static Vector3[] OverMidline(ReadOnlySpan<Vector3> fromMidline)
    {
        var path = new Vector3[(2 * fromMidline.Length) - 1];
        for (var i = 0; i < fromMidline.Length; i++)
        {
            path[fromMidline.Length - 1 + i] = fromMidline[i];
            path[fromMidline.Length - 1 - i] = fromMidline[i] with { X = -fromMidline[i].X };
        }

        return path;
    }
}
