using Unknot.Atlas;

namespace Unknot.Dialogue;

/// <summary>Names of places and points as a sentence can carry them.</summary>
public static class PlaceWords
{
    /// <summary>"Temple, right"; a place that exists once has no side.</summary>
    public static string Of(SidedRegion region, AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        return Of(atlas.Region(region.Region).Name, region.Side);
    }

    /// <summary>"Upper trapezius, right".</summary>
    public static string Of(SidedPoint point, AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        return Of(atlas.Point(point.Point).Muscle.Name, point.Side);
    }

    /// <param name="name">Stays as it is.</param>
    /// <param name="side">Midline adds nothing.</param>
    public static string Of(string name, Side side) => side == Side.Midline ? name : $"{name}, {side.ToWord()}";
}
