using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>Skull, face and ear.</summary>
internal static class Head
{
    internal static void AddTo(BodyField body)
    {
        var head = body.Root.Branch(19);
        AddSkull(head);
        AddFace(head);
        SculptFace(body);
    }

    private static void AddSkull(ShapeGroup head)
    {
        // Cranium, forehead, the block of the face from chin to brow.
        head.Add(0, new Ellipsoid(new(0, 1663, 4), new(75, 87, 95), new(-12, 0, 0)));
        head.Add(36, new Ellipsoid(new(0, 1668, 54), new(60, 60, 52)));
        head.Add(26, new Loft(
            Frame.Body,
            new(1522, 0, 44, 8, 8, 34, 14, 2),
            new(1526, 0, 42, 18, 18, 51, 24, 2.05f),
            new(1535, 0, 40, 25, 25, 60, 34, 2.05f),
            new(1550, 0, 36, 35.5f, 35.5f, 65, 44, 2.05f),
            new(1572, 0, 32, 47, 47, 69, 52, 2.1f),
            new(1592, 0, 28, 55, 55, 70, 60, 2.15f),
            new(1612, 0, 26, 60, 60, 70, 70, 2.2f),
            new(1636, 0, 24, 64, 64, 72, 78, 2.2f),
            new(1660, 0, 22, 62, 62, 70, 70, 2.1f),
            new(1684, 0, 20, 48, 48, 54, 56, 2),
            new(1704, 0, 20, 22, 22, 24, 24, 2)));

        // Edge of the jaw, chin, cheek bone, cheek.
        head.Add(26, new Tube(new(54, 1612, 2, 8), new(45, 1568, 10, 9), new(30, 1545, 46, 9.5f), new(11, 1534, 80, 9)));
        head.Add(20, new Ellipsoid(new(0, 1535, 87), new(15.5f, 12, 12.5f)));
        head.Add(28, new Ellipsoid(new(44, 1612, 70), new(20, 14, 18), new(0, 30, 0)));
        head.Add(26, new Ellipsoid(new(30, 1580, 72), new(22, 24, 22)));
    }

    private static void AddFace(ShapeGroup head)
    {
        // Bridge, tip and wing of the nose.
        head.Add(13, new Tube(new(0, 1652, 94, 7), new(0, 1626, 103, 6.5f), new(0, 1604, 112, 7.5f)));
        head.Add(9, new Ellipsoid(new(0, 1599, 110.5f), new(8.5f, 7.5f, 9)));
        head.Add(10, new Ellipsoid(new(9.5f, 1597, 101), new(5.5f, 5.5f, 8.5f)));

        // Upper and lower lip.
        head.Add(9, new Tube(
            new(-26, 1564.5f, 84, 1.5f), new(-10, 1568.5f, 98.5f, 4.4f), new(0, 1567.5f, 101.5f, 5), new(10, 1568.5f, 98.5f, 4.4f), new(26, 1564.5f, 84, 1.5f)));
        head.Add(9, new Tube(new(-23, 1562.5f, 85, 1.5f), new(-10, 1558.5f, 97, 4.6f), new(0, 1557.5f, 99.5f, 5.4f), new(10, 1558.5f, 97, 4.6f), new(23, 1562.5f, 85, 1.5f)));

        // Eye and ear.
        head.Add(9, new Ellipsoid(new(31, 1632, 79), new(15.5f, 11.5f, 14.5f)));
        head.Add(9, new Ellipsoid(new(73.5f, 1628, -4), new(5.5f, 30, 17), new(-10, -18, -6)));
    }

    private static void SculptFace(BodyField body)
    {
        // Hollow between eye and brow, groove under the eye, brow, the closed lids.
        body.Sculpt([new(12, 1640, 102), new(22, 1645.5f, 101), new(36, 1646, 96), new(48, 1640, 86)], -2.6f, 7.5f);
        body.Sculpt([new(16, 1624, 99), new(26, 1619, 98), new(38, 1620, 92), new(47, 1627, 85)], -1.3f, 6.5f);
        body.Sculpt([new(9, 1653, 107), new(30, 1661, 101), new(52, 1652, 84)], 1.4f, 9);
        body.Sculpt([new(16.5f, 1633, 95), new(24, 1628.5f, 96.5f), new(32, 1627, 95.5f), new(40, 1629, 91), new(46, 1634, 86)], -1.3f, 4);

        // Mouth, chin fold, groove under the nose.
        body.Sculpt(
            [new(-25, 1564, 88), new(-10, 1563.4f, 102), new(0, 1563, 105), new(10, 1563.4f, 102), new(25, 1564, 88)], -1.2f, 4.6f);
        body.Sculpt([new(-15, 1547, 98), new(0, 1545, 102), new(15, 1547, 98)], -1.5f, 8);
        body.Sculpt([new(0, 1589, 109), new(0, 1583, 107), new(0, 1577, 106)], -0.9f, 3.6f);

        // Rim and bowl of the ear, temple.
        body.Sculpt([new(78, 1648, -6), new(82, 1641, -16), new(82, 1632, -18), new(82, 1624, -17)], 1.8f, 4.5f);
        body.Sculpt([new(80, 1640, -4), new(80, 1624, -4)], -4.5f, 7);
        body.Sculpt([new(64, 1660, 48), new(66, 1645, 56)], -1.2f, 20);
    }
}
