using System.Collections.Immutable;
using System.Globalization;

namespace Unknot.Atlas;

/// <summary>Cuts a text into sayings: at each word the longest one that the lexicon has, articles and sides inside it allowed.</summary>
internal sealed class Scanner
{
    private const double StrongestOnTheScale = 10;

    private readonly Lexicon lexicon;
    private readonly List<Token> tokens = [];
    private readonly List<ImmutableArray<string>> forms = [];

    private Scanner(Lexicon lexicon, string text)
    {
        this.lexicon = lexicon;
        foreach (var token in WordTexts.Cut(text))
        {
            var spelled = token.Kind == TokenKind.Word ? lexicon.Spelling.FormsOf(token.Text, edits: 1) : [];
            if (token.Kind == TokenKind.Word && spelled.IsEmpty && lexicon.Spelling.Pair(token.Text) is var (first, second))
            {
                Add(token with { Text = first }, lexicon.Spelling.FormsOf(first));
                Add(token with { Text = second }, lexicon.Spelling.FormsOf(second));
            }
            else
            {
                Add(token, spelled.IsEmpty && token.Kind == TokenKind.Word ? lexicon.Spelling.FormsOf(token.Text) : spelled);
            }
        }
    }

    internal static List<Item> Scan(Lexicon lexicon, string text) => new Scanner(lexicon, text).Items();

    private void Add(Token token, ImmutableArray<string> spelled)
    {
        // "my my left left knee"
        if (token.Kind == TokenKind.Word && tokens.Count > 0 && tokens[^1] is { Kind: TokenKind.Word } before && before.Text == token.Text && !char.IsDigit(token.Text[0]))
        {
            return;
        }

        tokens.Add(token);
        forms.Add(spelled);
    }

    private List<Item> Items()
    {
        var items = new List<Item>();
        for (var at = 0; at < tokens.Count;)
        {
            var item = Mark(at) ?? Number(at) ?? AdverbRight(at) ?? Longest(at) ?? new Item { Kind = ItemKind.Unknown, First = at, End = at + 1 };
            item.Span = TextSpan.Over(tokens[item.First].Span, tokens[item.End - 1].Span);
            items.Add(item);
            at = item.End;
        }

        return items;
    }

    private Item? Mark(int at) => tokens[at].Kind switch
    {
        TokenKind.Comma => new Item { Kind = ItemKind.Comma, First = at, End = at + 1 },
        TokenKind.Stop => new Item { Kind = ItemKind.Stop, First = at, End = at + 1 },
        _ => null,
    };

