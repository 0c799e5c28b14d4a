using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>All words and phrases with what they stand for, as a tree of words.</summary>
internal sealed class Lexicon
{
    private const string SideMark = "@side ";

    private readonly Node root = new();
    private readonly ImmutableArray<string> articles;
    private readonly Dictionary<RegionId, BodyPart> partOf;

    internal Lexicon(ImmutableArray<Region> regions, WordBook book)
    {
        articles = book.Articles;
        partOf = regions.ToDictionary(region => region.Id, region => region.Part);

        // The wider meaning of a word first: "hand" is a region's synonym too, and a listener takes it for all of the hand.
        foreach (var (text, meaning) in PlacesOf(book))
        {
            AddPlace(text, meaning);
        }

        foreach (var region in regions)
        {
            foreach (var name in region.Synonyms.Prepend(region.Name).Prepend(region.Id.ToString()))
            {
                AddPlace(name, new PlaceMeaning { Regions = [region.Id] });
            }
        }

        AddWords(book);
        Spelling = new Spelling(book, root.Words(placesOnly: false), root.Words(placesOnly: true));
    }

    internal Spelling Spelling { get; }

    internal Node Root => root;

    /// <summary>Every phrase for a place in the book, with what it means.</summary>
    internal static IEnumerable<(string Text, PlaceMeaning Meaning)> PlacesOf(WordBook book)
    {
        foreach (var phrase in book.Phrases)
        {
            foreach (var text in phrase.Says)
            {
                var needsSide = text.StartsWith(SideMark, StringComparison.Ordinal);
                yield return (needsSide ? text[SideMark.Length..] : text, new PlaceMeaning { Regions = phrase.Regions, NeedsSide = needsSide });
            }
        }

        foreach (var part in book.Parts)
        {
            foreach (var name in part.Names)
            {
                yield return (name, new PlaceMeaning { Regions = part.Whole, Part = part });
                foreach (var at in part.At)
                {
                    foreach (var before in book.Aspects.Where(words => words.Aspect == at.Aspect).SelectMany(words => words.Before))
                    {
                        yield return ($"{before} {name}", new PlaceMeaning { Regions = at.Regions });
                    }
                }
            }
        }
    }

    internal BodyPart PartOf(RegionId region) => partOf[region];

    /// <summary>What a single word stands for, or null.</summary>
    internal Say? Find(string word) => root.Next(word)?.Say;

    private void AddPlace(string text, PlaceMeaning meaning)
    {
        var say = root.At(WordTexts.WordsOf(text, articles)).Say;
        if (meaning.NeedsSide)
        {
            say.SidedPlace ??= meaning;
        }
        else
        {
            say.Place ??= meaning;
        }
    }

    private void AddWords(WordBook book)
    {
        foreach (var words in book.Sides)
        {
            Add(words.Says, say => say.Side = words.Side);
        }

        foreach (var words in book.Qualities)
        {
            Add(words.Says, say => say.Quality = words.Quality);
        }

        foreach (var words in book.Strengths)
        {
            Add(words.Says, say => say.Strength = words.Share);
        }

        foreach (var words in book.Aspects)
        {
            Add(words.After, say => say.Aspect = words.Aspect);
        }

        AddRole(book.SideAreas, SayRoles.SideArea);
        AddRole(book.Towards, SayRoles.Towards);
        AddRole(book.Origins, SayRoles.Origin);
        AddRole(book.Motions, SayRoles.Motion);
        AddRole(book.Joins, SayRoles.Join);
        AddRole(book.Turns, SayRoles.Turn);
        AddRole(book.Negations, SayRoles.Negation);
        AddRole(book.PainFree, SayRoles.PainFree);
        AddRole(book.Hurting, SayRoles.Hurting);
        AddRole(book.Bridges, SayRoles.Bridge);
        AddRole(book.PassedOver, SayRoles.PassedOver);
        AddRole(book.Conditions, SayRoles.Condition | SayRoles.PassedOver);
        AddRole(book.Comparisons, SayRoles.Comparison);
        AddRole(book.Articles, SayRoles.Article | SayRoles.Bridge);
    }

    private void AddRole(ImmutableArray<string> texts, SayRoles role) => Add(texts, say => say.Roles |= role);

    private void Add(ImmutableArray<string> texts, Action<Say> put)
    {
        foreach (var text in texts)
        {
            put(root.At(WordTexts.WordsOf(text, [])).Say);
        }
    }

    internal sealed class Node
    {
        private readonly Dictionary<string, Node> next = new(StringComparer.Ordinal);

        internal Say Say { get; } = new();

        internal Node? Next(string word) => next.GetValueOrDefault(word);

        internal Node At(ImmutableArray<string> words)
        {
            var node = this;
            foreach (var word in words)
            {
                node = node.next.TryGetValue(word, out var known) ? known : node.next[word] = new Node();
            }

            return node;
        }

        /// <summary>Every word that occurs, or only those in names of places.</summary>
        internal HashSet<string> Words(bool placesOnly)
        {
            var found = new HashSet<string>(StringComparer.Ordinal);
            Collect(this, found, placesOnly);
            return found;
        }

        private static bool Collect(Node node, HashSet<string> found, bool placesOnly)
        {
            var any = !placesOnly || node.Say.Place is not null || node.Say.SidedPlace is not null;
            foreach (var (word, child) in node.next)
            {
                if (Collect(child, found, placesOnly))
                {
                    found.Add(word);
                    any = true;
                }
            }

            return any;
        }
    }
}
