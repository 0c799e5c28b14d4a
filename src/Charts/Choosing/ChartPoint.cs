using Unknot.Atlas;

namespace Unknot.Charts.Choosing;

/// <summary>A point with the number it has on every chart.</summary>
/// <param name="Number">From 1: by part of the body, then from above to below, then as the atlas numbers them.</param>
public sealed record ChartPoint(int Number, Muscle Muscle, TriggerPoint Point)
{
    /// <summary>Where in the muscle, as a line of its own.</summary>
    public string Where => char.ToUpperInvariant(Point.Where[0]) + Point.Where[1..];
}
