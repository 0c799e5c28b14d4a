using System.Collections.Immutable;
using System.Numerics;
using Unknot.Body.Field;

namespace Unknot.Body.Figure;

/// <summary>
/// A closed eye: the lids rest on the eyeball and meet low, in an arc. Distance between the pupils 63, between the inner corners
/// 32, length of the lid slit 30 (Farkas 1994).
/// </summary>
internal static class Eye
{
    /// <summary>Where the lids meet, from the inner to the outer corner, just under the skin.</summary>
    internal static readonly ImmutableArray<Vector3> LidSlit =
        [new(16, 1632, 94.2f), new(20.5f, 1630.6f, 93.6f), new(26, 1629.2f, 94.2f), new(32, 1628.8f, 94.2f), new(38.5f, 1629.8f, 92.8f), new(43.5f, 1631.8f, 90.2f), new(47.5f, 1634.4f, 87.2f)];

    /// <summary>The fold above the upper lid.</summary>
    internal static readonly ImmutableArray<Vector3> LidFold =
        [new(17, 1637, 96), new(22, 1640.8f, 99), new(31, 1642.6f, 99), new(40, 1641, 94), new(48, 1636, 86)];

    /// <summary>Crest of the brow, from the inner to the outer end.</summary>
    internal static readonly ImmutableArray<Vector3> Brow = [new(11, 1653, 104.5f), new(28, 1658, 100.7f), new(49, 1652, 88)];

    internal static void AddTo(ShapeGroup head, BodyField body)
    {
        // Socket, eyeball under the lids.
        head.Carve(18, new Ellipsoid(new(30, 1636, 109), new(20, 11, 14), new(0, 18, 0)));
        head.Add(8, new Ellipsoid(new(31.5f, 1636, 83), new(16, 11.3f, 15)));

        // The upper lid lies over the lower one; fold above, furrow below.
        body.SculptFromFront([new(13.5f, 1632.2f, 95), .. LidSlit, new(50.5f, 1635.6f, 84)], -0.9f, 1.5f);
        body.SculptFromFront(Above(LidSlit, 2.6f), 0.6f, 2.4f);
        body.SculptFromFront(Above(LidSlit, -2.4f), 0.3f, 2.2f);
        body.SculptFromFront(LidFold.AsSpan(), -1, 1.8f);
        body.SculptFromFront([new(16, 1625, 98), new(26, 1620, 98), new(37, 1620.5f, 94), new(46, 1626, 86)], -0.6f, 4.5f);

        body.SculptFromFront(Brow.AsSpan(), 0.8f, 7);
    }

    private static Vector3[] Above(ImmutableArray<Vector3> path, float height) => [.. path.Select(place => place + new Vector3(0, height, 0))];
}
