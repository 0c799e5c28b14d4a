using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Network;
using Unknot.Inference.Numerics;

namespace Unknot.Inference.Reasoning;

/// <summary>
/// How far the probabilities would move if the published figures and our estimates were a little different: everything again with priors,
/// frequencies and leak drawn from what they may be. Always the same draws, and the same for both sides.
/// </summary>
internal sealed class Resampling
{
    /// <summary>So many sets of figures.</summary>
    private const int Draws = 32;

    /// <summary>Of a large drawing fewer, so that it stays in time, but so many; their lowest and highest then are about the range.</summary>
    private const int LeastDraws = 8;

    /// <summary>Table entries of all draws together.</summary>
    private const double WorkOfDraws = 1 << 19;

    /// <summary>One in ten lies below the range and one in ten above.</summary>
    private const double Tail = 0.1;

    private const int ComplaintRateKey = -1;
    private const int LeakKey = -2;

    private readonly ReferralMap map;
    private readonly ChainNetwork chains;

    /// <summary>For each draw and point how the log odds of its prior move.</summary>
    private readonly double[][] priorMoves;

    /// <summary>For each point a number that both sides share.</summary>
    private readonly ImmutableArray<int> unsided;

    /// <summary>For each point how uncertain its frequencies are, as a deviation of log odds.</summary>
    private readonly ImmutableArray<double> frequencySpreads;

    /// <summary>For each region a number that both sides share.</summary>
    private readonly ImmutableArray<int> unsidedRegions;

    internal Resampling(AtlasData atlas, ReferralMap map, ChainNetwork chains)
    {
        this.map = map;
        this.chains = chains;
        var points = map.Points.Select(point => point.Point).Distinct().Select((id, i) => (id, i)).ToDictionary(item => item.id, item => item.i);
        var muscles = atlas.Muscles.Select((muscle, i) => (muscle.Id, i)).ToDictionary(item => item.Id, item => item.i);
        var regions = atlas.Regions.Select((region, i) => (region.Id, i)).ToDictionary(item => item.Id, item => item.i);
        unsided = [.. map.Points.Select(point => points[point.Point])];
        unsidedRegions = [.. map.Regions.Select(region => regions[region.Region])];
        frequencySpreads = [.. map.Points.Select(point => Likelihoods.FrequencySpread(CommonestGrade(atlas.Point(point.Point).Point)))];
        var shareSpreads = map.Points.Select(point => Likelihoods.ShareSpread(atlas.PrevalenceOf(atlas.Point(point.Point).Muscle.Id))).ToArray();
        priorMoves =
        [
            .. Enumerable.Range(0, Draws).Select(draw => map.Points
                .Select((point, i) => (shareSpreads[i] * Normal(draw, muscles[atlas.Point(point.Point).Muscle.Id], -1))
                    + (Likelihoods.ScaleSpread * Normal(draw, ComplaintRateKey, 0)))
                .ToArray()),
        ];
    }

    /// <summary>For each point where its probability lies in eight of ten draws; it holds the probability itself.</summary>
    /// <param name="told">What was told.</param>
    /// <param name="solved">The evidence that was solved, perhaps merged from what was told.</param>
    /// <param name="posterior">What was found.</param>
    internal ImmutableArray<ProbabilityRange> RangesOf(CaseEvidence told, Observations solved, Posterior posterior)
    {
        var numbers = CaseNumbers.Of(chains.Network, solved);
        var count = Math.Clamp((int)(WorkOfDraws / Math.Max(posterior.Work, 1)) & ~3, LeastDraws, Draws);
        var (active, _) = ExactInference.SolveAll(chains.Network, solved, [.. Enumerable.Range(0, count).Select(draw => Drawn(numbers, told, solved, draw))]);
        var values = new double[count];
        var ranges = ImmutableArray.CreateBuilder<ProbabilityRange>(map.Points.Length);
        for (var point = 0; point < map.Points.Length; point++)
        {
            for (var draw = 0; draw < count; draw++)
            {
                values[draw] = active[draw][point];
            }

            Array.Sort(values);
            var probability = Math.Round(posterior.ActiveOf(point), 9);
            ranges.Add(new ProbabilityRange(
                Math.Round(Math.Min(probability, Quantile(values, Tail)), 9), Math.Round(Math.Max(probability, Quantile(values, 1 - Tail)), 9)));
        }

        return ranges.MoveToImmutable();
    }

    private static EvidenceGrade CommonestGrade(TriggerPoint point) =>
        point.Zones.GroupBy(zone => zone.Grade).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).First().Key;

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    /// <summary>A draw from the standard normal distribution; every second draw is the opposite of the one before it, so that they balance.</summary>
    private static double Normal(int draw, int a, int b)
    {
        var bits = Mixed(Mixed(Mixed((ulong)(draw / 2) + 1) ^ (ulong)(uint)a) ^ ((ulong)(uint)b << 32));
        var (radius, angle) = (((bits >> 32) + 0.5) / 4294967296.0, (uint)bits / 4294967296.0);
        var normal = Math.Sqrt(-2 * Math.Log(radius)) * Math.Cos(2 * Math.PI * angle);
        return draw % 2 == 0 ? normal : -normal;
    }

    /// <summary>The finaliser of splitmix64 (S. Vigna), which spreads neighbouring numbers over all bits.</summary>
    private static ulong Mixed(ulong value)
    {
        unchecked
        {
            value += 0x9E3779B97F4A7C15;
            value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
            value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
            return value ^ (value >> 31);
        }
    }

    private CaseNumbers Drawn(CaseNumbers numbers, CaseEvidence told, Observations solved, int draw)
    {
        var (priors, bases) = ((double[])numbers.Priors.Clone(), (double[])numbers.Bases.Clone());
        for (var point = 0; point < map.Points.Length; point++)
        {
            priors[point] = Likelihoods.Moved(priors[point], 1, priorMoves[draw][point]);
            bases[point] = Likelihoods.Moved(bases[point], 1, priorMoves[draw][point]);
        }

        var (weights, doubts) = ((double[])numbers.LinkWeights.Clone(), (double[])numbers.Doubts.Clone());
        var leakMove = Likelihoods.ScaleSpread * Normal(draw, LeakKey, 0);
        for (var w = 0; w < solved.Witnesses.Length; w++)
        {
            // Behind the sightings come answers. Of a merged drawing the sightings stand for several regions; any number of its own will do.
            var isSighting = w < solved.Witnesses.Length - (told.Observations.Witnesses.Length - told.Sightings.Length);
            var key = isSighting ? unsidedRegions[told.Sightings[Math.Min(w, told.Sightings.Length - 1)].Region] : unsidedRegions.Length + w;
            var links = solved.Witnesses[w].Links;
            for (var i = 0; i < links.Length; i++)
            {
                var spread = isSighting ? frequencySpreads[links[i].Node] : Likelihoods.EstimateSpread;
                var place = solved.LinkStarts[w] + i;
                weights[place] = Likelihoods.Moved(weights[place], spread, Normal(draw, unsided[links[i].Node], key));
            }

            var leak = LogSpace.Logistic(LogSpace.Logit(solved.Witnesses[w].Leak) + leakMove);
            doubts[w] = solved.Witnesses[w].Certainty * (1 - leak);
        }

        return numbers with { Priors = priors, Bases = bases, LinkWeights = weights, Doubts = doubts };
    }
}
