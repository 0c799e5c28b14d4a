using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>Skull, face and ear.</summary>
internal static class Head
{
    internal static void AddTo(BodyField body)
    {
        var head = body.Root.Branch(16);
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
            new(1535, 0, 40, 27, 27, 61, 34, 2.05f),
            new(1550, 0, 36, 37, 37, 66, 44, 2.05f),
            new(1572, 0, 32, 47, 47, 69, 52, 2.1f),
            new(1592, 0, 28, 55, 55, 70, 60, 2.15f),
            new(1612, 0, 26, 60, 60, 70, 70, 2.2f),
            new(1636, 0, 24, 64, 64, 72, 78, 2.2f),
            new(1660, 0, 22, 62, 62, 70, 70, 2.1f),
            new(1684, 0, 20, 48, 48, 54, 56, 2),
            new(1704, 0, 20, 22, 22, 24, 24, 2)));

        // Edge of the jaw, chin, cheek bone, cheek.
        head.Add(26, new Tube(new(54, 1612, 2, 8), new(45, 1568, 10, 9), new(30, 1545, 46, 9.5f), new(11, 1534, 80, 9)));
        head.Add(20, new Ellipsoid(new(0, 1535, 88), new(17, 12, 13.5f)));
        head.Add(28, new Ellipsoid(new(44, 1612, 70), new(20, 14, 18), new(0, 30, 0)));
        head.Add(26, new Ellipsoid(new(30, 1580, 72), new(22, 24, 22)));
    }

    private static void AddFace(ShapeGroup head)
    {
        // Bridge, tip and wing of the nose.
        head.Add(13, new Tube(new(0, 1650, 94, 7.5f), new(0, 1625, 104, 7.5f), new(0, 1603, 114, 9)));
        head.Add(8, new Ellipsoid(new(0, 1597, 113), new(10, 8.5f, 11)));
        head.Add(8, new Ellipsoid(new(11.5f, 1594, 103), new(7, 7, 11)));

        // Upper and lower lip.
        head.Add(7, new Tube(
            new(-23, 1565, 88, 2.5f), new(-9, 1569.5f, 100, 4.6f), new(0, 1568, 102, 5), new(9, 1569.5f, 100, 4.6f), new(23, 1565, 88, 2.5f)));
        head.Add(6, new Tube(new(-19, 1561.5f, 89, 2.5f), new(0, 1556.5f, 100.5f, 5.8f), new(19, 1561.5f, 89, 2.5f)));

        // Eye and ear.
        head.Add(7, new Ellipsoid(new(31, 1632, 80), new(17, 12.5f, 15)));
        head.Add(7, new Ellipsoid(new(74, 1628, -4), new(5, 30, 17), new(-10, 22, -6)));
    }

    private static void SculptFace(BodyField body)
    {
        // Orbit, lower lid, brow, closed lids.
        body.Sculpt([new(11, 1637, 102), new(30, 1643, 99), new(47, 1637, 86)], -3.4f, 11, tapered: false);
        body.Sculpt([new(20, 1624, 98), new(34, 1623, 94), new(46, 1627, 86)], -1.6f, 7);
        body.Sculpt([new(9, 1651, 106), new(30, 1660, 101), new(52, 1650, 84)], 1.3f, 10);
        body.Sculpt([new(16, 1637, 93), new(30, 1643.5f, 96), new(45, 1637.5f, 86)], -1.3f, 3.4f);

        // Mouth, chin fold, groove under the nose.
        body.Sculpt(
            [new(-23, 1564.5f, 93), new(-9, 1563.5f, 103), new(0, 1562.8f, 105.5f), new(9, 1563.5f, 103), new(23, 1564.5f, 93)],
            -2.2f,
            2.8f,
            tapered: false);
        body.Sculpt([new(-15, 1547, 98), new(0, 1545, 102), new(15, 1547, 98)], -2.4f, 8);
        body.Sculpt([new(0, 1590, 108), new(0, 1577, 105)], -1.2f, 4);

        // Rim and bowl of the ear, temple.
        body.Sculpt([new(78, 1648, -6), new(82, 1640, -16), new(82, 1622, -16), new(78, 1606, -4)], 2.2f, 4);
        body.Sculpt([new(80, 1640, -4), new(80, 1624, -4)], -4.5f, 7);
        body.Sculpt([new(64, 1660, 48), new(66, 1645, 56)], -1.2f, 20);
    }
}
