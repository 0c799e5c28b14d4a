using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>
/// Reads typed descriptions of pain: "back of my left leg down to the calf, tingling". By rules and a word list alone: the same text is
/// always understood the same way. Built once from an atlas; may be shared by threads.
/// </summary>
/// <remarks>
/// The longest name wins; a general word ("headache") gives way to an exact one said with it ("behind the eye"); a place without a side
/// takes it from its neighbours, or is meant on both sides; "from … to …" and "down to" mean the regions on the way; a misspelled word is
/// taken for the nearest known one, within one wrong letter, or two in a long word.
/// </remarks>
public sealed class PainWords
{
    /// <summary>The longest text that is read, in UTF-16 units.</summary>
    public const int MaxLength = 500;

    private readonly Lexicon lexicon;
    private readonly Ways ways;
    private readonly ImmutableDictionary<RegionId, RegionSides> sidesOf;

    public PainWords(AtlasData atlas)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        lexicon = new Lexicon(atlas.Regions, atlas.Words);
        ways = new Ways(atlas.Words.Pathways);
        sidesOf = atlas.Regions.ToImmutableDictionary(region => region.Id, region => region.Sides);
    }

    /// <param name="text">Any text of at most <see cref="MaxLength"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The text is longer.</exception>
    public Understanding Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MaxLength, nameof(text));
        var heard = new Listener(lexicon, text);
        var (painful, painFree) = new Gathering(heard.Mentions, ways, sidesOf).Gather();
        return new Understanding
        {
            Painful = painful,
            PainFree = painFree,
            Qualities = Qualities(heard, text),
            Strength = heard.Items.Where(item => item.Say?.Strength is not null).OrderByDescending(item => item.Say!.Strength)
                .Select(item => new UnderstoodStrength(item.Say!.Strength!.Value, item.Span)).FirstOrDefault(),
            NotUnderstood = NotUnderstood(heard.Items),
        };
    }

    private ImmutableArray<UnderstoodQuality> Qualities(Listener heard, string text)
    {
        var found = new List<UnderstoodQuality>();
        for (var i = 0; i < heard.Items.Count; i++)
        {
            var item = heard.Items[i];
            if (heard.IsNegated(i))
            {
                continue;
            }

            if (item.Place is null && item.Say?.Quality is { } quality)
            {
                found.Add(new UnderstoodQuality(quality, item.Span));
            }
            else if (item.Place is not null)
            {
                found.AddRange(QualitiesInside(item, text));
            }
        }

        return [.. found.DistinctBy(each => each.Quality)];
    }

    /// <summary>"Stiff neck" is the name of a place and says how it feels. "Deep in the ear" is a place only.</summary>
    private IEnumerable<UnderstoodQuality> QualitiesInside(Item item, string text)
    {
        foreach (var token in WordTexts.Cut(item.Span.In(text)))
        {
            var quality = lexicon.Spelling.FormsOf(token.Text) is [var form, ..] ? lexicon.Find(form)?.Quality : null;
            if (quality is { } said and not PainQuality.Deep)
            {
                yield return new UnderstoodQuality(said, token.Span with { Start = item.Span.Start + token.Span.Start });
            }
        }
    }

    private static ImmutableArray<TextSpan> NotUnderstood(IReadOnlyList<Item> items)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Kind != ItemKind.Unknown)
            {
                continue;
            }

            if (i > 0 && items[i - 1].Kind == ItemKind.Unknown)
            {
                spans[^1] = TextSpan.Over(spans[^1], items[i].Span);
            }
            else
            {
                spans.Add(items[i].Span);
            }
        }

        return spans.ToImmutable();
    }
}