    /// <summary>"8/10" and "8 out of 10" say how strong; any other number says nothing of place.</summary>
    private Item? Number(int at)
    {
        if (!double.TryParse(tokens[at].Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return tokens[at].Text == "/" ? new Item { Kind = ItemKind.Say, Say = PassedOver, First = at, End = at + 1 } : null;
        }

        foreach (var between in new string[][] { ["/"], ["out", "of"], ["of"] })
        {
            var end = at + 1 + between.Length;
            if (end < tokens.Count && tokens[end].Text is "10" or "ten" && between.Select((word, i) => tokens[at + 1 + i].Text == word).All(same => same))
            {
                var share = number is > 0 and <= StrongestOnTheScale ? number / StrongestOnTheScale : (double?)null;
                return new Item { Kind = ItemKind.Say, Say = new Say { Strength = share, Roles = SayRoles.PassedOver }, First = at, End = end + 1 };
            }
        }

        return new Item { Kind = ItemKind.Say, Say = PassedOver, First = at, End = at + 1 };
    }

    /// <summary>"Right between the shoulder blades", "right down my leg": exactly, not a side.</summary>
    private Item? AdverbRight(int at)
    {
        const string nextTo = " between behind under above below in at on where across through around over next down up into beneath underneath there now before after beside along near inside ";
        var isAdverb = tokens[at].Text == "right"
            && at + 1 < tokens.Count
            && nextTo.Contains($" {tokens[at + 1].Text} ", StringComparison.Ordinal)
            && !(at > 0 && tokens[at - 1].Text is "the" or "my" or "on" or "to" or "and");
        return isAdverb ? new Item { Kind = ItemKind.Say, Say = PassedOver, First = at, End = at + 1 } : null;
    }

    private static Say PassedOver { get; } = new() { Roles = SayRoles.PassedOver | SayRoles.Bridge };

    private Item? Longest(int at)
    {
        var all = new List<Item>();
        Walk(at, at, lexicon.Root, side: null, all);
        WithLeadingSide(at, all);
        foreach (var candidate in all.OrderByDescending(item => item.End).ThenByDescending(item => item.Say!.Place is not null).ThenBy(item => item.Side is not null))
        {
            if (candidate.Place is not null || !CutsIntoAPlace(candidate))
            {
                return SideOfSomething(at, candidate);
            }
        }

        return null;
    }

    /// <summary>"Left knee": a side right before a name belongs to it.</summary>
    private void WithLeadingSide(int at, List<Item> all)
    {
        if (SideAt(at) is not { } side || at + 1 >= tokens.Count)
        {
            return;
        }

        var start = at + 1;
        while (side == SaidSide.Both && start < tokens.Count && IsArticle(start))
        {
            start++;
        }

        if (start < tokens.Count)
        {
            Walk(at, start, lexicon.Root, side, all);
        }
    }

    /// <summary>"Right side" alone is a side; "my right side" is the flank; "right side of the neck" is a place.</summary>
    private Item SideOfSomething(int at, Item chosen)
    {
        if (SideAt(at) is not { } side)
        {
            return chosen;
        }

        var area = new List<Item>();
        Walk(at, at + 1, lexicon.Root, side, area);
        var longest = area.Where(item => item.Say!.Is(SayRoles.SideArea)).MaxBy(item => item.End);
        if (longest is null || chosen.End > longest.End)
        {
            return chosen;
        }

        var isOfSomething = longest.End < tokens.Count && tokens[longest.End].Text == "of";
        var isOneself = chosen.Place is not null && chosen.End == longest.End && at > 0 && tokens[at - 1].Text == "my" && !(at > 1 && tokens[at - 2].Text == "on");
        return isOneself && !isOfSomething ? chosen : new Item { Kind = ItemKind.Say, Say = SideSay(side), IsSideArea = true, First = at, End = longest.End };
    }

    /// <summary>"At the back of my head": the words "at the back" would take away the beginning of a place.</summary>
    private bool CutsIntoAPlace(Item candidate)
    {
        for (var inside = candidate.First + 1; inside < candidate.End; inside++)
        {
            var places = new List<Item>();
            Walk(inside, inside, lexicon.Root, side: null, places);
            if (places.Exists(place => place.Say!.Place is not null && place.End > candidate.End))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Everything that begins at a word, with articles and sides skipped inside names of places.</summary>
    private void Walk(int first, int at, Lexicon.Node node, SaidSide? side, List<Item> found)
    {
        if (at >= tokens.Count || tokens[at].Kind != TokenKind.Word)
        {
            return;
        }

        foreach (var form in forms[at])
        {
            if (node.Next(form) is not { } next)
            {
                continue;
            }

            if (!next.Say.MeansNothing && Fits(first, at, next.Say, side))
            {
                found.Add(new Item { Kind = ItemKind.Say, Say = next.Say, Side = side, First = first, End = at + 1 });
            }

            Walk(first, at + 1, next, side, found);

            var skip = at + 1;
            var inner = side;
            while (skip < tokens.Count && tokens[skip].Kind == TokenKind.Word && (IsArticle(skip) || (inner is null && SideAt(skip) is not null)))
            {
                inner ??= SideAt(skip);
                skip++;
                Walk(first, skip, next, inner, found);
            }
        }
    }

    /// <summary>Only names of places may have a side inside; other phrases stand as they are.</summary>
    private static bool Fits(int first, int at, Say say, SaidSide? side) =>
        say.Place is not null || (say.SidedPlace is not null && side is not null) || side is null || say.Is(SayRoles.SideArea) || first == at;

    private SaidSide? SideAt(int at)
    {
        foreach (var form in forms[at])
        {
            if (lexicon.Find(form)?.Side is { } side)
            {
                return side;
            }
        }

        return null;
    }

    private bool IsArticle(int at) => lexicon.Find(tokens[at].Text) is { } say && say.Is(SayRoles.Article);

    private static Say SideSay(SaidSide side) => new() { Side = side };

    /// <summary>Whether a word of an item is a plural that means both sides.</summary>
    internal static bool MeansBoth(Lexicon lexicon, string text, Item item) =>
        WordTexts.Cut(item.Span.In(text)).Exists(token => lexicon.Spelling.MeansBoth(token.Text) || lexicon.Spelling.FormsOf(token.Text).Any(lexicon.Spelling.MeansBoth));
}

internal enum ItemKind
{
    Say,
    Unknown,
    Comma,
    Stop,
}

/// <summary>A saying at its place in the text.</summary>
internal sealed class Item
{
    internal required ItemKind Kind { get; init; }

    internal Say? Say { get; init; }

    /// <summary>The side said inside it or right before it.</summary>
    internal SaidSide? Side { get; init; }

    /// <summary>A side that came as "left side", which may be the flank.</summary>
    internal bool IsSideArea { get; init; }

    /// <summary>First word.</summary>
    internal required int First { get; init; }

    /// <summary>The word after the last.</summary>
    internal required int End { get; init; }

    internal TextSpan Span { get; set; }

    internal PlaceMeaning? Place => Say is null ? null : (Side is not null ? Say.SidedPlace : null) ?? Say.Place;

    internal bool Is(SayRoles role) => Say is not null && Say.Is(role);

    internal SaidSide? BareSide => Place is null ? Say?.Side : null;
}
