using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>
/// Skull, cheeks and jaw; eye, nose, mouth and ear are added by their own files. Length and breadth of the head, breadth of the face
/// and the height from chin to root of the nose lie between the means of women and men in ANSUR II (Gordon and others, 2014) and
/// L. G. Farkas, Anthropometry of the Head and Face (1994). The eyes lie at half the height of the head.
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
        Nose.AddTo(head);
        Mouth.AddTo(head, body);
        Ear.AddTo(head);
        SculptFace(body);
    }

    private static void AddSkull(ShapeGroup head)
    {
        // Cranium, its breadth at the back, back of the head, hollow below it, forehead.
        head.Add(0, new Ellipsoid(new(0, 1664, 4), new(70, 82, 86), new(-10, 0, 0)));
        head.Add(30, new Ellipsoid(new(0, 1690, -15), new(67.5f, 51, 58)));
        head.Add(36, new Ellipsoid(new(0, 1652, -34), new(54, 44, 44)));
        head.Add(30, new Ellipsoid(new(0, 1606, -42), new(38, 30, 21)));
        head.Add(34, new Ellipsoid(new(0, 1670, 46), new(60, 60, 54)));

        // The face from the chin to the brow, narrow at the back so that the arch of the cheek bone stands free.
        head.Add(22, new Loft(
            Frame.Body,
            new(1540, 0, 70, 5, 5, 8, 12, 2),
            new(1547, 0, 68, 17, 17, 22, 34, 2),
            new(1555, 0, 63, 28, 28, 33, 50, 2.05f),
            new(1564, 0, 57, 36, 36, 41, 58, 2.05f),
            new(1575, 0, 52, 41, 41, 46, 60, 2.1f),
            new(1592, 0, 45, 47, 47, 54, 58, 2.1f),
            new(1610, 0, 40, 53, 53, 56, 62, 2.15f),
            new(1632, 0, 38, 55.5f, 55.5f, 55, 66, 2.2f),
            new(1650, 0, 36, 57.5f, 57.5f, 62, 64, 2.2f),
            new(1668, 0, 32, 51, 51, 54, 54, 2),
            new(1686, 0, 28, 26, 26, 26, 28, 2)));
    }

    private static void AddJaw(ShapeGroup head)
    {
        // Branch and body of the jaw, floor of the mouth, chin.
        head.Add(22, new Tube(new(52, 1612, 8, 8), new(45, 1584, 12, 8), new(39, 1564, 20, 7.5f)));
        head.Add(20, new Tube(new(39, 1564, 20, 7.5f), new(31.5f, 1551.5f, 48, 7.5f), new(19, 1540, 75, 8), new(0, 1535.5f, 85.5f, 8.5f)));
        head.Add(22, new Ellipsoid(new(0, 1546, 48), new(31, 17, 42), new(-5, 0, 0)));
        head.Add(16, new Ellipsoid(new(0, 1537.5f, 87), new(13, 11.5f, 13)));
    }

    private static void AddCheek(ShapeGroup head)
    {
        // Arch of the cheek bone, outer rim of the eye socket, cheek bone, cheek, chewing muscle.
        head.Add(22, new Tube(new(57, 1620, 4, 4), new(55.5f, 1618, 32, 4), new(50, 1614, 54, 5), new(41, 1610, 69, 5)));
        head.Add(22, new Tube(new(45, 1612, 68, 5), new(48, 1634, 68, 5), new(43, 1653, 70, 5)));
        head.Add(24, new Ellipsoid(new(40, 1609, 68), new(17, 13, 17), new(0, 32, 0)));
        head.Add(28, new Ellipsoid(new(32, 1586, 67), new(21, 27, 25)));
        head.Add(26, new Ellipsoid(new(44, 1588, 38), new(12, 26, 21)));
    }

    private static void SculptFace(BodyField body)
    {
        // Fold beside the nose.
        body.SculptFromFront([new(19, 1597, 101), new(27, 1580, 99), new(32, 1566, 92)], -0.5f, 6);
    }
}
