using System.Collections.Immutable;

namespace Unknot.Body.Builds;

/// <summary>
/// A value that changes smoothly with the height above the floor: cubic pieces between knots, with slopes that never overshoot a
/// knot, and constant beyond the first and the last. Once continuously differentiable.
/// </summary>
internal sealed class Profile
{
    private readonly float[] heights;
    private readonly float[] values;
    private readonly float[] slopes;

    /// <param name="knots">Height in millimetres and value; at least one, from the floor upwards.</param>
    internal Profile(params ReadOnlySpan<(float Height, float Value)> knots)
    {
        Knots = [.. knots];
        heights = [.. Knots.Select(knot => knot.Height)];
        values = [.. Knots.Select(knot => knot.Value)];
        slopes = new float[heights.Length];
        for (var i = 1; i < heights.Length - 1; i++)
        {
            var (below, above) = (Steepness(i - 1), Steepness(i));

            // The harmonic mean, weighted as by Fritsch and Butland (1984): 0 at a peak, so that the curve stays between its knots.
            var (stepBelow, stepAbove) = (heights[i] - heights[i - 1], heights[i + 1] - heights[i]);
            var share = (stepBelow + (2 * stepAbove)) / (3 * (stepBelow + stepAbove));
            slopes[i] = below * above > 0 ? below * above / ((share * above) + ((1 - share) * below)) : 0;
        }
    }

    internal ImmutableArray<(float Height, float Value)> Knots { get; }

    /// <summary>The value at a height in millimetres.</summary>
    internal float At(float height)
    {
        if (height <= heights[0])
        {
            return values[0];
        }

        var next = 1;
        while (next < heights.Length && heights[next] < height)
        {
            next++;
        }

        if (next == heights.Length)
        {
            return values[^1];
        }

        var step = heights[next] - heights[next - 1];
        var share = (height - heights[next - 1]) / step;
        var rest = 1 - share;
        return (values[next - 1] * (1 + (2 * share)) * rest * rest)
            + (slopes[next - 1] * step * share * rest * rest)
            + (values[next] * (3 - (2 * share)) * share * share)
            - (slopes[next] * step * share * share * rest);
    }

    private float Steepness(int piece) => (values[piece + 1] - values[piece]) / (heights[piece + 1] - heights[piece]);
}
