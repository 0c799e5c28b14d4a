using System.Collections.Immutable;
using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>
/// The ear, from the height of the brow to that of the base of the nose: length 62, breadth 35 (Farkas 1994). Its back edge stands
/// off from the head.
/// </summary>
internal static class Ear
{
    private const float LeanDegrees = 12;
    private const float FlareDegrees = 19;

    /// <summary>Side points to the back edge, along to the top, front out of the ear.</summary>
    private static readonly Frame Frame = MakeFrame();

    internal static Vector3 Outwards => Frame.Front;

    /// <summary>Middle of the rim, from its root in the bowl over the top to the lobe.</summary>
    internal static ImmutableArray<Vector3> Rim { get; } = Path(
        (-3, 1, 0), (-10, 6, 1.2f), (-13, 15, 1.8f), (-8, 27, 2), (3, 31, 2.2f), (13, 25, 2.4f), (17, 12, 2.4f), (16.5f, -2, 2), (12.5f, -13, 1.5f), (6.5f, -23, 0.8f), (-1, -30, 0));

    /// <summary>Middle of the inner ridge, from below upwards.</summary>
    internal static ImmutableArray<Vector3> InnerRidge { get; } = Path((2, -15, 2.5f), (7.5f, -8, 3.6f), (9, 2, 4), (6, 12, 3.6f), (2.5f, 22, 2));

    /// <summary>The back edge of the flap in front of the bowl.</summary>
    internal static ImmutableArray<Vector3> FlapEdge { get; } = Path((-12, 4, 4), (-9.5f, -2, 6), (-10, -8, 5.5f), (-7, -13, 4));

    internal static void AddTo(ShapeGroup head)
    {
        var ear = head.Branch(6);

        // Shell, its root on the head, lobe.
        ear.Add(0, new Plate(At(1.5f, 3, -0.2f), 17, 29, 3));
        ear.Add(6, Part(-6, 2, -6, new(9, 23, 8)));
        ear.Add(5, new Plate(At(-4, -24, -0.3f), 8.5f, 8.5f, 3));

        // Bowl, rim, both branches of the inner ridge, the flaps in front of the bowl and below it.
        ear.Carve(2, Part(-3, -3, 5, new(9, 12, 6)));
        ear.Add(3.5f, Along(Rim, 2.5f));
        ear.Add(4, Along(InnerRidge, 2.4f));
        ear.Add(3, Along(Path((8, 8, 3.6f), (1, 14, 2.6f), (-7, 15, 1.2f)), 2));
        ear.Add(3, Part(-12.5f, -4, 2.5f, new(3, 5.6f, 2.8f)));
        ear.Add(3, Part(-2.5f, -16, 3, new(4.5f, 2.8f, 2.8f)));
    }

    private static Ellipsoid Part(float back, float up, float outwards, Vector3 radii) =>
        Ellipsoid.In(At(back, up, outwards), radii);

    private static Frame At(float back, float up, float outwards) => Frame with { Origin = Frame.At(back, up, outwards) };

    private static ImmutableArray<Vector3> Path(params ReadOnlySpan<(float Back, float Up, float Out)> places)
    {
        var path = ImmutableArray.CreateBuilder<Vector3>(places.Length);
        foreach (var (back, up, outwards) in places)
        {
            path.Add(Frame.At(back, up, outwards));
        }

        return path.MoveToImmutable();
    }

    private static Tube Along(ImmutableArray<Vector3> path, float radius) =>
        new([.. path.Select((place, i) => new Knot(place, i == 0 || i == path.Length - 1 ? radius * 0.6f : radius))]);

    private static Frame MakeFrame()
    {
        var (sinLean, cosLean) = MathF.SinCos(LeanDegrees * MathF.PI / 180);
        var (sinFlare, cosFlare) = MathF.SinCos(FlareDegrees * MathF.PI / 180);
        var back = new Vector3(sinFlare, 0, -cosFlare);
        var outwards = new Vector3(cosFlare, 0, sinFlare);
        var up = (Vector3.UnitY * cosLean) + (back * sinLean);
        return new Frame(new(74, 1625, -5), Vector3.Cross(up, outwards), up, outwards);
    }
}
