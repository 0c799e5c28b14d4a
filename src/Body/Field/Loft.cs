using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>
/// A solid swept through cross-sections along a straight axis: limbs and the torso. Between the sections every measure follows a
/// smooth curve, because straight pieces show as rings. The ends are round caps, as high as the end section is thin.
/// </summary>
internal sealed class Loft : Shape
{
    private const float StepMillimetres = 0.5f;

    /// <summary>Powers up to this are taken as 2; a larger step would show as a line across the skin.</summary>
    private const float PlainEllipse = 2.0005f;

    private readonly Vector3 origin;
    private readonly Vector3 axis;
    private readonly Vector3 side;
    private readonly Vector3 front;
    private readonly float start;
    private readonly float end;
    private readonly float startCap;
    private readonly float endCap;
    private readonly float[] table;
    private readonly int rows;

    /// <param name="frame">The axis is the frame's along; side and front are the directions of the sections' half-axes.</param>
    /// <param name="sections">At least two, in ascending order of <see cref="Section.At"/>.</param>
    internal Loft(Frame frame, params ReadOnlySpan<Section> sections)
    {
        origin = frame.Origin;
        axis = frame.Along;
        side = frame.Side;
        front = frame.Front;
        start = sections[0].At;
        end = sections[^1].At;
        startCap = CapOf(sections[0]);
        endCap = CapOf(sections[^1]);
        rows = (int)MathF.Ceiling((end - start) / StepMillimetres) + 1;
        table = new float[rows * Section.Columns];
        var span = 0;
        for (var row = 0; row < rows; row++)
        {
            var at = MathF.Min(start + (row * StepMillimetres), end);
            while (span < sections.Length - 2 && sections[span + 1].At < at)
            {
                span++;
            }

            var values = table.AsSpan(row * Section.Columns, Section.Columns);
            for (var column = 0; column < Section.Columns; column++)
            {
                values[column] = Interpolate(sections, span, column, at);
            }

            var centre = origin + (axis * at) + (side * values[0]) + (front * values[1]);
            Reach(centre, MathF.Max(MathF.Max(values[2], values[3]), MathF.Max(values[4], values[5])));
        }
    }

    internal override float Distance(Vector3 point)
    {
        var offset = point - origin;
        var along = Vector3.Dot(offset, axis);
        var clamped = Math.Clamp(along, start, end);
        var place = (clamped - start) / StepMillimetres;
        var row = Math.Min((int)place, rows - 2);
        var share = place - row;
        var lower = table.AsSpan(row * Section.Columns, 2 * Section.Columns);

        var u = Vector3.Dot(offset, side) - Mix(lower, 0, share);
        var v = Vector3.Dot(offset, front) - Mix(lower, 1, share);
        var halfU = Mix(lower, u > 0 ? 2 : 3, share);
        var halfV = Mix(lower, v > 0 ? 4 : 5, share);
        var thin = MathF.Min(halfU, halfV);

        // The section is where this norm is 1; distance = (norm − 1) / slope is exact to first order at the skin.
        var (norm, slopeU, slopeV) = Norm(MathF.Abs(u) / halfU, MathF.Abs(v) / halfV, Mix(lower, 6, share));
        if (norm < 1e-4f && along == clamped)
        {
            return -thin;
        }

        slopeU /= halfU;
        slopeV /= halfV;
        var steepness = (slopeU * slopeU) + (slopeV * slopeV);
        if (along != clamped)
        {
            // A round cap whose height is the thinnest half-axis: a flat one would print its edge through every melt.
            var cap = place <= 0 ? startCap : endCap;
            var beyond = (along - clamped) / cap;
            var whole = MathF.Sqrt((norm * norm) + (beyond * beyond));
            steepness = ((norm * norm * steepness) + (beyond * beyond / (cap * cap))) / (whole * whole);
            norm = whole;
        }

        return MathF.Max((norm - 1) / MathF.Sqrt(steepness), -thin);
    }

    /// <summary>The super-elliptic norm of a place given in half-axes, and its slopes.</summary>
    private static (float Norm, float SlopeU, float SlopeV) Norm(float u, float v, float power)
    {
        if (power <= PlainEllipse)
        {
            var length = MathF.Sqrt((u * u) + (v * v));
            return length < 1e-6f ? (0, 1, 0) : (length, u / length, v / length);
        }

        var (steepU, steepV) = (MathF.Pow(u, power - 1), MathF.Pow(v, power - 1));
        var sum = (steepU * u) + (steepV * v);
        if (sum < 1e-12f)
        {
            return (0, 1, 0);
        }

        var norm = MathF.Pow(sum, 1 / power);
        return (norm, steepU * norm / sum, steepV * norm / sum);
    }

    private static float CapOf(Section section) =>
        MathF.Min(MathF.Min(section.Outer, section.Inner), MathF.Min(section.Front, section.Back));

    private static float Mix(ReadOnlySpan<float> rows, int column, float share) =>
        rows[column] + ((rows[column + Section.Columns] - rows[column]) * share);

    /// <summary>Cubic Hermite with slopes weighted by the lengths of the neighbouring spans.</summary>
    private static float Interpolate(ReadOnlySpan<Section> sections, int span, int column, float at)
    {
        var (x0, y0) = (sections[span].At, sections[span][column]);
        var (x1, y1) = (sections[span + 1].At, sections[span + 1][column]);
        var length = x1 - x0;

        // Level at both ends: where a half-axis still grew, the round cap would show as a ring.
        var slope0 = span > 0 ? Slope(sections[span - 1].At, sections[span - 1][column], x0, y0, x1, y1) : 0;
        var slope1 = span < sections.Length - 2 ? Slope(x0, y0, x1, y1, sections[span + 2].At, sections[span + 2][column]) : 0;
        var t = (at - x0) / length;
        var t2 = t * t;
        var t3 = t2 * t;
        return (((2 * t3) - (3 * t2) + 1) * y0) + ((t3 - (2 * t2) + t) * length * slope0)
            + (((-2 * t3) + (3 * t2)) * y1) + ((t3 - t2) * length * slope1);
    }

    private static float Slope(float x0, float y0, float x1, float y1, float x2, float y2)
    {
        var (before, after) = (x1 - x0, x2 - x1);
        return (((y1 - y0) / before * after) + ((y2 - y1) / after * before)) / (before + after);
    }
}
