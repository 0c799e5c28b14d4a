using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>Thigh, knee and lower leg.</summary>
internal static class Leg
{
    internal static void AddTo(BodyField body)
    {
        var leg = body.Root.Branch(40);
        AddCore(leg);
        AddThigh(leg);
        AddLowerLeg(leg);
        Sculpt(body);
        Foot.AddTo(body, leg);
    }

    private static void AddCore(ShapeGroup leg) => leg.Add(0, new Loft(
        Frame.Body,
        new(50, 106, -38, 30, 30, 30, 36, 2),
        new(80, 106, -37, 31, 32, 33, 37, 2),
        new(115, 106, -36, 30, 31, 32, 35, 2),
        new(150, 106, -33, 32, 32, 33, 35, 2),
        new(200, 105, -29, 36, 36, 37, 38, 2),
        new(250, 104, -25, 42, 42, 41, 46, 2),
        new(300, 103, -20, 49, 48, 43, 58, 2),
        new(345, 101, -16, 54, 51, 44, 70, 2.05f),
        new(385, 100, -12, 54, 51, 44, 68, 2.05f),
        new(420, 99, -6, 51, 49, 45, 53, 2.1f),
        new(455, 98, 0, 50, 49, 47, 47, 2.15f),
        new(490, 98, 3, 51, 51, 50, 47, 2.15f),
        new(520, 98, 3, 53, 53, 51, 52, 2.1f),
        new(560, 99, 3, 57, 54, 57, 59, 2.05f),
        new(620, 99, 3, 64, 59, 67, 66, 2.05f),
        new(680, 98, 2, 69, 66, 74, 72, 2.05f),
        new(740, 97, 0, 73, 73, 77, 78, 2.05f),
        new(800, 95, -4, 76, 78, 79, 82, 2.05f),
        new(850, 94, -6, 79, 80, 78, 86, 2.05f),
        new(895, 94, -8, 77, 80, 74, 88, 2.05f),
        new(925, 94, -9, 69, 74, 68, 80, 2),
        new(965, 94, -10, 55, 60, 54, 64, 2),
        new(1005, 92, -10, 36, 40, 34, 40, 2),
        new(1035, 90, -10, 13, 13, 12, 13, 2)));

    private static void AddThigh(ShapeGroup leg)
    {
        // Vastus lateralis, rectus femoris, vastus medialis, adductors.
        leg.Add(26, new Tube(new(138, 900, 8, 26), new(148, 770, 16, 34), new(144, 640, 26, 29), new(126, 530, 26, 11)));
        leg.Add(24, new Tube(new(104, 930, 48, 12), new(106, 800, 58, 27), new(104, 660, 56, 24), new(100, 540, 36, 9)));
        leg.Add(22, new Tube(new(80, 740, 46, 12), new(70, 630, 44, 25), new(65, 565, 37, 25), new(76, 505, 22, 8)));
        leg.Add(26, new Tube(new(24, 850, 0, 30), new(46, 760, -4, 36), new(62, 660, -4, 24), new(60, 560, -6, 12)));

        // Outer and inner hamstrings down to their tendons.
        leg.Add(18, new Tube(
            new(100, 860, -62, 20), new(118, 740, -58, 28), new(128, 620, -48, 26), new(142, 500, -36, 11), new(142, 462, -28, 7)));
        leg.Add(18, new Tube(
            new(84, 860, -62, 20), new(76, 740, -60, 28), new(68, 620, -52, 25), new(58, 510, -40, 11), new(64, 450, -18, 7)));

        // Kneecap and its tendon.
        leg.Add(18, new Ellipsoid(new(99, 500, 41), new(23, 27, 16)));
        leg.Add(18, new Tube(new(99, 480, 40, 10), new(98, 452, 37, 9), new(98, 425, 33, 9), new(98, 390, 22, 6)));
    }

    private static void AddLowerLeg(ShapeGroup leg)
    {
        // Inner and outer calf, soleus on both sides, shin muscle, Achilles tendon.
        leg.Add(18, new Tube(new(76, 505, -22, 7), new(66, 400, -52, 28), new(74, 330, -52, 26), new(92, 262, -52, 10)));
        leg.Add(18, new Tube(new(120, 505, -22, 7), new(130, 405, -50, 26), new(128, 345, -50, 24), new(116, 280, -52, 10)));
        leg.Add(16, new Tube(new(128, 350, -34, 12), new(134, 280, -38, 18), new(122, 200, -44, 10)));
        leg.Add(16, new Tube(new(76, 330, -36, 12), new(72, 260, -38, 16), new(84, 190, -44, 10)));
        leg.Add(22, new Tube(new(116, 430, 20, 10), new(119, 350, 20, 20), new(111, 250, 8, 16), new(100, 130, -20, 6)));
        leg.Add(14, new Tube(new(106, 260, -58, 12), new(106, 160, -62, 9), new(106, 100, -66, 9), new(106, 48, -74, 14)));

        // Inner and outer ankle.
        leg.Add(18, new Ellipsoid(new(79, 86, -29), new(11, 17, 15)));
        leg.Add(18, new Ellipsoid(new(135, 76, -42), new(10, 18, 12)));
    }

    private static void Sculpt(BodyField body)
    {
        // Hollow of the knee, both sides of the kneecap.
        body.Sculpt([new(99, 500, -52), new(99, 470, -56)], -5, 20);
        body.Sculpt([new(72, 505, 46), new(82, 478, 48)], -2, 12);
        body.Sculpt([new(126, 505, 46), new(116, 478, 48)], -2, 12);

        // Outer groove of the thigh, line of the sartorius, groove between the hamstrings, groove of the calf.
        body.Sculpt([new(158, 760, -20), new(156, 640, -12), new(148, 540, -4)], -1.6f, 14);
        body.Sculpt([new(88, 900, 78), new(60, 780, 66), new(40, 660, 30), new(44, 560, -6)], -1.2f, 14);
        body.Sculpt([new(100, 820, -96), new(98, 700, -84), new(98, 580, -66)], -1.6f, 14);
        body.Sculpt([new(101, 400, -84), new(101, 330, -86)], -2.2f, 13);
    }
}
