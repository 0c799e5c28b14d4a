using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Network;

namespace Unknot.Inference.Reasoning;

/// <summary>Puts what was found into terms of the body.</summary>
internal sealed class RankingWriter(AtlasData atlas, ReferralMap map, ChainNetwork chains, AnswerTables answers, ReasonFinder reasons)
{
    /// <summary>Points that are less likely are not reasoned about.</summary>
    private const double LeastToReason = 0.02;

    internal Ranking Write(
        CaseEvidence told, Posterior posterior, InferenceMethod method, ImmutableArray<ImmutableArray<int>> merged, ImmutableArray<ProbabilityRange> ranges)
    {
        var sightings = told.Sightings;
        ImmutableArray<RegionFit> fits =
            [.. sightings.Select((sighting, i) => new RegionFit(map.Regions[sighting.Region], Explained(told.Observations.Witnesses[i], posterior.ExplainedOf(i))))];
        var keys = new KeyPoints(chains, posterior);
        var finder = new ExplanationFinder(map, told, posterior, keys, fits);
        var explanation = finder.Find();
        var (bits, part) = finder.EvidenceFor(explanation);
        var explained = ExplainedShare(sightings, fits);
        return new Ranking
        {
            DataVersion = atlas.Version,
            ModelVersion = Assumptions.ModelVersion,
            Findings = [.. sightings.Select(sighting => new RegionPain(map.Regions[sighting.Region], sighting.Intensity))],
            Results = Results(told, posterior, keys, ranges),
            Fits = fits,
            ExplainedShare = explained,
            ProbablyNotMuscular = explained < Assumptions.MuscularShare || part < Assumptions.MuscularFit,
            MuscularEvidence = bits * Math.Log10(2),
            Explanation = explanation,
            Method = method,
            ErrorBound = posterior.ErrorBound,
            Next = null,
            MergedWitnesses = [.. merged.Select(group => group.Select(i => map.Regions[sightings[i].Region]).ToImmutableArray())],
        };
    }

    /// <summary>
    /// That some point refers to a region, given the drawing and that the region really hurts: a weak mark leaves that open, and must not
    /// look as if no point accounted for it.
    /// </summary>
    private static double Explained(Witness witness, double fired)
    {
        var hurtsAnyway = witness.Leak / (witness.Leak + ((1 - witness.Leak) * (1 - witness.Certainty)));
        return fired / (fired + ((1 - fired) * hurtsAnyway));
    }

    private static double ExplainedShare(ImmutableArray<Sighting> sightings, ImmutableArray<RegionFit> fits)
    {
        var total = sightings.Sum(sighting => sighting.Certainty);
        return total > 0 ? sightings.Zip(fits, (sighting, fit) => sighting.Certainty * fit.Explained).Sum() / total : 1;
    }

    private ImmutableArray<RankedPoint> Results(CaseEvidence told, Posterior posterior, KeyPoints keys, ImmutableArray<ProbabilityRange> ranges)
    {
        var areas = new List<ExplainedArea>[map.Points.Length];
        for (var i = 0; i < told.Sightings.Length; i++)
        {
            for (var link = 0; link < told.Sightings[i].Links.Length; link++)
            {
                var share = posterior.ShareOf(i, link);
                if (share >= Assumptions.LeastShare)
                {
                    var (point, frequency) = told.Sightings[i].Links[link];
                    (areas[point] ??= []).Add(new ExplainedArea(map.Regions[told.Sightings[i].Region], share, frequency));
                }
            }
        }

        var said = new AnswerReasons(told.Inquiry, map, answers);
        return
        [
            .. Enumerable.Range(0, map.Points.Length)
                .Select(number => new RankedPoint
                {
                    Point = map.Points[number],
                    Muscle = atlas.Point(map.Points[number].Point).Muscle.Id,
                    Name = atlas.Point(map.Points[number].Point).Muscle.Name,
                    Prior = chains.Priors[number],
                    // Below this the last digits depend on the order of summation, and mirror images would not tie.
                    Probability = Math.Round(posterior.ActiveOf(number), 9),
                    Range = ranges.IsEmpty ? null : ranges[number],
                    Reasons = posterior.ActiveOf(number) >= LeastToReason ? reasons.Of(number, told, said) : [],
                    Explains = [.. (areas[number] ?? []).OrderByDescending(area => area.Share)],
                    Chain = [.. keys.Before(number).Select(key => map.Points[key])],
                })
                .OrderByDescending(ranked => ranked.Probability)
                .ThenBy(ranked => ranked.Point.Point.ToString(), StringComparer.Ordinal)
                .ThenBy(ranked => ranked.Point.Side),
        ];
    }
}
