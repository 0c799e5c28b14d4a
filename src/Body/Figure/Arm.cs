using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>Upper arm and forearm, hanging some 20 degrees away from the trunk with the palm forwards.</summary>
internal static class Arm
{
    private const float UpperArmLength = 292;
    private const float ForearmLength = 250;

    private static readonly Vector3 Shoulder = new(170, 1386, -14);
    private static readonly Vector3 Elbow = Shoulder + (UpperArmLength * Hanging(17.1f, -0.01f));
    private static readonly Vector3 Wrist = Elbow + (ForearmLength * Hanging(22, 0.07f));

    internal static void AddTo(BodyField body)
    {
        var upper = Frame.AlongDirection(Shoulder, Elbow - Shoulder, Vector3.UnitX);
        var forearm = Frame.AlongDirection(Elbow, Wrist - Elbow, upper.Side);
        var arm = body.Root.Branch(30);
        AddUpperArm(arm, upper);
        AddForearm(arm, forearm);
        Hand.AddTo(body, arm, Frame.AlongDirection(Wrist, forearm.Along + new Vector3(0, 0, 0.02f), forearm.Side));

        // Bend of the elbow, both sides of its point.
        body.Sculpt([forearm.At(-14, -4, 36), forearm.At(16, -2, 36)], -1, 15);
        body.Sculpt([upper.At(-16, 285, -32), forearm.At(-14, 12, -32)], -1.8f, 11);
        body.Sculpt([upper.At(16, 285, -32), forearm.At(15, 12, -32)], -2.2f, 11);
    }

    /// <summary>A direction so many degrees out from straight down; not exactly of length 1.</summary>
    private static Vector3 Hanging(float degrees, float forward)
    {
        var (sine, cosine) = MathF.SinCos(degrees * MathF.PI / 180);
        return new Vector3(sine, -cosine, forward);
    }

    private static void AddUpperArm(ShapeGroup arm, Frame upper)
    {
        // The round top is the deltoid over the head of the humerus.
        arm.Add(0, new Loft(
            upper,
            new(2, 2, 0, 45, 44, 44, 44, 2),
            new(40, 3, 0, 48, 43, 45, 46, 2),
            new(95, 2, 0, 46, 41, 43, 45, 2),
            new(150, 0, 0, 41, 39, 42, 43, 2),
            new(200, 0, 0, 38, 37, 40, 40, 2),
            new(240, 0, 0, 36, 36, 37, 37, 2),
            new(275, 0, 0, 36, 36, 33, 35, 2.05f),
            new(300, 0, 0, 36, 36, 31, 34, 2.05f)));

        // Front, outer and back edge of the deltoid, biceps, triceps, point of the elbow.
        arm.Add(40, new Tube(upper.At(-24, -10, 26, 20), upper.At(12, 44, 26, 24), upper.At(14, 130, 12, 14), upper.At(10, 190, 6, 6)));
        arm.Add(40, new Tube(upper.At(-20, -10, -28, 20), upper.At(10, 44, -26, 24), upper.At(13, 130, -10, 14), upper.At(10, 190, -6, 6)));
        arm.Add(34, new Tube(upper.At(-6, 60, 22, 14), upper.At(-2, 140, 24, 22), upper.At(0, 195, 24, 22), upper.At(2, 265, 16, 10)));
        arm.Add(34, new Tube(upper.At(-4, 50, -24, 16), upper.At(0, 130, -26, 23), upper.At(2, 190, -24, 21), upper.At(2, 270, -20, 10)));
        arm.Add(16, new Ellipsoid(upper.At(0, 298, -29), new(12, 17, 10), new(0, 0, 17)));
    }

    private static void AddForearm(ShapeGroup arm, Frame forearm)
    {
        arm.Add(44, new Loft(
            forearm,
            new(-14, 0, 0, 35, 35, 31, 33, 2.05f),
            new(20, 1, 0, 36.5f, 35, 32.5f, 33, 2.05f),
            new(55, 1, 0, 37.5f, 34.5f, 33, 32.5f, 2.05f),
            new(95, 1, 0, 35.5f, 33, 31, 30.5f, 2.05f),
            new(140, 1, 0, 33, 31.5f, 27.5f, 27, 2.1f),
            new(185, 0, 0, 30.5f, 29.5f, 23, 22.5f, 2.15f),
            new(220, 0, 0, 28, 28, 19.5f, 19.5f, 2.2f),
            new(248, 0, 0, 27.5f, 27.5f, 18, 17.5f, 2.2f),
            new(262, 0, 0, 26, 26, 16, 16, 2.15f),
            new(280, 0, 0, 18, 18, 11, 11, 2)));

        // Brachioradialis, flexors on the palm side, extensors on the back, the knob of the ulna.
        arm.Add(44, new Tube(forearm.At(10, -90, 4, 12), forearm.At(22, -20, 7, 15), forearm.At(25, 50, 8, 14), forearm.At(20, 170, 5, 7)));
        arm.Add(30, new Tube(forearm.At(-22, -40, 0, 10), forearm.At(-22, 10, 6, 14), forearm.At(-20, 60, 9, 15), forearm.At(-14, 120, 8, 13), forearm.At(-10, 190, 8, 7)));
        arm.Add(30, new Tube(forearm.At(24, -34, -6, 9), forearm.At(24, 10, -9, 13), forearm.At(22, 60, -12, 14), forearm.At(15, 120, -11, 12), forearm.At(8, 200, -10, 7)));
        arm.Add(11, new Ellipsoid(forearm.At(-20.5f, 240, -9.5f), new(9, 13, 8.5f)));
    }
}
