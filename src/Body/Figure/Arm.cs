using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>Upper arm and forearm, hanging some 20 degrees away from the trunk with the palm forwards.</summary>
internal static class Arm
{
    private const float UpperArmLength = 300;
    private const float ForearmLength = 250;

    private static readonly Vector3 Shoulder = new(168, 1394, -14);
    private static readonly Vector3 Elbow = Shoulder + (UpperArmLength * Hanging(17, -0.01f));
    private static readonly Vector3 Wrist = Elbow + (ForearmLength * Hanging(22, 0.07f));

    internal static void AddTo(BodyField body)
    {
        var upper = Frame.AlongDirection(Shoulder, Elbow - Shoulder, Vector3.UnitX);
        var forearm = Frame.AlongDirection(Elbow, Wrist - Elbow, upper.Side);
        var arm = body.Root.Branch(26);
        AddUpperArm(arm, upper);
        AddForearm(arm, forearm);

        // One piece over the joint, so that the ends of both lofts do not show.
        arm.Add(30, Tube.Flat(
            upper.Front, 0.87f, upper.At(0, 215, 0, 31), upper.At(0, 275, -1, 32), forearm.At(0, 20, 0, 33), forearm.At(1, 80, 0, 31)));
        Hand.AddTo(body, arm, Frame.AlongDirection(Wrist, forearm.Along + new Vector3(0, 0, 0.02f), forearm.Side));

        // Edge of the deltoid, groove on the outer side, bend of the elbow.
        body.Sculpt([upper.At(40, 60, 24), upper.At(38, 110, 26), upper.At(30, 160, 20)], -2.6f, 11);
        body.Sculpt([upper.At(34, 170, -4), upper.At(30, 220, 0)], -2.2f, 11);
        body.Sculpt([forearm.At(2, -6, 40), forearm.At(0, 20, 40)], -2.5f, 15);
    }

    /// <summary>A direction so many degrees out from straight down; not exactly of length 1.</summary>
    private static Vector3 Hanging(float degrees, float forward)
    {
        var (sine, cosine) = MathF.SinCos(degrees * MathF.PI / 180);
        return new Vector3(sine, -cosine, forward);
    }

    private static void AddUpperArm(ShapeGroup arm, Frame upper)
    {
        arm.Add(0, new Loft(
            upper,
            new(-10, 0, 0, 40, 42, 42, 42, 2),
            new(40, 0, 0, 43, 43, 43, 44, 2),
            new(110, 0, 0, 40, 39, 42, 44, 2),
            new(170, 0, 0, 38, 36, 42, 42, 2),
            new(230, 0, 0, 36, 35, 38, 37, 2.1f),
            new(270, 0, 0, 35, 35, 32, 34, 2.1f),
            new(296, 0, 0, 32, 32, 27, 30, 2.1f),
            new(316, 0, 0, 21, 21, 18, 21, 2),
            new(330, 0, 0, 7, 7, 7, 7, 2)));

        // Head of the humerus; front, middle and back of the deltoid, gathered on the outer side of the arm.
        arm.Add(34, new Ellipsoid(upper.At(6, 0, 0), new(49, 50, 47), new(0, 0, 17)));
        arm.Add(26, new Tube(upper.At(-24, -20, 32, 18), upper.At(19, 38, 32, 27), upper.At(20, 158, 2, 8)));
        arm.Add(26, new Tube(upper.At(14, -26, 2, 16), upper.At(37, 40, 2, 26), upper.At(20, 158, 2, 8)));
        arm.Add(26, new Tube(upper.At(-20, -22, -34, 18), upper.At(17, 38, -32, 27), upper.At(20, 158, 2, 8)));

        // Biceps, long and lateral head of the triceps, brachialis, point of the elbow.
        arm.Add(16, new Tube(upper.At(-8, 40, 24, 12), upper.At(-2, 130, 26, 24), upper.At(0, 190, 26, 25), upper.At(2, 268, 20, 10)));
        arm.Add(16, new Tube(upper.At(-14, 50, -26, 16), upper.At(-14, 130, -26, 25), upper.At(-8, 190, -22, 22), upper.At(-2, 280, -22, 10)));
        arm.Add(16, new Tube(upper.At(20, 60, -22, 12), upper.At(22, 130, -24, 20), upper.At(16, 190, -22, 18), upper.At(4, 270, -22, 8)));
        arm.Add(14, new Tube(upper.At(22, 160, 10, 9), upper.At(24, 215, 12, 14), upper.At(22, 262, 18, 8)));
        arm.Add(12, new Ellipsoid(upper.At(0, 302, -30), new(13, 17, 10), new(0, 0, 17)));
    }

    private static void AddForearm(ShapeGroup arm, Frame forearm)
    {
        arm.Add(40, new Loft(
            forearm,
            new(-44, 0, 0, 7, 7, 7, 7, 2),
            new(-30, 0, 0, 19, 19, 16, 18, 2),
            new(-12, 0, 0, 30, 30, 26, 29, 2.1f),
            new(10, 0, 0, 36, 35, 32, 33, 2.1f),
            new(45, 1, 0, 41, 38, 37, 35, 2.1f),
            new(85, 1, 0, 40, 37, 35, 33, 2.1f),
            new(130, 0, 0, 36, 34, 30, 28, 2.15f),
            new(185, 0, 0, 31, 30, 23, 23, 2.2f),
            new(225, 0, 0, 28, 28, 19, 19, 2.3f),
            new(250, 0, 0, 27, 27, 17, 17, 2.3f),
            new(268, 0, 0, 22, 22, 13, 13, 2.2f),
            new(282, 0, 0, 8, 8, 6, 6, 2)));

        // Brachioradialis, flexors on the palm side, extensors on the back, the knob of the ulna.
        arm.Add(14, new Tube(forearm.At(22, -44, 2, 9), forearm.At(34, 20, 12, 18), forearm.At(34, 80, 10, 15), forearm.At(26, 180, 6, 6)));
        arm.Add(14, new Tube(forearm.At(-24, -50, -2, 9), forearm.At(-27, 0, 6, 14), forearm.At(-25, 55, 14, 19), forearm.At(-18, 115, 14, 17), forearm.At(-10, 200, 8, 6)));
        arm.Add(14, new Tube(forearm.At(26, -40, -6, 9), forearm.At(31, 0, -9, 12), forearm.At(29, 60, -17, 18), forearm.At(20, 120, -16, 15), forearm.At(8, 210, -10, 6)));
        arm.Add(9, new Ellipsoid(forearm.At(-24, 240, -10), new(9, 11, 9)));
    }
}
