using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>
/// Palm, fingers and thumb of a resting hand. The fingers melt into the palm, and into each other by a hair only.
/// </summary>
internal static class Hand
{
    /// <summary>Enough to round the crease between two fingers, which would else be too narrow for the mesh.</summary>
    private const float FingerMelt = 3;

    private static readonly Finger Index = new(new(29, 91, 1), 6, (45, 26, 23), (4, 10, 8), 9.5f);
    private static readonly Finger Middle = new(new(7, 93, -1), 1.5f, (50, 30, 24), (7, 13, 9), 9.8f);
    private static readonly Finger Ring = new(new(-13.5f, 89, 0), -4.5f, (46, 28, 24), (9, 15, 9), 9.3f);
    private static readonly Finger Little = new(new(-32.5f, 80, 2.5f), -12.5f, (36, 21, 21), (9, 14, 9), 8.3f);

    /// <param name="frame">At the wrist: side = thumb side, along = towards the fingers, front = out of the palm.</param>
    internal static void AddTo(BodyField body, ShapeGroup arm, Frame frame)
    {
        var hand = arm.Branch(22);
        AddPalm(hand, frame);
        foreach (var finger in new[] { Index, Middle, Ring, Little })
        {
            // The head of the hand bone under the skin of the back belongs to the palm, so that no crease runs between two.
            var (side, along, front) = (finger.Knuckle.X, finger.Knuckle.Y, finger.Knuckle.Z);
            hand.Add(10, new Ellipsoid(frame.At(side, along, front - 4.5f), new(8.5f, 9.5f, 8)));
        }

        var fingers = hand.Branch(11);
        foreach (var finger in new[] { Index, Middle, Ring, Little })
        {
            finger.AddTo(fingers, frame);
        }

        // Thumb: turned towards the palm, its joints a little wider than what is between them.
        hand.Branch(15).Add(0, new Tube(
            frame.At(22, 14, 5, 12), frame.At(35, 34, 11, 13), frame.At(48, 55, 16, 11.8f), frame.At(55.5f, 69, 18, 10.4f),
            frame.At(61.5f, 83, 19, 10.8f), frame.At(69.5f, 104.5f, 18.5f, 9.4f)));

        // Hollow of the palm, furrow around the ball of the thumb, furrow before the fingers, dip between the knuckles.
        body.Sculpt([frame.At(4, 38, 16), frame.At(2, 72, 13)], -3.2f, 17);
        body.Sculpt([frame.At(2, 12, 17), frame.At(10, 40, 17), frame.At(26, 66, 14), frame.At(42, 74, 10)], -1.5f, 6);
        body.Sculpt([frame.At(-38, 70, 12), frame.At(-14, 76, 12), frame.At(10, 86, 12), frame.At(22, 98, 10)], -0.8f, 7);
        body.Sculpt([frame.At(18, 86, -12), frame.At(18, 98, -11)], -1.2f, 6);
        body.Sculpt([frame.At(-3, 86, -13), frame.At(-3, 98, -12)], -1.2f, 6);
        body.Sculpt([frame.At(-23, 80, -12), frame.At(-23, 92, -10)], -1.2f, 6);
    }

    private static void AddPalm(ShapeGroup hand, Frame frame)
    {
        hand.Add(0, new Loft(
            frame,
            new(-46, 0, 0, 12, 12, 8, 8, 2),
            new(-20, 0, 0, 25, 25, 14.5f, 14.5f, 2.1f),
            new(4, 0, 1, 28.5f, 28.5f, 16.5f, 16, 2.2f),
            new(28, 1, 1.5f, 34, 33, 15, 14.5f, 2.4f),
            new(56, 2, 1.5f, 39, 38, 13.5f, 14, 2.4f),
            new(76, 1, 1.5f, 40.5f, 40, 12.5f, 13, 2.4f),
            new(90, 0.5f, 1.5f, 40, 40, 11, 11.5f, 2.4f),
            new(99, 1, 2.5f, 37, 37, 9.5f, 9, 2.3f),
            new(106, 1.5f, 3, 31, 31, 7, 6, 2.2f),
            new(112, 1.5f, 3.5f, 20, 20, 4, 3, 2)));

        // Ball of the thumb, ball of the little finger.
        hand.Add(22, new Tube(frame.At(14, 4, 4, 10), frame.At(28, 32, 10, 16.5f), frame.At(42, 56, 13, 12)));
        hand.Add(22, new Tube(frame.At(-20, 2, 3, 10), frame.At(-27, 36, 6, 14), frame.At(-30, 72, 3, 10.5f)));

        // Webs between the fingers.
        hand.Add(8, new Ellipsoid(frame.At(18.5f, 107, 3.5f), new(7, 9, 6)));
        hand.Add(8, new Ellipsoid(frame.At(-3.5f, 108, 3), new(7, 9, 6)));
        hand.Add(8, new Ellipsoid(frame.At(-24.5f, 101, 4), new(7, 9, 6)));
    }

    /// <param name="Knuckle">Side, along and front of the joint in the palm, in millimetres of the hand's frame.</param>
    /// <param name="Fan">Degrees towards the thumb.</param>
    /// <param name="Lengths">From joint to joint and to the tip.</param>
    /// <param name="Bends">Degrees towards the palm at each joint, from the knuckle on.</param>
    /// <param name="Radius">Half the breadth in the middle of the first bone.</param>
    private readonly record struct Finger(
        Vector3 Knuckle, float Fan, (float First, float Second, float Third) Lengths, (float First, float Second, float Third) Bends, float Radius)
    {
        internal void AddTo(ShapeGroup fingers, Frame frame)
        {
            var first = Direction(Bends.First);
            var second = Direction(Bends.First + Bends.Second);
            var third = Direction(Bends.First + Bends.Second + Bends.Third);
            var middleJoint = Knuckle + (first * Lengths.First);
            var endJoint = middleJoint + (second * Lengths.Second);
            var tip = endJoint + (third * (Lengths.Third - (Radius * 0.83f)));
            var (radius, knuckle) = (Radius, Knuckle);
            Knot At(Vector3 place, float thickness) => frame.At(place.X, place.Y, place.Z, radius * thickness);

            fingers.Add(FingerMelt, Tube.Flat(
                frame.Front,
                0.95f,
                At(knuckle - (first * 16), 1.02f),
                At(knuckle, 1.05f),
                At(Vector3.Lerp(knuckle, middleJoint, 0.38f), 0.97f),
                At(Vector3.Lerp(knuckle, middleJoint, 0.72f), 0.98f),
                At(middleJoint, 1.04f),
                At(Vector3.Lerp(middleJoint, endJoint, 0.5f), 0.955f),
                At(endJoint, 0.96f),
                At(tip, 0.83f)));
        }

        private Vector3 Direction(float bend)
        {
            var (sine, cosine) = MathF.SinCos(bend * MathF.PI / 180);
            var (aside, ahead) = MathF.SinCos(Fan * MathF.PI / 180);
            return new Vector3(aside * cosine, ahead * cosine, sine);
        }
    }
}
