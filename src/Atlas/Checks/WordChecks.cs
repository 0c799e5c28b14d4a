using Unknot.Atlas.Reading;

namespace Unknot.Atlas.Checks;

internal static class WordChecks
{
    private const string File = "words.json";

    internal static IEnumerable<DataProblem> WordsNameRegions(AtlasContent content)
    {
        var known = content.Regions.Select(region => region.Id).ToHashSet();
        var words = content.Words;
        var named = words.Phrases.SelectMany(phrase => phrase.Regions.Select(id => (Place: $"'{phrase.Says.FirstOrDefault()}'", Id: id)))
            .Concat(words.Parts.SelectMany(part => part.Whole.Concat(part.All).Concat(part.Narrows).Concat(part.At.SelectMany(at => at.Regions))
                .Select(id => (Place: $"'{part.Names.FirstOrDefault()}'", Id: id))))
            .Concat(words.Pathways.SelectMany(pathway => pathway.Select(id => (Place: $"pathway {string.Join(" → ", pathway.Take(2))} …", Id: id))));
        foreach (var (place, id) in named.Distinct().Where(item => !known.Contains(item.Id)))
        {
            yield return new(File, place, $"there is no region '{id}'");
        }

        foreach (var phrase in words.Phrases.Where(phrase => phrase.Says.IsEmpty || phrase.Regions.IsEmpty))
        {
            yield return new(File, $"'{phrase.Says.FirstOrDefault()}'", "needs words and regions");
        }

        foreach (var part in words.Parts.Where(part => part.Whole.IsEmpty || part.Whole.Except(part.All).Any()))
        {
            yield return new(File, $"'{part.Names.FirstOrDefault()}'", "what is marked for the whole must not be empty, and must be in all of it");
        }

        foreach (var pathway in words.Pathways.Where(pathway => pathway.Length < 2 || pathway.Distinct().Count() != pathway.Length))
        {
            yield return new(File, $"pathway {string.Join(" → ", pathway)}", "needs two regions or more, each once");
        }
    }

    /// <summary>A phrase leads to one set of regions; where it is a name of a region too, that region is among them.</summary>
    internal static IEnumerable<DataProblem> PhrasesMeanOneThing(AtlasContent content)
    {
        var places = Lexicon.PlacesOf(content.Words)
            .Select(place => (Key: (place.Meaning.NeedsSide, Text: Folded(place.Text, content)), place.Meaning))
            .ToLookup(place => place.Key, place => place.Meaning);
        foreach (var same in places.Where(same => same.Select(meaning => string.Join(' ', meaning.Regions.Select(id => id.ToString()).Order(StringComparer.Ordinal))).Distinct(StringComparer.Ordinal).Count() > 1))
        {
            yield return new(File, $"'{same.Key.Text}'", $"means several things: {string.Join("; ", same.Select(meaning => string.Join(", ", meaning.Regions)).Distinct(StringComparer.Ordinal))}");
        }

        foreach (var region in content.Regions)
        {
            foreach (var name in region.Synonyms.Append(region.Name).Append(region.Id.ToString()))
            {
                var other = places[(false, Folded(name, content))].FirstOrDefault(meaning => !meaning.Regions.Contains(region.Id));
                if (other is not null)
                {
                    yield return new(File, $"'{Folded(name, content)}'", $"is a name of the region '{region.Id}', but means {string.Join(", ", other.Regions)} here");
                }
            }
        }
    }

    /// <summary>A word that no text can contain after it is cut into words would never be found.</summary>
    internal static IEnumerable<DataProblem> WordsAreWrittenAsTheyAreRead(AtlasContent content)
    {
        var words = content.Words;
        var texts = words.Phrases.SelectMany(phrase => phrase.Says).Select(text => text.Replace("@side ", "", StringComparison.Ordinal))
            .Concat(words.Parts.SelectMany(part => part.Names))
            .Concat(words.Aspects.SelectMany(aspect => aspect.Before.Concat(aspect.After)))
            .Concat(words.Qualities.SelectMany(quality => quality.Says))
            .Concat(words.Strengths.SelectMany(strength => strength.Says))
            .Concat(words.Sides.SelectMany(side => side.Says))
            .Concat(words.SideAreas).Concat(words.Towards).Concat(words.Origins).Concat(words.Motions).Concat(words.Joins).Concat(words.Turns)
            .Concat(words.Negations).Concat(words.PainFree).Concat(words.Hurting).Concat(words.Bridges).Concat(words.PassedOver).Concat(words.Articles).Concat(words.Conditions).Concat(words.Comparisons)
            .Concat(words.Plurals.SelectMany(plural => new[] { plural.One, plural.Many }))
            .Concat(words.Spellings.SelectMany(spelling => spelling.Written.Add(spelling.Word)));
        foreach (var text in texts.Distinct(StringComparer.Ordinal).Where(text => text.Length == 0 || string.Join(' ', WordTexts.WordsOf(text, [])) != text))
        {
            yield return new(File, $"'{text}'", "is not written as it is read: lower case, single spaces, no apostrophes or hyphens");
        }

        foreach (var strength in words.Strengths.Where(strength => strength.Share is not (> 0 and <= 1)))
        {
            yield return new(File, $"strength {strength.Share}", "is out of range: above 0, at most 1");
        }

        foreach (var plural in words.Plurals.GroupBy(plural => plural.Many, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return new(File, $"'{plural.Key}'", "is given more than once as a plural");
        }
    }

    private static string Folded(string text, AtlasContent content) => string.Join(' ', WordTexts.WordsOf(text, content.Words.Articles));
}
