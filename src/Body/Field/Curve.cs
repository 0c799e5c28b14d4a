using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>A smooth line through knots (Catmull-Rom), with a radius that varies along it.</summary>
internal sealed class Curve
{
    private const int ScanStride = 5;

    private readonly Vector3[] centres;
    private readonly float[] radii;

    /// <param name="knots">At least two; two make a straight line.</param>
    /// <param name="samplesPerSpan">Pieces per span in which the nearest place is searched.</param>
    internal Curve(ReadOnlySpan<Knot> knots, int samplesPerSpan)
    {
        if (knots.Length == 2)
        {
            centres = [knots[0].Centre, knots[1].Centre];
            radii = [knots[0].Radius, knots[1].Radius];
            return;
        }

        var count = ((knots.Length - 1) * samplesPerSpan) + 1;
        centres = new Vector3[count];
        radii = new float[count];
        for (var i = 0; i < count; i++)
        {
            var place = i / (float)samplesPerSpan;
            var span = Math.Min((int)place, knots.Length - 2);
            var (p0, p1) = (knots[Math.Max(span - 1, 0)], knots[span]);
            var (p2, p3) = (knots[span + 1], knots[Math.Min(span + 2, knots.Length - 1)]);
            centres[i] = CatmullRom.Between(p0.Centre, p1.Centre, p2.Centre, p3.Centre, place - span);

            // The radius is level at both ends: where it still grew, the round end would show as a ring.
            var r0 = span > 0 ? p0.Radius : p2.Radius;
            var r3 = span < knots.Length - 2 ? p3.Radius : p1.Radius;
            radii[i] = MathF.Max(0.1f, CatmullRom.Between(r0, p1.Radius, p2.Radius, r3, place - span));
        }
    }

    internal bool IsStraight => centres.Length == 2;

    internal ReadOnlySpan<Vector3> Centres => centres;

    internal ReadOnlySpan<float> Radii => radii;

    /// <summary>The nearest place on the line.</summary>
    /// <returns>Share of the way from the first knot to the last, 0 … 1.</returns>
    internal float Nearest(Vector3 point, out Vector3 centre, out float radius)
    {
        if (IsStraight)
        {
            var share = Project(point, centres[0], centres[1]);
            centre = Vector3.Lerp(centres[0], centres[1], share);
            radius = radii[0] + ((radii[1] - radii[0]) * share);
            return share;
        }

        var nearest = NearestSample(point);
        var place = 0f;
        var best = float.MaxValue;
        for (var i = Math.Max(0, nearest - 1); i <= Math.Min(centres.Length - 2, nearest); i++)
        {
            var share = Project(point, centres[i], centres[i + 1]);
            var distance = Vector3.DistanceSquared(Vector3.Lerp(centres[i], centres[i + 1], share), point);
            if (distance < best)
            {
                best = distance;
                place = i + share;
            }
        }

        // One Newton step on the cubic: the polyline alone would print its corners on the skin.
        Evaluate(place, out centre, out var tangent, out radius);
        var step = Vector3.Dot(point - centre, tangent) / MathF.Max(1e-6f, tangent.LengthSquared());
        place = Math.Clamp(place + Math.Clamp(step, -0.6f, 0.6f), 0, centres.Length - 1);
        Evaluate(place, out centre, out _, out radius);
        return place / (centres.Length - 1);
    }

    private int NearestSample(Vector3 point)
    {
        var nearest = 0;
        var best = float.MaxValue;
        for (var i = 0; i < centres.Length; i += ScanStride)
        {
            var distance = Vector3.DistanceSquared(centres[i], point);
            if (distance < best)
            {
                best = distance;
                nearest = i;
            }
        }

        var last = Math.Min(centres.Length - 1, nearest + ScanStride - 1);
        for (var i = Math.Max(0, nearest - ScanStride + 1); i <= last; i++)
        {
            var distance = Vector3.DistanceSquared(centres[i], point);
            if (distance < best)
            {
                best = distance;
                nearest = i;
            }
        }

        return nearest;
    }

    private static float Project(Vector3 point, Vector3 from, Vector3 to)
    {
        var way = to - from;
        return Math.Clamp(Vector3.Dot(point - from, way) / MathF.Max(1e-6f, way.LengthSquared()), 0, 1);
    }

    private void Evaluate(float place, out Vector3 centre, out Vector3 tangent, out float radius)
    {
        var i = Math.Clamp((int)place, 0, centres.Length - 2);
        var t = place - i;
        var (c1, c2) = (centres[i], centres[i + 1]);
        var c0 = i > 0 ? centres[i - 1] : (2 * c1) - c2;
        var c3 = i < centres.Length - 2 ? centres[i + 2] : (2 * c2) - c1;
        centre = CatmullRom.Between(c0, c1, c2, c3, t);
        tangent = CatmullRom.Tangent(c0, c1, c2, c3, t);
        var (r1, r2) = (radii[i], radii[i + 1]);
        var r0 = i > 0 ? radii[i - 1] : r2;
        var r3 = i < centres.Length - 2 ? radii[i + 2] : r1;
        radius = MathF.Max(0.1f, CatmullRom.Between(r0, r1, r2, r3, t));
    }
}
