using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Unknot.Atlas;

/// <summary>Finds regions by what people call them: id, plain name or synonym, in any case, with hyphens or spaces, "the" left out or not.</summary>
public sealed class RegionNames
{
    private readonly FrozenDictionary<string, Region> byName;

    public RegionNames(AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        var names = new Dictionary<string, Region>(StringComparer.Ordinal);

        // Ids first, then names, then synonyms: where two coincide after folding, the more official one wins.
        foreach (var region in atlas.Regions)
        {
            names.TryAdd(Fold(region.Id.ToString()), region);
        }

        foreach (var region in atlas.Regions)
        {
            names.TryAdd(Fold(region.Name), region);
        }

        foreach (var region in atlas.Regions)
        {
            foreach (var synonym in region.Synonyms)
            {
                names.TryAdd(Fold(synonym), region);
            }
        }

        byName = names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public bool TryFind(string text, [NotNullWhen(true)] out Region? region)
    {
        ArgumentNullException.ThrowIfNull(text);
        return byName.TryGetValue(Fold(text), out region);
    }

    /// <summary>"Front of the Knee", "front-of-knee" and "front of knee" are one name.</summary>
    private static string Fold(string text) =>
        string.Join(' ', text.ToLowerInvariant().Replace('-', ' ').Replace('_', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "the"));
}
