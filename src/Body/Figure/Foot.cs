using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>Foot and toes; each toe is a branch of its own.</summary>
internal static class Foot
{
    private const float OutwardDegrees = 8;

    internal static void AddTo(BodyField body, ShapeGroup leg)
    {
        // Side = towards the little toe, along = towards the toes, front = up.
        var (sine, cosine) = MathF.SinCos(OutwardDegrees * MathF.PI / 180);
        var frame = new Frame(new(106, 0, -36), new(cosine, 0, -sine), new(sine, 0, cosine), Vector3.UnitY);
        var foot = leg.Branch(34);
        AddSole(foot, frame);
        AddToes(foot, frame);

        // Arch, hollow under the middle of the foot.
        body.Sculpt([frame.At(-40, 34, 6), frame.At(-40, 72, 6)], -7, 22);
        body.Sculpt([frame.At(-14, 34, -2), frame.At(-10, 70, -2)], -4, 20);
    }

    private static void AddSole(ShapeGroup foot, Frame frame)
    {
        foot.Add(0, new Loft(
            frame,
            new(-40, 0, 29, 25, 25, 26, 28, 2),
            new(-25, 0, 32, 31, 31, 36, 32, 2.1f),
            new(0, 1, 36, 34, 33, 44, 36, 2.2f),
            new(30, 2, 34, 36, 33, 46, 34, 2.2f),
            new(55, 2, 30, 38, 34, 40, 30, 2.2f),
            new(85, 1, 24, 42, 38, 30, 24, 2.2f),
            new(115, 0, 20, 47, 43, 20.5f, 20, 2.3f),
            new(136, -1, 17, 47, 46, 14, 17, 2.4f),
            new(150, -4, 14, 40, 44, 10, 14, 2.3f),
            new(160, -7, 12, 29, 36, 6.5f, 11.5f, 2.1f)));

        // Heel, instep, balls of the big and the little toe.
        foot.Add(18, new Ellipsoid(frame.At(0, -34, 28), new(30, 28.5f, 29)));
        foot.Add(28, new Tube(frame.At(-3, 10, 66, 18), frame.At(-8, 60, 50, 16), frame.At(-15, 118, 29, 12)));
        foot.Add(16, new Ellipsoid(frame.At(-31, 140, 14), new(16, 14, 20)));
        foot.Add(16, new Ellipsoid(frame.At(37, 118, 11), new(13, 11, 20)));
    }

    private static void AddToes(ShapeGroup foot, Frame frame)
    {
        foot.Branch(10).Add(0, Tube.Flat(
            frame.Front,
            0.9f,
            frame.At(-30, 134, 14, 13.5f),
            frame.At(-29.5f, 160, 13.5f, 11.8f),
            frame.At(-28.5f, 177, 12.5f, 12.3f),
            frame.At(-27, 192.5f, 11.3f, 11)));
        AddToe(foot, frame, (-7.5f, 138), (-4.5f, 192), 7.9f);
        AddToe(foot, frame, (8.5f, 134), (12.5f, 183.5f), 7.6f);
        AddToe(foot, frame, (23.5f, 127), (28.5f, 172), 7.4f);
        AddToe(foot, frame, (37, 118), (42.5f, 158.5f), 7.6f);
    }

    /// <summary>A small toe: it rises to its middle joint and comes down on a broad pad.</summary>
    private static void AddToe(ShapeGroup foot, Frame frame, (float Side, float Along) root, (float Side, float Along) tip, float radius)
    {
        Knot At(float share, float height, float thickness) => frame.At(
            root.Side + ((tip.Side - root.Side) * share), root.Along + ((tip.Along - root.Along) * share), height, radius * thickness);

        foot.Branch(8).Add(0, new Tube(
            At(0, 13, 1.15f), At(0.46f, 14.5f, 0.96f), At(0.7f, 12, 1.02f), At(1, 7.8f, 0.96f)));
    }
}
