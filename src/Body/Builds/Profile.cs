using System.Collections.Immutable;

namespace Unknot.Body.Builds;

/// <summary>
/// A value that changes smoothly with the height above the floor: cubic pieces between knots, with slopes that never overshoot a
/// knot, and constant beyond the first and the last. Once continuously differentiable.
/// </summary>
internal sealed class Profile
{
    private readonly double[] slopes;

    /// <param name="knots">Height in millimetres and value; at least one, from the floor upwards.</param>
    internal Profile(params ImmutableArray<(double Height, double Value)> knots)
    {
        Knots = knots;
        slopes = new double[knots.Length];
        for (var i = 1; i < knots.Length - 1; i++)
        {
            // The harmonic mean, weighted as by Fritsch and Butland (1984): 0 at a peak, so that the curve stays between its knots.
            var (below, above) = (Steepness(i - 1), Steepness(i));
            var (stepBelow, stepAbove) = (knots[i].Height - knots[i - 1].Height, knots[i + 1].Height - knots[i].Height);
            var share = (stepBelow + (2 * stepAbove)) / (3 * (stepBelow + stepAbove));
            slopes[i] = below * above > 0 ? below * above / ((share * above) + ((1 - share) * below)) : 0;
        }
    }

    internal ImmutableArray<(double Height, double Value)> Knots { get; }

    /// <summary>The value at a height in millimetres.</summary>
    internal double At(double height)
    {
        var next = 0;
        while (next < Knots.Length && Knots[next].Height < height)
        {
            next++;
        }

        if (next == 0 || next == Knots.Length)
        {
            return Knots[next == 0 ? 0 : next - 1].Value;
        }

        var (from, to) = (Knots[next - 1], Knots[next]);
        var step = to.Height - from.Height;
        var share = (height - from.Height) / step;
        var rest = 1 - share;
        return from.Value
            + ((to.Value - from.Value) * (1 + (2 * rest)) * share * share)
            + (slopes[next - 1] * step * share * rest * rest)
            - (slopes[next] * step * share * share * rest);
    }

    private double Steepness(int piece) => (Knots[piece + 1].Value - Knots[piece].Value) / (Knots[piece + 1].Height - Knots[piece].Height);
}
