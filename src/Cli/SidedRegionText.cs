using Unknot.Atlas;

namespace Unknot.Cli;

/// <summary>Reads <c>REGION:SIDE</c> as people type it.</summary>
internal static class SidedRegionText
{
    /// <summary>
    /// The regions a text names. Without a side: the one there is on the midline, or both sides of a paired region.
    /// </summary>
    /// <returns>The regions, or what is wrong and what is allowed.</returns>
    internal static (IReadOnlyList<SidedRegion> Regions, string? Error) Read(string text, AtlasData atlas, RegionNames names)
    {
        var colon = text.LastIndexOf(':');
        var name = colon < 0 ? text : text[..colon];
        if (!names.TryFind(name, out var region))
        {
            var nearest = NearestNames.Of(name, atlas.Regions, 5).Select(candidate => candidate.Id.ToString());
            return ([], $"There is no region '{name}'. Nearest: {string.Join(", ", nearest)}. 'unknot regions' lists all.");
        }

        if (colon < 0)
        {
            return ([.. region.AllowedSides.Select(side => new SidedRegion(region.Id, side))], null);
        }

        var word = text[(colon + 1)..].Trim().ToLowerInvariant();
        if (word == "both" && region.Sides == RegionSides.Paired)
        {
            return ([new(region.Id, Side.Left), new(region.Id, Side.Right)], null);
        }

        foreach (var side in region.AllowedSides)
        {
            if (side.ToWord() == word)
            {
                return ([new(region.Id, side)], null);
            }
        }

        var allowed = region.Sides == RegionSides.Paired ? "left, right or both (the person's own)" : "midline";
        return ([], $"'{word}' is not a side of '{region.Id}'. Allowed: {allowed}.");
    }
}
