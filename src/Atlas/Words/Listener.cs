namespace Unknot.Atlas;

/// <summary>
/// Finds out what belongs to what: negations to places and qualities, goals to origins, general words to exact ones. Sides are the
/// matter of <see cref="SideGiver"/>. Used once per text.
/// </summary>
internal sealed class Listener
{
    private readonly Lexicon lexicon;
    private readonly string text;
    private readonly List<Item> items;
    private readonly List<Mention> mentions = [];
    private readonly int[] sentences;
    private readonly HashSet<int> negatedQualities = [];
    private readonly HashSet<int> usedSides = [];

    internal Listener(Lexicon lexicon, string text)
    {
        this.lexicon = lexicon;
        this.text = text;
        items = Scanner.Scan(lexicon, text);
        sentences = new int[items.Count];
        Listen();
    }

    /// <summary>In the order of the text.</summary>
    internal IReadOnlyList<Mention> Mentions => mentions;

    internal IReadOnlyList<Item> Items => items;

    internal bool IsNegated(int item) => negatedQualities.Contains(item);

    private void Listen()
    {
        FindMentions();
        for (var at = 0; at < items.Count; at++)
        {
            if (items[at].Is(SayRoles.PainFree) && items[at].Place is null)
            {
                ReadPainFree(at);
            }
            else if (items[at].Is(SayRoles.Negation) && items[at].Place is null)
            {
                Negate(at);
            }
        }

        PassOverConditions();
        FindDirections();
        var sides = new SideGiver(items, sentences, mentions, usedSides, lexicon.PartOf);
        sides.GiveSaid();
        DropGeneral();
        sides.CarryOn();
    }

    private void FindMentions()
    {
        var sentence = 0;
        for (var at = 0; at < items.Count; at++)
        {
            var item = items[at];
            sentence += item.Kind == ItemKind.Stop ? 1 : 0;
            sentences[at] = sentence;
            if (item.Place is { } place)
            {
                var mention = new Mention(place, at, sentence, item.Span);
                if (item.Side is null && Scanner.MeansBoth(lexicon, text, item))
                {
                    mention.Side = SaidSide.Both;
                    mention.IsPluralOnly = true;
                }

                mentions.Add(mention);
            }
            else if (item.Say?.Aspect is { } aspect && mentions.Count > 0 && mentions[^1] is { } last && last.Sentence == sentence)
            {
                SayMoreExactly(last, aspect, item.Span);
            }
        }
    }

    /// <summary>"Wrist, thumb side".</summary>
    private static void SayMoreExactly(Mention mention, Aspect aspect, TextSpan span)
    {
        if (mention.Meaning.Part?.At.FirstOrDefault(at => at.Aspect == aspect) is { } exact)
        {
            mention.Meaning = new PlaceMeaning { Regions = exact.Regions };
            mention.Span = TextSpan.Over(mention.Span, span);
        }
    }

    /// <summary>"My neck is fine", "the right one is fine": what is named before it does not hurt.</summary>
    private void ReadPainFree(int at)
    {
        var freed = false;
        int? side = null;
        for (var i = at - 1; i >= 0; i--)
        {
            var item = items[i];
            if (MentionAt(i) is { } mention)
            {
                mention.IsFree = true;
                freed = true;
            }
            else if (item.Kind is ItemKind.Stop or ItemKind.Comma || item.Is(SayRoles.Turn) || item.Is(SayRoles.Hurting) || item.Say?.Quality is not null)
            {
                break;
            }
            else if (item.BareSide is not null)
            {
                side ??= i;
            }
        }

        if (!freed && side is { } bare)
        {
            FreeOtherSide(bare);
        }
        else if (!freed && items[at].Is(SayRoles.Negation))
        {
            Negate(at);
        }
    }

    /// <summary>"Not the knee", "no pain in the calf or heel", "not sharp".</summary>
    private void Negate(int at)
    {
        var reached = 0;
        for (var i = at + 1; i < items.Count; i++)
        {
            var item = items[i];
            var isListed = reached > 0 && item.Kind == ItemKind.Comma && GoesOnWithOr(i);
            if (MentionAt(i) is { } mention)
            {
                mention.IsFree = true;
                reached++;
            }
            else if (item.Kind is ItemKind.Unknown or ItemKind.Stop || (item.Kind == ItemKind.Comma && !isListed))
            {
                return;
            }
            else if (item.Say?.Quality is not null && !item.Is(SayRoles.Motion))
            {
                if (reached == 0)
                {
                    NegateQualities(i);
                }

                return;
            }
            else if (item.BareSide is not null && reached == 0 && !LeadsToAPlace(i))
            {
                FreeOtherSide(i);
                return;
            }
            else if (EndsNegation(item, reached > 0))
            {
                return;
            }
        }
    }

    private static bool EndsNegation(Item item, bool hasReached)
    {
        if (item.Kind == ItemKind.Comma || item.BareSide is not null || item.Is(SayRoles.Join) || item.Is(SayRoles.Negation))
        {
            return false;
        }

        if (hasReached && (item.Is(SayRoles.Hurting) || item.Is(SayRoles.PainFree) || item.Is(SayRoles.Turn)))
        {
            return true;
        }

        return item.Is(SayRoles.Turn)
            ? !item.Is(SayRoles.Bridge)
            : !item.Is(SayRoles.Bridge) && !item.Is(SayRoles.Towards) && !item.Is(SayRoles.Origin) && !item.Is(SayRoles.Motion);
    }

