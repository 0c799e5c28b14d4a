using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>Foot and toes; each toe is a branch of its own.</summary>
internal static class Foot
{
    private const float OutwardDegrees = 8;

    internal static void AddTo(BodyField body, ShapeGroup leg)
    {
        var (sine, cosine) = MathF.SinCos(OutwardDegrees * MathF.PI / 180);
        var frame = new Frame(new(106, 0, -36), new(cosine, 0, -sine), new(sine, 0, cosine), Vector3.UnitY);
        var foot = leg.Branch(32);
        foot.Add(0, new Loft(
            frame,
            new(-46, 0, 28, 16, 16, 18, 20, 2),
            new(-38, 0, 29, 25, 25, 28, 26, 2.1f),
            new(-28, 0, 31, 29, 29, 36, 30, 2.3f),
            new(-10, 0, 34, 33, 32, 44, 33.5f, 2.4f),
            new(30, 0, 32, 35, 35, 46, 31.5f, 2.3f),
            new(65, 0, 28, 39, 37, 38, 27.5f, 2.3f),
            new(100, 0, 23, 44, 40, 27, 22.5f, 2.4f),
            new(130, 0, 19, 47, 44, 19, 18.5f, 2.5f),
            new(155, -2, 16.5f, 45, 45, 14, 16, 2.6f),
            new(166, -4, 14, 38, 41, 9, 13, 2.5f),
            new(176, -6, 12, 26, 30, 5, 9, 2.2f)));

        // Heel, instep, arch.
        foot.Add(16, new Ellipsoid(frame.At(0, -33, 28.5f), new(29, 28.5f, 29)));
        foot.Add(20, new Tube(frame.At(-4, 20, 62, 20), frame.At(-8, 70, 48, 17), frame.At(-16, 130, 26, 13)));
        body.Sculpt([frame.At(-38, 20, 14), frame.At(-40, 55, 12), frame.At(-40, 90, 12)], -7, 20);

        // Toes from big to small.
        AddToe(foot, frame, (-30, 148, 14), (-29, 203, 11.5f));
        AddToe(foot, frame, (-8, 152, 10.5f), (-6, 200, 8.5f));
        AddToe(foot, frame, (10, 150, 10), (12, 191, 8));
        AddToe(foot, frame, (25, 144, 9.5f), (28, 179, 7.5f));
        AddToe(foot, frame, (38, 134, 9.5f), (41, 164, 7.5f));
    }

    private static void AddToe(ShapeGroup foot, Frame frame, (float Side, float Along, float Radius) root, (float Side, float Along, float Radius) tip) =>
        foot.Branch(8).Add(0, new Tube(
            frame.At(root.Side, root.Along, root.Radius + 2, root.Radius),
            frame.At((root.Side + tip.Side) / 2, (root.Along + tip.Along) / 2, root.Radius + 1, root.Radius * 0.92f),
            frame.At(tip.Side, tip.Along - tip.Radius, tip.Radius + 0.5f, tip.Radius)));
}
