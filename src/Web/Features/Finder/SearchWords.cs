using System.Collections.Immutable;
using Unknot.Atlas;

namespace Unknot.Web.Features.Finder;

/// <summary>The single words by which a region is found in the list: of its other names, and of what people say for it.</summary>
internal static class SearchWords
{
    /// <summary>For each region its words, without those of its name, in the order of the alphabet.</summary>
    internal static ImmutableDictionary<RegionId, string> Of(AtlasData atlas)
    {
        var said = atlas.Words.Phrases.SelectMany(phrase => phrase.Regions.SelectMany(region => phrase.Says.Select(text => (Region: region, Text: text))))
            .Concat(atlas.Words.Parts.SelectMany(part => part.All.SelectMany(region => part.Names.Select(text => (Region: region, Text: text)))))
            .ToLookup(pair => pair.Region, pair => pair.Text);
        return atlas.Regions.ToImmutableDictionary(region => region.Id, region => string.Join(
            ' ',
            region.Synonyms.Concat(said[region.Id]).SelectMany(WordsOf).Except(WordsOf(region.Name), StringComparer.Ordinal).Order(StringComparer.Ordinal)));
    }

    private static string[] WordsOf(string text) => text.ToLowerInvariant().Split([' ', '-', ',', '(', ')', '@'], StringSplitOptions.RemoveEmptyEntries);
}
