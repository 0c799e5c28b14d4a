using System.Collections.Immutable;

namespace Unknot.Inference.Reasoning;

/// <summary>What speaks for and against a point beside the marked areas that it accounts for.</summary>
internal sealed class ReasonFinder
{
    /// <summary>More than this nobody reads.</summary>
    private const int MostReasons = 6;

    /// <summary>An area that is not marked is worth a word when at least so many feel the point there.</summary>
    private const double OftenFelt = 0.4;

    /// <summary>Of these no more than so many.</summary>
    private const int MostNotMarked = 3;

    private readonly ReferralMap map;

    /// <summary>For each point the regions that it refers to, with how much of the region and with the best part of it.</summary>
    private readonly ILookup<int, (int Region, double Named, double Mean)> felt;

    internal ReasonFinder(ReferralMap map)
    {
        this.map = map;
        felt = Enumerable.Range(0, map.Regions.Length)
            .SelectMany(region => map.Named[region].Zip(map.Mean[region], (named, mean) => (named.Node, Value: (region, named.Weight, mean.Weight))))
            .ToLookup(item => item.Node, item => item.Value);
    }

    /// <summary>Weightiest first.</summary>
    internal ImmutableArray<Reason> Of(int point, CaseEvidence told, AnswerReasons answers)
    {
        var painFree = told.Inquiry.Drawing.PainFree.Select(map.NumberOf).ToHashSet();
        var reasons = new List<Reason>(answers.Of(point));
        var silent = new List<Reason>();
        foreach (var (region, named, mean) in felt[point])
        {
            if (painFree.Contains(region))
            {
                reasons.Add(new Reason.PainFree(map.Regions[region], named) { Bits = Math.Log2(1 - (Assumptions.PainFreeCounts * named)) });
            }
            else if (!told.Sightings.IsEmpty && !told.SpokenOf[region] && named >= OftenFelt)
            {
                silent.Add(new Reason.NotMarked(map.Regions[region], named) { Bits = Math.Log2(1 - (Assumptions.SilenceCounts * mean)) });
            }
        }

        reasons.AddRange(silent.OrderBy(reason => reason.Bits).ThenBy(reason => reason.ToString(), StringComparer.Ordinal).Take(MostNotMarked));
        return [.. reasons.OrderByDescending(reason => Math.Abs(reason.Bits)).ThenBy(reason => reason.ToString(), StringComparer.Ordinal).Take(MostReasons)];
    }
}
