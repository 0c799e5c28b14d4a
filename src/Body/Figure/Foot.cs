using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>Foot and toes. The toes melt into the foot, and into each other by a hair only.</summary>
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
            new(-25, 0, 31, 31, 31, 32, 31, 2.1f),
            new(0, 1, 34, 33, 32, 38, 34, 2.2f),
            new(30, 2, 34, 35, 33, 43, 34, 2.2f),
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
        var toes = foot.Branch(9);
        toes.Add(0, Tube.Flat(
            frame.Front,
            0.9f,
            frame.At(-31, 134, 14, 13.2f),
            frame.At(-31, 160, 13.5f, 11.4f),
            frame.At(-30, 177, 12.5f, 12),
            frame.At(-28.5f, 192.5f, 11.3f, 10.8f)));

        // The small toes lie against each other; only their tips stand free.
        AddToe(toes, frame, (-7, 138), (-5, 191.5f), 7.8f);
        AddToe(toes, frame, (7, 134), (9, 183), 7.5f);
        AddToe(toes, frame, (20.5f, 127), (22.5f, 172), 7.3f);
        AddToe(toes, frame, (33, 118), (35.5f, 158.5f), 7.5f);
    }

    /// <summary>A small toe: it rises to its middle joint and comes down on a broad pad.</summary>
    private static void AddToe(ShapeGroup toes, Frame frame, (float Side, float Along) root, (float Side, float Along) tip, float radius)
    {
        Knot At(float share, float height, float thickness) => frame.At(
            root.Side + ((tip.Side - root.Side) * share), root.Along + ((tip.Along - root.Along) * share), height, radius * thickness);

        toes.Add(3, new Tube(
            At(0, 13, 1.15f), At(0.46f, 14.5f, 0.98f), At(0.7f, 12, 1.02f), At(1, 7.8f, 0.96f)));
    }
}
