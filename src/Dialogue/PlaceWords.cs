using Unknot.Atlas;

namespace Unknot.Dialogue;

/// <summary>Names of places and points as a sentence can carry them.</summary>
public static class PlaceWords
{
    /// <summary>"Temple, right"; a place that exists once has no side.</summary>
    public static string Of(SidedRegion region, AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        return Of(atlas.Region(region.Region).Name, region.Side, atlas.Language);
    }

    /// <summary>"Upper trapezius, right".</summary>
    public static string Of(SidedPoint point, AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        return Of(atlas.Point(point.Point).Muscle.Name, point.Side, atlas.Language);
    }

    /// <param name="name">Stays as it is.</param>
    /// <param name="side">Midline adds nothing.</param>
    /// <param name="language">Two-letter code.</param>
    public static string Of(string name, Side side, string language = "en")
    {
        var T = In(language);
        return side switch
        {
            Side.Left => T["{0}, left", name],
            Side.Right => T["{0}, right", name],
            _ => name,
        };
    }

    /// <summary>The sentences of this part in a language.</summary>
    internal static Phrases In(string language) => Phrases.Of(typeof(PlaceWords).Assembly, language);
}
