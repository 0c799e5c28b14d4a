using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>
/// Skull, cheeks and jaw; eye, nose, mouth and ear are added by their own files. The measures lie half-way between the means of
/// women and men in ANSUR II (Gordon and others, 2014) and of L. G. Farkas, Anthropometry of the Head and Face (1994): head 195 long
/// and 151 broad, chin to crown 227, width of the face 138, of the jaw 104, root of the nose to chin 118. The eyes lie at half the
/// height of the head.
/// </summary>
internal static class Head
{
    internal static void AddTo(BodyField body)
    {
        var head = body.Root.Branch(17);
        AddSkull(head);
        AddJaw(head);
        AddCheek(head);
        Eye.AddTo(head, body);
        Nose.AddTo(head, body);
        Mouth.AddTo(head, body);
        Ear.AddTo(head);
        SculptFace(body);
    }

    private static void AddSkull(ShapeGroup head)
    {
        // Cranium, eminence at its side, back of the head, forehead.
        head.Add(0, new Ellipsoid(new(0, 1666, 4), new(70, 83.5f, 86), new(-10, 0, 0)));
        head.Add(30, new Ellipsoid(new(22, 1682, -18), new(44, 52, 58)));
        head.Add(36, new Ellipsoid(new(0, 1652, -34), new(54, 44, 44)));
        head.Add(34, new Ellipsoid(new(0, 1670, 46), new(60, 60, 54)));

        // The face from the chin to the brow, narrow at the back so that the arch of the cheek bone stands free.
        head.Add(22, new Loft(
            Frame.Body,
            new(1535, 0, 73, 5, 5, 8, 12, 2),
            new(1541, 0, 70, 16, 16, 20, 32, 2),
            new(1550, 0, 65, 26, 26, 30, 48, 2.05f),
            new(1560, 0, 59, 34, 34, 38, 58, 2.05f),
            new(1575, 0, 52, 41, 41, 46, 60, 2.1f),
            new(1592, 0, 45, 47, 47, 54, 58, 2.1f),
            new(1610, 0, 40, 53, 53, 56, 62, 2.15f),
            new(1632, 0, 38, 55.5f, 55.5f, 55, 66, 2.2f),
            new(1650, 0, 36, 55, 55, 62, 64, 2.2f),
            new(1668, 0, 32, 44, 44, 54, 54, 2),
            new(1684, 0, 28, 20, 20, 22, 24, 2)));
    }

    private static void AddJaw(ShapeGroup head)
    {
        // Branch and body of the jaw, floor of the mouth, chin.
        head.Add(22, new Tube(
            new(53, 1612, 8, 8), new(45, 1580, 12, 8), new(38.5f, 1564, 22, 7.5f), new(31.5f, 1551.5f, 48, 7.5f), new(19, 1540, 75, 8), new(0, 1535.5f, 87, 8.5f)));
        head.Add(22, new Ellipsoid(new(0, 1546, 48), new(31, 17, 42), new(-5, 0, 0)));
        head.Add(16, new Ellipsoid(new(0, 1537.5f, 88), new(13, 11.5f, 13)));
    }

    private static void AddCheek(ShapeGroup head)
    {
        // Arch of the cheek bone, cheek bone, cheek, chewing muscle.
        head.Add(22, new Tube(new(59, 1620, 4, 4), new(58, 1618, 32, 4), new(51, 1614, 56, 5), new(41, 1610, 70, 5)));
        head.Add(24, new Ellipsoid(new(41, 1609, 68), new(17, 13, 17), new(0, 32, 0)));
        head.Add(28, new Ellipsoid(new(32, 1586, 67), new(21, 27, 25)));
        head.Add(28, new Tube(new(52, 1606, 38, 9), new(47, 1586, 38, 12), new(39, 1568, 36, 8)));
    }

    private static void SculptFace(BodyField body)
    {
        // Fold beside the nose.
        body.SculptFromFront([new(19, 1597, 101), new(27, 1580, 99), new(32, 1566, 92)], -0.5f, 6);
    }
}
