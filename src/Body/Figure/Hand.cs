using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>Palm, fingers and thumb; each finger is a branch of its own, so that neighbours do not melt together.</summary>
internal static class Hand
{
    /// <param name="frame">At the wrist: side = thumb side, along = towards the fingers, front = out of the palm.</param>
    internal static void AddTo(BodyField body, ShapeGroup arm, Frame frame)
    {
        var hand = arm.Branch(18);
        hand.Add(0, new Loft(
            frame,
            new(-30, 0, 0, 8, 8, 6, 6, 2),
            new(-18, 0, 0, 20, 20, 12, 12, 2.2f),
            new(4, 0, 1, 29, 29, 16, 15, 2.4f),
            new(30, 2, 2, 36, 34, 15, 14, 2.6f),
            new(60, 2, 2, 41, 38, 13.5f, 13, 2.5f),
            new(80, 1, 2, 40, 39, 12, 12, 2.5f),
            new(95, 1, 2, 39, 38, 10, 10.5f, 2.4f),
            new(104, 1, 3, 35, 36, 8.5f, 8, 2.2f),
            new(111, 1, 4, 26, 28, 5.5f, 5, 2.1f),
            new(115, 1, 4, 10, 12, 2, 2, 2)));

        // Ball of the thumb, ball of the little finger, hollow of the palm.
        hand.Add(20, new Tube(frame.At(18, 6, 4, 10), frame.At(30, 38, 10, 17), frame.At(42, 68, 9, 11)));
        hand.Add(20, new Tube(frame.At(-20, 6, 4, 10), frame.At(-26, 42, 7, 14), frame.At(-28, 76, 4, 10)));
        body.Sculpt([frame.At(0, 20, 16), frame.At(3, 50, 15), frame.At(0, 90, 13)], -3, 17);

        // Index, middle, ring, little finger, thumb.
        AddFinger(hand, frame, (30, 86), (47, 174), 9);
        AddFinger(hand, frame, (10.5f, 90), (14, 187), 9.3f);
        AddFinger(hand, frame, (-10, 87), (-18, 178), 8.9f);
        AddFinger(hand, frame, (-29.5f, 79), (-48, 151), 7.9f);
        hand.Branch(12).Add(0, new Tube(
            frame.At(24, 18, 6, 13), frame.At(46, 52, 14, 13.5f), frame.At(62, 82, 17, 10.5f), frame.At(70, 108, 17, 9), frame.At(72, 116, 17, 7.5f)));
    }

    /// <summary>A finger from its knuckle to its tip, a little bent.</summary>
    private static void AddFinger(ShapeGroup hand, Frame frame, (float Side, float Along) knuckle, (float Side, float Along) tip, float radius)
    {
        var (side, along) = (tip.Side - knuckle.Side, tip.Along - knuckle.Along);
        Knot At(float share, float front, float thickness) =>
            frame.At(knuckle.Side + (side * share), knuckle.Along + (along * share), front, radius * thickness);

        var end = frame.At(tip.Side, tip.Along - (radius * 0.6f), 12, radius * 0.72f);
        hand.Branch(11).Add(0, Tube.Flat(
            frame.Front, 0.93f, At(-0.15f, 2, 1.1f), At(0.28f, 1.5f, 1.02f), At(0.52f, 4, 1), At(0.8f, 9, 0.9f), end));
    }
}