    private void NegateQualities(int first)
    {
        for (var i = first; i < items.Count; i++)
        {
            if (items[i].Say?.Quality is not null && items[i].Place is null)
            {
                negatedQualities.Add(i);
            }
            else if (!items[i].Is(SayRoles.Join))
            {
                return;
            }
        }
    }

    /// <summary>"The neck, shoulders or arms": the comma does not end what is said of the list.</summary>
    private bool GoesOnWithOr(int comma)
    {
        for (var i = comma + 1; i < items.Count; i++)
        {
            var isOr = items[i].Is(SayRoles.Join) && items[i].Span.In(text).ToLowerInvariant() is "or" or "nor";
            if (isOr || (items[i].Place is null && items[i].Kind != ItemKind.Comma && !items[i].Is(SayRoles.Bridge) && items[i].BareSide is null))
            {
                return isOr;
            }
        }

        return false;
    }

    private bool LeadsToAPlace(int side)
    {
        var next = side + 1;
        while (next < items.Count && items[next].Is(SayRoles.Bridge) && items[next].Place is null)
        {
            next++;
        }

        return next < items.Count && items[next].Place is not null;
    }

    /// <summary>"My left knee hurts, the right one is fine": the last place, on the other side.</summary>
    private void FreeOtherSide(int side)
    {
        var last = mentions.FindLastIndex(mention => mention.Item < side);
        if (last < 0)
        {
            return;
        }

        usedSides.Add(side);
        var said = items[side].BareSide!.Value;
        if (said == SaidSide.Other && items[mentions[last].Item].Side is SaidSide.Left or SaidSide.Right)
        {
            said = items[mentions[last].Item].Side == SaidSide.Left ? SaidSide.Right : SaidSide.Left;
        }

        var other = new Mention(mentions[last].Meaning, side, sentences[side], items[side].Span) { IsFree = true };
        other.Give(said, own: true);
        mentions.Insert(last + 1, other);
    }

    /// <summary>"My neck hurts when I turn my head to the left": neither the head nor the side says where it hurts.</summary>
    private void PassOverConditions()
    {
        for (var at = 0; at < items.Count; at++)
        {
            if (!items[at].Is(SayRoles.Condition) || !mentions.Exists(mention => mention.Item < at && mention.Sentence == sentences[at]))
            {
                continue;
            }

            for (var i = at + 1; i < items.Count && items[i].Kind is ItemKind.Say or ItemKind.Unknown && !items[i].Is(SayRoles.Turn) && !items[i].Is(SayRoles.Join); i++)
            {
                mentions.RemoveAll(mention => mention.Item == i);
                usedSides.Add(i);
            }
        }
    }

    private void FindDirections()
    {
        foreach (var mention in mentions)
        {
            for (var i = mention.Item - 1; i >= 0 && !mention.IsGoal && !mention.IsOrigin; i--)
            {
                var item = items[i];
                mention.IsGoal = item.Place is null && item.Is(SayRoles.Towards);
                mention.IsOrigin = item.Place is null && item.Is(SayRoles.Origin);
                var goesOn = item.Place is null
                    && (item.Is(SayRoles.Bridge) || item.Is(SayRoles.Motion) || item.BareSide is not null || item.Say?.Quality is not null || item.Say?.Strength is not null);
                if (!goesOn)
                {
                    break;
                }
            }
        }

        for (var i = 0; i < mentions.Count; i++)
        {
            var before = i > 0 && !mentions[i - 1].IsFree && !mentions[i].IsFree ? mentions[i - 1] : null;
            var isNear = before is not null && (before.Sentence == mentions[i].Sentence || (before.Sentence == mentions[i].Sentence - 1 && mentions[i].IsGoal));
            if (isNear && mentions[i].IsGoal)
            {
                mentions[i].Source = before;
            }
            else if (isNear && mentions[i].IsOrigin && before!.IsGoal && before.Source is null)
            {
                before.Source = mentions[i]; // "down both legs from the buttocks"
            }
        }
    }

    /// <summary>"Headache behind the eye" is the eye; "left leg, mostly the calf" is the left calf.</summary>
    private void DropGeneral()
    {
        foreach (var general in mentions.Where(mention => mention.Meaning.Part is not null && !mention.IsFree))
        {
            if (general.Source is not null || mentions.Exists(mention => mention.Source == general))
            {
                continue;
            }

            var part = general.Meaning.Part!;
            var exact = mentions
                .Where(mention => mention.Sentence == general.Sentence && mention != general && mention.Meaning.Part != part && !mention.IsDropped)
                .Where(mention => mention.Meaning.Regions.All(region => part.All.Contains(region) || part.Narrows.Contains(region)))
                .Where(mention => (mention.LacksSide || general.LacksSide || mention.Side == general.Side) && !AreJoined(mention, general))
                .ToList();
            if (exact.TrueForAll(mention => mention.IsFree))
            {
                continue;
            }

            general.IsDropped = true;
            foreach (var mention in exact.Where(mention => mention.LacksSide && general.Side is not null))
            {
                mention.Give(general.Side!.Value, own: general.IsSideOwn);
            }
        }
    }

    private bool AreJoined(Mention one, Mention other)
    {
        var (first, last) = one.Item < other.Item ? (one.Item, other.Item) : (other.Item, one.Item);
        var isJoined = false;
        for (var i = first + 1; i < last; i++)
        {
            if (items[i].Place is not null)
            {
                return false;
            }

            isJoined |= items[i].Is(SayRoles.Join);
        }

        return isJoined;
    }

    private Mention? MentionAt(int item) => items[item].Place is null ? null : mentions.Find(mention => mention.Item == item);
}
