namespace Unknot.Body.Field;

/// <summary>The union of two solids with a fillet between them.</summary>
internal static class SmoothUnion
{
    /// <summary>
    /// The smaller of two distances, lowered by a cubic where they are close: continuous in value, slope and curvature.
    /// </summary>
    /// <param name="blend">Width of the fillet in millimetres; 0 gives the plain minimum.</param>
    /// <returns>At most the smaller distance, and at least that minus <c>blend / 4</c>.</returns>
    internal static float Of(float first, float second, float blend)
    {
        var width = blend * 1.5f;
        var overlap = width - MathF.Abs(first - second);
        if (overlap <= 0 || width <= 0)
        {
            return MathF.Min(first, second);
        }

        var share = overlap / width;
        return MathF.Min(first, second) - (share * share * share * width / 6);
    }
}
