using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>Gives each place its side: said before it, inside it or after it, or carried on from the place before.</summary>
/// <param name="items">The text.</param>
/// <param name="sentences">The sentence of each item.</param>
/// <param name="mentions">The places; a further one is added for "and a bit in the right one".</param>
/// <param name="used">Sides that have said what they had to say.</param>
/// <param name="partOf">The part of the body that a region belongs to.</param>
internal sealed class SideGiver(List<Item> items, int[] sentences, List<Mention> mentions, HashSet<int> used, Func<RegionId, BodyPart> partOf)
{
    private SaidSide? last;

    /// <summary>Every side that is said goes to the place or places it is said of.</summary>
    internal void GiveSaid()
    {
        for (var at = 0; at < items.Count; at++)
        {
            if (items[at].Place is not null && items[at].Side is { } inside && !used.Contains(at))
            {
                Of(at)!.Give(Resolved(inside), own: true);
            }
            else if (items[at].BareSide is { } bare && !used.Contains(at))
            {
                GiveBare(at, Resolved(bare));
            }
        }
    }

    /// <summary>"Left shoulder and arm": what has no side of its own takes it from the place before.</summary>
    internal void CarryOn()
    {
        foreach (var mention in mentions.Where(mention => mention.Source is { Side: null } && mention.IsSideOwn && mention.Side is not null))
        {
            mention.Source!.Give(mention.Side!.Value, own: false);
        }

        Mention? sided = null;
        foreach (var mention in mentions)
        {
            if (mention.Side is null && sided is not null && (sided.Sentence == mention.Sentence || mention.Source is not null) && Carries(sided, mention))
            {
                mention.Give(sided.Side!.Value, own: false);
            }

            if (mention.IsSideOwn && mention.Side is not null)
            {
                sided = mention;
            }
        }

        foreach (var mention in mentions.Where(mention => mention.Source is { Side: null } && mention.Side is not null))
        {
            mention.Source!.Give(mention.Side!.Value, own: false);
        }
    }

    private void GiveBare(int at, SaidSide side)
    {
        var sentence = sentences[at];
        var next = Following(at);
        if (next is not null && next.LacksSide && items[next.Item].Side is null && IsRightBefore(at, next))
        {
            next.Give(side, own: true);
            return;
        }

        var isCompared = IsCompared(at);
        var unsided = mentions
            .Where(mention => mention.Sentence == sentence && mention.Item < at && (isCompared ? mention.Side is null : mention.LacksSide))
            .ToList();
        if (unsided.Count > 0)
        {
            unsided.ForEach(mention => mention.Give(side, own: true));
            return;
        }

        if (next is not null && next.LacksSide && items[next.Item].Side is null)
        {
            next.Give(side, own: true);
            return;
        }

        var before = mentions.FindLast(mention => mention.Sentence == sentence && mention.Item < at);
        if (before is { IsFree: false, Side: SaidSide.Left or SaidSide.Right } && before.Side != side)
        {
            // "Left shoulder, sometimes the right".
            var other = new Mention(before.Meaning, at, sentence, items[at].Span);
            other.Give(side, own: true);
            mentions.Insert(mentions.IndexOf(before) + 1, other);
        }
    }

    /// <summary>"My wrists hurt, the right is worse", "worse on the right".</summary>
    private bool IsCompared(int at) =>
        Enumerable.Range(Math.Max(0, at - 2), Math.Min(items.Count, at + 3) - Math.Max(0, at - 2)).Any(i => items[i].Is(SayRoles.Comparison));

    private SaidSide Resolved(SaidSide side)
    {
        var resolved = side switch
        {
            SaidSide.Same => last ?? SaidSide.Both,
            SaidSide.Other when last is SaidSide.Left => SaidSide.Right,
            SaidSide.Other when last is SaidSide.Right => SaidSide.Left,
            SaidSide.Other => SaidSide.Both,
            _ => side,
        };
        last = resolved;
        return resolved;
    }

    private Mention? Of(int item) => mentions.Find(mention => mention.Item == item);

    private Mention? Following(int at)
    {
        for (var i = at + 1; i < items.Count && sentences[i] == sentences[at]; i++)
        {
            if (items[i].Place is not null)
            {
                return Of(i);
            }
        }

        return null;
    }

    /// <summary>Only small words and words for the pain stand between; "on the left my knee" leaves the choice open.</summary>
    private bool IsRightBefore(int side, Mention next)
    {
        for (var i = side + 1; i < next.Item; i++)
        {
            var item = items[i];
            var isSmall = item.Is(SayRoles.Bridge) || item.Is(SayRoles.PassedOver) || item.Say?.Quality is not null || item.Say?.Strength is not null;
            if (item.Kind != ItemKind.Say || !isSmall || item.Is(SayRoles.Join) || item.Is(SayRoles.Turn) || item.Is(SayRoles.Hurting)
                || (i == side + 1 && item.Is(SayRoles.Article)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A left knee says nothing of the side of a back; a left shoulder does of the neck.</summary>
    private bool Carries(Mention from, Mention to) =>
        to.Source is not null || !(IsIn(from, Limbs) && IsIn(to, Trunk));

    private bool IsIn(Mention mention, ImmutableArray<BodyPart> parts) => mention.Meaning.Regions.Any(region => parts.Contains(partOf(region)));

    private static ImmutableArray<BodyPart> Limbs { get; } = [BodyPart.ForearmHand, BodyPart.ThighKnee, BodyPart.LegFoot];

    private static ImmutableArray<BodyPart> Trunk { get; } = [BodyPart.Head, BodyPart.Face, BodyPart.Neck, BodyPart.ChestAbdomen, BodyPart.Back];
}
