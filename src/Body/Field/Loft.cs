using System.Numerics;

namespace Unknot.Body.Field;

/// <summary>
/// A solid swept through cross-sections along a straight axis: limbs and the torso. Between the sections every measure follows a
/// smooth curve, because straight pieces show as rings. The ends are flat, so the first and last section should be small.
/// </summary>
internal sealed class Loft : Shape
{
    private const float StepMillimetres = 0.5f;
    private const float PlainEllipse = 2.02f;

    private readonly Vector3 origin;
    private readonly Vector3 axis;
    private readonly Vector3 side;
    private readonly Vector3 front;
    private readonly float start;
    private readonly float end;
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
        var beyond = MathF.Abs(along - clamped);
        var place = (clamped - start) / StepMillimetres;
        var row = Math.Min((int)place, rows - 2);
        var share = place - row;
        var lower = table.AsSpan(row * Section.Columns, 2 * Section.Columns);

        var u = Vector3.Dot(offset, side) - Mix(lower, 0, share);
        var v = Vector3.Dot(offset, front) - Mix(lower, 1, share);
        var halfU = Mix(lower, u > 0 ? 2 : 3, share);
        var halfV = Mix(lower, v > 0 ? 4 : 5, share);
        var power = Mix(lower, 6, share);
        var relativeU = MathF.Abs(u) / halfU;
        var relativeV = MathF.Abs(v) / halfV;
        var norm = power < PlainEllipse
            ? MathF.Sqrt((relativeU * relativeU) + (relativeV * relativeV))
            : MathF.Pow(MathF.Pow(relativeU, power) + MathF.Pow(relativeV, power), 1 / power);
        var radius = MathF.Sqrt((u * u) + (v * v));
        var distance = norm < 1e-4f ? -MathF.Min(halfU, halfV) : radius - (radius / norm);
        if (beyond <= 0)
        {
            return distance;
        }

        return distance > 0 ? MathF.Sqrt((beyond * beyond) + (distance * distance)) : beyond;
    }

    private static float Mix(ReadOnlySpan<float> rows, int column, float share) =>
        rows[column] + ((rows[column + Section.Columns] - rows[column]) * share);

    /// <summary>Cubic Hermite with slopes weighted by the lengths of the neighbouring spans.</summary>
    private static float Interpolate(ReadOnlySpan<Section> sections, int span, int column, float at)
    {
        var (x0, y0) = (sections[span].At, sections[span][column]);
        var (x1, y1) = (sections[span + 1].At, sections[span + 1][column]);
        var length = x1 - x0;
        var straight = (y1 - y0) / length;
        var slope0 = span > 0 ? Slope(sections[span - 1].At, sections[span - 1][column], x0, y0, x1, y1) : straight;
        var slope1 = span < sections.Length - 2 ? Slope(x0, y0, x1, y1, sections[span + 2].At, sections[span + 2][column]) : straight;
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
