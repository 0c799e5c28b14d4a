using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>Thigh, knee and lower leg.</summary>
internal static class Leg
{
    internal static void AddTo(BodyField body)
    {
        var leg = body.Root.Branch(44);
        AddCore(leg);
        AddThigh(leg);
        AddLowerLeg(leg);
        Sculpt(body);
        Foot.AddTo(body, leg);
    }

    private static void AddCore(ShapeGroup leg) => leg.Add(0, new Loft(
        Frame.Body,
        new(62, 106, -38, 29, 29, 28, 33, 2),
        new(85, 106, -37, 30, 31, 31, 35, 2),
        new(115, 105, -36, 31.5f, 32, 33, 35.5f, 2),
        new(150, 104, -33, 33, 32.5f, 35.5f, 36.5f, 2),
        new(200, 103, -29, 35, 34, 40, 40, 2),
        new(250, 103, -25, 42, 40, 47, 49, 2),
        new(300, 102, -20, 49, 47, 52, 60, 2),
        new(345, 102, -16, 53.5f, 51.5f, 53, 65, 2),
        new(385, 101, -12, 53.5f, 51, 53.5f, 62.5f, 2),
        new(420, 99, -7, 51, 49, 53, 56, 2.05f),
        new(455, 98, -1, 50, 50, 52, 52, 2.1f),
        new(490, 98, 2, 52, 52, 52, 53, 2.1f),
        new(525, 98, 3, 54.5f, 54.5f, 54, 57, 2.1f),
        new(565, 99, 3, 58, 57, 61, 64, 2.05f),
        new(620, 100, 3, 66, 65, 73, 73, 2.05f),
        new(680, 100, 2, 75, 75, 83, 82, 2.05f),
        new(740, 99, 0, 82, 83, 88, 89, 2.05f),
        new(795, 97, -3, 85, 85, 89, 95, 2.05f),
        new(840, 95, -6, 85, 83, 84, 98, 2.05f),
        new(885, 94, -8, 80, 73, 76, 94, 2.05f),
        new(925, 93, -9, 70, 69, 64, 80, 2),
        new(965, 92, -10, 53, 53, 47, 58, 2),
        new(1005, 91, -10, 36, 36, 33, 38, 2),
        new(1045, 90, -10, 20, 20, 18, 20, 2)));

    private static void AddThigh(ShapeGroup leg)
    {
        // Front and inner swell of the thigh above the knee, outer and inner hamstrings down to their tendons.
        leg.Add(40, new Tube(new(112, 840, 36, 24), new(112, 720, 44, 36), new(106, 610, 36, 28), new(101, 540, 26, 12)));
        leg.Add(34, new Tube(new(72, 680, 36, 16), new(68, 600, 32, 24), new(68, 552, 26, 22), new(76, 505, 18, 10)));
        leg.Add(34, new Tube(
            new(112, 800, -52, 24), new(120, 700, -52, 26), new(128, 600, -42, 22), new(137, 515, -34, 13), new(132, 440, -20, 9)));
        leg.Add(34, new Tube(
            new(82, 800, -52, 24), new(74, 700, -52, 26), new(66, 600, -42, 22), new(61, 515, -35, 13), new(69, 436, -14, 9)));

        // Kneecap and its tendon.
        leg.Add(20, new Ellipsoid(new(99, 501, 40), new(23, 27, 15)));
        leg.Add(20, new Tube(new(99, 478, 40, 9), new(98, 450, 36, 8.5f), new(98, 426, 33, 8.5f), new(98, 394, 24, 6)));
    }

    private static void AddLowerLeg(ShapeGroup leg)
    {
        // Inner and outer calf, Achilles tendon, inner and outer ankle.
        leg.Add(30, new Tube(new(80, 500, -20, 10), new(72, 400, -46, 26), new(76, 335, -48, 25), new(92, 262, -46, 12)));
        leg.Add(30, new Tube(new(118, 500, -20, 10), new(128, 405, -44, 24), new(126, 350, -46, 23), new(116, 280, -46, 12)));
        leg.Add(18, new Tube(new(106, 240, -56, 14), new(106, 160, -61, 9.5f), new(106, 105, -65, 8.5f), new(104, 56, -74, 14)));
        leg.Add(20, new Ellipsoid(new(81, 87, -30), new(11, 17, 14)));
        leg.Add(20, new Ellipsoid(new(131.5f, 77, -43), new(10, 19, 12)));
    }

    private static void Sculpt(BodyField body)
    {
        // Hollow of the knee, soft dents beside the kneecap.
        body.Sculpt([new(99, 496, -54), new(99, 474, -54)], -4, 24);
        body.Sculpt([new(70, 518, 42), new(72, 470, 42)], -2, 13);
        body.Sculpt([new(128, 518, 42), new(126, 470, 42)], -2, 13);

        // Outer groove of the thigh, groove of the calf, both sides of the Achilles tendon.
        body.Sculpt([new(168, 720, -16), new(160, 640, -12), new(150, 540, -6)], -1.2f, 18);
        body.Sculpt([new(101, 392, -82), new(102, 340, -86)], -1.4f, 15);
        body.Sculpt([new(86, 116, -58), new(82, 82, -60)], -2.4f, 12);
        body.Sculpt([new(126, 116, -60), new(129, 82, -65)], -2.4f, 12);
    }
}
