using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>From places as they were said to regions on sides, each once, none painful and free of pain. Used once per text.</summary>
/// <param name="mentions">In the order of the text.</param>
/// <param name="ways">What lies between two places.</param>
/// <param name="sidesOf">Which regions are paired.</param>
internal sealed class Gathering(IReadOnlyList<Mention> mentions, Ways ways, ImmutableDictionary<RegionId, RegionSides> sidesOf)
{
    private readonly Dictionary<Mention, Way> wayTo = [];

    internal (ImmutableArray<UnderstoodRegion> Painful, ImmutableArray<UnderstoodRegion> PainFree) Gather()
    {
        FindWays();
        var onAWay = wayTo.Keys.Select(mention => mention.Source!).ToHashSet();
        var painful = new List<Claim>();
        var free = new List<Claim>();
        foreach (var mention in mentions.Where(mention => !mention.IsDropped))
        {
            if (mention.IsFree)
            {
                free.AddRange(Claims(mention, mention.Meaning.Extent, mention.Span, isLoose: mention.Meaning.Extent.Length > 1));
            }
            else if (wayTo.TryGetValue(mention, out var way))
            {
                // A place named as a whole is where the way meets it; any other is meant as it was said.
                var end = mention.Meaning.Part is null ? mention.Meaning.Regions : [];
                painful.AddRange(Claims(mention, [.. way.Regions, .. end], TextSpan.Over(mention.Source!.Span, mention.Span), isLoose: true));
            }
            else if (!onAWay.Contains(mention))
            {
                painful.AddRange(Claims(mention, mention.Meaning.Regions, mention.Span, isLoose: mention.Meaning.Regions.Length > 1));
            }
        }

        return Settle(painful, free);
    }

    private void FindWays()
    {
        foreach (var mention in mentions.Where(mention => mention is { Source.IsDropped: false, IsDropped: false, IsFree: false }))
        {
            var before = wayTo.TryGetValue(mention.Source!, out var way) ? way.Pathway : (int?)null;
            if (SidesAgree(mention, mention.Source!) && ways.Between(mention.Source!.Meaning, mention.Meaning, before) is { } found)
            {
                wayTo.Add(mention, found);
            }
        }
    }

    private static bool SidesAgree(Mention one, Mention other) => one.Side is null || other.Side is null || one.Side == other.Side;

    private IEnumerable<Claim> Claims(Mention mention, ImmutableArray<RegionId> regions, TextSpan span, bool isLoose)
    {
        foreach (var region in regions.Distinct())
        {
            if (sidesOf[region] == RegionSides.Midline)
            {
                yield return new Claim(new SidedRegion(region, Side.Midline), SideSaid: true, span, isLoose);
                continue;
            }

            var side = mention.Side;
            if (side is null or SaidSide.Both or SaidSide.Left)
            {
                yield return new Claim(new SidedRegion(region, Side.Left), side is not null, span, isLoose);
            }

            if (side is null or SaidSide.Both or SaidSide.Right)
            {
                yield return new Claim(new SidedRegion(region, Side.Right), side is not null, span, isLoose);
            }
        }
    }

    /// <summary>
    /// Where a place was said to hurt and not to hurt: an exception beats the larger thing it is taken from ("my leg, but not the knee");
    /// of two equal claims pain is believed.
    /// </summary>
    private static (ImmutableArray<UnderstoodRegion> Painful, ImmutableArray<UnderstoodRegion> PainFree) Settle(List<Claim> painful, List<Claim> free)
    {
        var firm = painful.Where(claim => !claim.IsLoose && claim.SideSaid).Select(claim => claim.Region).ToHashSet();
        var named = painful.Where(claim => !claim.IsLoose).Select(claim => claim.Region).ToHashSet();
        var excepted = free
            .Where(claim => !firm.Contains(claim.Region) && (!named.Contains(claim.Region) || claim.SideSaid))
            .DistinctBy(claim => claim.Region)
            .ToList();
        var without = excepted.Select(claim => claim.Region).ToHashSet();
        return (Understood(painful.Where(claim => !without.Contains(claim.Region))), Understood(excepted));
    }

    /// <summary>Each region once, as the claim that says its side.</summary>
    private static ImmutableArray<UnderstoodRegion> Understood(IEnumerable<Claim> claims) =>
    [
        .. claims.GroupBy(claim => claim.Region)
            .Select(same => same.FirstOrDefault(claim => claim.SideSaid) ?? same.First())
            .Select(claim => new UnderstoodRegion(claim.Region, claim.SideSaid, claim.Span)),
    ];

    private sealed record Claim(SidedRegion Region, bool SideSaid, TextSpan Span, bool IsLoose);
}
