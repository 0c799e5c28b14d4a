using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Network;

namespace Unknot.Inference.Reasoning;

/// <summary>Finds the smallest set of points that accounts for nearly all of the marked pain, point by point, the most useful one first.</summary>
internal sealed class ExplanationFinder(ReferralMap map, CaseEvidence told, Posterior posterior, KeyPoints keys, ImmutableArray<RegionFit> fits)
{
    /// <summary>Points that are less likely are no explanation, however much they would cover.</summary>
    private const double LeastProbability = 0.02;

    /// <summary>A further point must account for so much of the marked pain that the others leave to be accounted for.</summary>
    private const double LeastFurther = 0.2;

    /// <summary>More points than this are a list, not an explanation.</summary>
    private const int MostPoints = 6;

    /// <summary>Below this chance that any point refers to a region, another cause is the likelier one.</summary>
    private const double AccountedFor = 0.5;

    private readonly double total = told.Sightings.Sum(sighting => sighting.Certainty);
    private readonly double[] covered = new double[told.Sightings.Length];
    private readonly double[] best =
        [.. told.Sightings.Select(sighting => sighting.Links.Where(link => posterior.ActiveOf(link.Node) >= LeastProbability).Select(link => link.Weight).DefaultIfEmpty(0).Max())];

    internal Explanation Find()
    {
        ImmutableArray<int> unexplained = [.. Enumerable.Range(0, fits.Length).Where(i => fits[i].Explained < AccountedFor)];
        var chosen = new List<int>();
        while (chosen.Count < MostPoints && MostUseful(chosen) is { } next)
        {
            chosen.Add(next);
            for (var i = 0; i < covered.Length; i++)
            {
                covered[i] = Math.Max(covered[i], WeightOf(next, i));
            }
        }

        var accounts = total > 0 ? told.Sightings.Select((sighting, i) => sighting.Certainty * (1 - NoneOf(chosen, i))).Sum() / total : 1;
        return new Explanation
        {
            Points = [.. InOrder(chosen)],
            Accounts = Math.Clamp(accounts, 0, 1),
            Unexplained = [.. unexplained.Select(i => fits[i].Region)],
        };
    }

    /// <summary>
    /// How much better the drawing fits these points than other causes alone, as a part of how much better it could fit any: 0 … 1.
    /// </summary>
    internal (double Bits, double Part) EvidenceFor(Explanation explanation)
    {
        var (gained, possible) = (0.0, 0.0);
        var points = explanation.Points.Select(point => map.NumberOf(point.Point)).ToList();
        for (var i = 0; i < told.Sightings.Length; i++)
        {
            var witness = told.Observations.Witnesses[i];
            var likelihood = 1 - (witness.Certainty * (1 - witness.Leak) * NoneOf(points, i));
            gained += Math.Log2(likelihood / witness.UnexplainedLikelihood);
            possible -= Math.Log2(witness.UnexplainedLikelihood);
        }

        return (gained, possible > 0 ? gained / possible : 1);
    }

    /// <summary>That none of the points is felt in a sighting, when all are active.</summary>
    private double NoneOf(List<int> points, int sighting) => points.Aggregate(1.0, (product, point) => product * (1 - WeightOf(point, sighting)));

    private int? MostUseful(List<int> chosen)
    {
        var (found, largest) = (-1, 0.0);
        var candidates = told.Sightings.SelectMany(sighting => sighting.Links).Select(link => link.Node).Distinct().Order();
        foreach (var point in candidates.Where(point => !chosen.Contains(point) && posterior.ActiveOf(point) >= LeastProbability))
        {
            var further = 0.0;
            for (var i = 0; i < covered.Length; i++)
            {
                // As a part of what the best point would account for: a second one that is felt as often in the same place adds nothing.
                further += best[i] > 0 ? told.Sightings[i].Certainty * Math.Max(0, WeightOf(point, i) - covered[i]) / best[i] : 0;
            }

            // A likely point that covers much; rounded, so that mirror images tie.
            var use = Math.Round(further * posterior.ActiveOf(point), 10);
            if (further >= LeastFurther * total && use > largest)
            {
                (found, largest) = (point, use);
            }
        }

        return found < 0 ? null : found;
    }

    private double WeightOf(int point, int sighting)
    {
        foreach (var (node, weight) in told.Sightings[sighting].Links)
        {
            if (node == point)
            {
                return weight;
            }
        }

        return 0;
    }

    /// <summary>Every point with the keys before it; a key that keeps several alive comes once, before the first of them.</summary>
    private IEnumerable<ExplainingPoint> InOrder(List<int> chosen)
    {
        var order = new List<int>();
        var keeps = new Dictionary<int, List<int>>();
        foreach (var point in chosen)
        {
            ImmutableArray<int> path = [.. keys.Before(point), point];
            for (var i = 0; i + 1 < path.Length; i++)
            {
                if (!keeps.TryGetValue(path[i], out var kept))
                {
                    keeps.Add(path[i], kept = []);
                }

                if (!kept.Contains(path[i + 1]))
                {
                    kept.Add(path[i + 1]);
                }
            }

            order.AddRange(path.Where(step => !order.Contains(step)));
        }

        // A point that came in for itself may turn out to be the key of one before it.
        for (var pass = 0; pass < order.Count; pass++)
        {
            foreach (var (key, kept) in keeps)
            {
                var first = kept.Select(point => order.IndexOf(point)).Where(place => place >= 0).Min();
                var place = order.IndexOf(key);
                if (place > first)
                {
                    order.RemoveAt(place);
                    order.Insert(first, key);
                }
            }
        }

        foreach (var point in order)
        {
            ImmutableArray<SidedPoint> kept = keeps.TryGetValue(point, out var numbers) ? [.. numbers.Select(number => map.Points[number])] : [];
            yield return new ExplainingPoint(map.Points[point], kept, [.. RegionsBestAccountedForBy(point, chosen).Select(i => map.Regions[told.Sightings[i].Region])]);
        }
    }

    private IEnumerable<int> RegionsBestAccountedForBy(int point, List<int> chosen) =>
        Enumerable.Range(0, told.Sightings.Length).Where(i =>
            chosen.Contains(point) && WeightOf(point, i) > 0 && chosen.All(other => other == point || WeightOf(other, i) <= WeightOf(point, i)));
}
