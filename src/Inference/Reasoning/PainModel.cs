using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Network;
using Unknot.Inference.Numerics;

namespace Unknot.Inference.Reasoning;

/// <summary>
/// From where it hurts to the trigger points that may take part. Immutable: build it once, use it from any number of threads.
/// <c>docs/decisions/0004-noisy-or-with-regional-witnesses.md</c> says what it assumes.
/// </summary>
public sealed class PainModel
{
    private readonly AtlasData atlas;
    private readonly ReferralMap map;
    private readonly ChainNetwork chains;

    /// <summary>For each region what its silence does to the log odds of the points that refer there.</summary>
    private readonly ImmutableArray<ImmutableArray<LogWeight>> silent;

    /// <summary>For each region what a statement that it is free of pain does.</summary>
    private readonly ImmutableArray<ImmutableArray<LogWeight>> painFree;

    internal PainModel(AtlasData atlas, ReferralMap map)
    {
        this.atlas = atlas;
        this.map = map;
        chains = new ChainNetwork(atlas, map);
        silent = [.. map.Mean.Select(links => Against(links, Assumptions.SilenceCounts))];
        painFree = [.. map.Named.Select(links => Against(links, Assumptions.PainFreeCounts))];
    }

    /// <summary>Takes some tens of milliseconds.</summary>
    /// <exception cref="ArgumentException">The chains of the atlas form a cycle, or name a relation twice.</exception>
    public static PainModel Build(AtlasData atlas, BodyAtlas body)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        ArgumentNullException.ThrowIfNull(body);
        return new PainModel(atlas, ReferralMap.Read(atlas, body));
    }

    /// <summary>Why the drawing cannot be used; empty when it can.</summary>
    public ImmutableArray<DrawingProblem> ProblemsOf(Drawing drawing)
    {
        ArgumentNullException.ThrowIfNull(drawing);
        return DrawingChecks.ProblemsOf(drawing, atlas, map);
    }

    /// <summary>The points that are felt in a region, with the frequency over the part of it that they cover best; most frequent first.</summary>
    /// <exception cref="KeyNotFoundException">The atlas has no such region on that side.</exception>
    public ImmutableArray<(SidedPoint Point, double Frequency)> ReferringTo(SidedRegion region) =>
    [
        .. map.Named[map.NumberOf(region)]
            .Select(link => (Point: map.Points[link.Node], Frequency: link.Weight))
            .OrderByDescending(link => link.Frequency)
            .ThenBy(link => link.Point.Point.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>
    /// The muscles that are felt in a region by at least one in ten of those with a point of them, likeliest first when nothing but this
    /// region hurts, on whichever side they are likelier; with the points and how often each is felt there.
    /// </summary>
    /// <exception cref="KeyNotFoundException">The atlas has no such region.</exception>
    public ImmutableArray<(MuscleId Muscle, ImmutableDictionary<PointId, double> Points)> MusclesFeltIn(RegionId region)
    {
        var sides = atlas.Region(region).AllowedSides.Select(side => new SidedRegion(region, side)).ToList();
        var felt = sides.SelectMany(side => ReferringTo(side))
            .Where(link => link.Frequency >= Assumptions.WorthNaming)
            .GroupBy(link => link.Point.Point)
            .ToDictionary(group => group.Key, group => group.Max(link => link.Frequency));
        return
        [
            .. sides.SelectMany(side => Trace(new Drawing { Regions = [new RegionPain(side, 1)], Cells = [], PainFree = [] }).Results)
                .Where(result => felt.ContainsKey(result.Point.Point))
                .OrderByDescending(result => result.Probability)
                .ThenBy(result => result.Muscle.ToString(), StringComparer.Ordinal)
                .DistinctBy(result => result.Muscle)
                .Select(result => (result.Muscle, atlas.Muscle(result.Muscle).Points
                    .Where(point => felt.ContainsKey(point.Id))
                    .ToImmutableDictionary(point => point.Id, point => felt[point.Id]))),
        ];
    }

    /// <summary>The regions in which a point is felt by at least one in ten, likewise.</summary>
    /// <exception cref="ArgumentException">The atlas has no such point.</exception>
    public ImmutableArray<(SidedRegion Region, double Frequency)> FeltAt(SidedPoint point)
    {
        var number = map.Points.IndexOf(point);
        if (number < 0)
        {
            throw new ArgumentException($"The atlas has no point {point}.", nameof(point));
        }

        return
        [
            .. map.Regions
                .SelectMany((region, i) => map.Named[i].Where(link => link.Node == number && link.Weight >= Assumptions.WorthNaming).Select(link => (Region: region, Frequency: link.Weight)))
                .OrderByDescending(felt => felt.Frequency),
        ];
    }

    /// <summary>
    /// Ranks all points. An empty drawing gives the prior probabilities. The answer is exact for the model, however large the drawing; see
    /// <see cref="Ranking.MergedWitnesses"/> for the one liberty taken with very large ones.
    /// </summary>
    /// <exception cref="ArgumentException">The drawing has problems; the message lists them as <see cref="ProblemsOf(Drawing)"/> does.</exception>
    public Ranking Trace(Drawing drawing) => Trace(new Inquiry { Drawing = drawing }, TraceOptions.Ranking);

    /// <summary>Why the inquiry cannot be used; empty when it can.</summary>
    public ImmutableArray<DrawingProblem> ProblemsOf(Inquiry inquiry)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        return ProblemsOf(inquiry.Drawing);
    }

    /// <summary>Ranks all points, given everything that was told.</summary>
    /// <exception cref="ArgumentException">The inquiry has problems; the message lists them as <see cref="ProblemsOf(Inquiry)"/> does.</exception>
    public Ranking Trace(Inquiry inquiry, TraceOptions options)
    {
        ArgumentNullException.ThrowIfNull(inquiry);
        ArgumentNullException.ThrowIfNull(options);
        var drawing = inquiry.Drawing;
        var problems = ProblemsOf(drawing);
        if (!problems.IsEmpty)
        {
            throw new ArgumentException($"The drawing cannot be used: {string.Join("; ", problems)}.", nameof(inquiry));
        }

        var sightings = Sighting.Of(drawing, map);
        var (network, evidence) = EvidenceOf(drawing, sightings);
        var posterior = ExactInference.Solve(network, evidence);
        ImmutableArray<RegionFit> fits =
            [.. sightings.Select((sighting, i) => new RegionFit(map.Regions[sighting.Region], Explained(sighting, posterior.ExplainedOf(i))))];
        var explained = ExplainedShare(sightings, fits);
        return new Ranking
        {
            DataVersion = atlas.Version,
            ModelVersion = Assumptions.ModelVersion,
            Findings = [.. sightings.Select(sighting => new RegionPain(map.Regions[sighting.Region], sighting.Intensity))],
            Results = Results(sightings, network, posterior),
            Fits = fits,
            ExplainedShare = explained,
            MuscularEvidence = 0,
            Explanation = new Explanation { Points = [], Accounts = explained, Unexplained = [] },
            Method = InferenceMethod.Elimination,
            ErrorBound = 0,
            Next = null,
            ProbablyNotMuscular = explained < Assumptions.MuscularShare,
            MergedWitnesses = [.. posterior.Merged.Select(group => group.Select(i => map.Regions[sightings[i].Region]).ToImmutableArray())],
        };
    }

    /// <summary>What a drawing without problems hands to the inference. The first nodes are the points of the <see cref="ReferralMap"/>.</summary>
    internal (NoisyOrNetwork Network, Observations Evidence) EvidenceOf(Drawing drawing) => EvidenceOf(drawing, Sighting.Of(drawing, map));

    private static ImmutableArray<LogWeight> Against(ImmutableArray<Link> links, double counts) =>
        [.. links.Select(link => new LogWeight(link.Node, LogSpace.Log1P(-counts * link.Weight)))];

    /// <summary>
    /// That some point refers to a region, given the drawing and that the region really hurts: a weak mark leaves that open, and must not
    /// look as if no point accounted for it.
    /// </summary>
    private static double Explained(Sighting sighting, double fired)
    {
        var hurtsAnyway = Assumptions.Leak / (Assumptions.Leak + ((1 - Assumptions.Leak) * (1 - sighting.Certainty)));
        return fired / (fired + ((1 - fired) * hurtsAnyway));
    }

    private static double ExplainedShare(ImmutableArray<Sighting> sightings, ImmutableArray<RegionFit> fits)
    {
        var total = sightings.Sum(sighting => sighting.Certainty);
        return total > 0 ? sightings.Zip(fits, (sighting, fit) => sighting.Certainty * fit.Explained).Sum() / total : 1;
    }

    /// <summary>The points that clearly refer to something marked.</summary>
    private static HashSet<int> TouchedBy(ImmutableArray<Sighting> sightings) =>
        [.. sightings.SelectMany(sighting => sighting.Links).Where(link => link.Weight >= Assumptions.Touching).Select(link => link.Node)];

    private (NoisyOrNetwork Network, Observations Evidence) EvidenceOf(Drawing drawing, ImmutableArray<Sighting> sightings)
    {
        var network = chains.For(TouchedBy(sightings));
        return (network, EvidenceOf(network.NodeCount, drawing, sightings));
    }

    private Observations EvidenceOf(int nodeCount, Drawing drawing, ImmutableArray<Sighting> sightings)
    {
        var logWeights = new double[nodeCount];
        var spokenOf = new bool[map.Regions.Length];
        foreach (var sighting in sightings)
        {
            spokenOf[sighting.Region] = true;
        }

        foreach (var region in drawing.PainFree.Select(map.NumberOf).Distinct().Order())
        {
            spokenOf[region] = true;
            Add(painFree[region], logWeights);
        }

        // Who has not marked anything has not begun, and the silence of all regions means nothing.
        for (var region = 0; region < spokenOf.Length && !sightings.IsEmpty; region++)
        {
            if (!spokenOf[region])
            {
                Add(silent[region], logWeights);
            }
        }

        return new Observations(
            [.. logWeights.Select(weight => Math.Max(weight, -Observations.MaxLogWeight))],
            [.. sightings.Select(sighting => new Witness { Leak = Assumptions.Leak, Certainty = sighting.Certainty, Links = sighting.Links })]);
    }

    private static void Add(ImmutableArray<LogWeight> weights, double[] sums)
    {
        foreach (var (point, weight) in weights)
        {
            sums[point] += weight;
        }
    }

    private ImmutableArray<RankedPoint> Results(ImmutableArray<Sighting> sightings, NoisyOrNetwork network, Posterior posterior)
    {
        var areas = new List<ExplainedArea>[map.Points.Length];
        for (var i = 0; i < sightings.Length; i++)
        {
            for (var link = 0; link < sightings[i].Links.Length; link++)
            {
                var share = posterior.ShareOf(i, link);
                if (share >= Assumptions.LeastShare)
                {
                    (areas[sightings[i].Links[link].Node] ??= []).Add(new ExplainedArea(map.Regions[sightings[i].Region], share));
                }
            }
        }

        var keys = new KeyPoints(chains, network, posterior);
        return
        [
            .. map.Points
                .Select((point, number) => Ranked(point, posterior.ActiveOf(number), areas[number] ?? [], keys.Before(number)))
                .OrderByDescending(ranked => ranked.Probability)
                .ThenBy(ranked => ranked.Point.Point.ToString(), StringComparer.Ordinal)
                .ThenBy(ranked => ranked.Point.Side),
        ];
    }

    private RankedPoint Ranked(SidedPoint point, double probability, List<ExplainedArea> areas, ImmutableArray<int> keys)
    {
        var muscle = atlas.Point(point.Point).Muscle;
        return new RankedPoint
        {
            Point = point,
            Muscle = muscle.Id,
            Name = muscle.Name,
            // Below this the last digits depend on the order of summation, and mirror images would not tie.
            Probability = Math.Round(probability, 12),
            Range = null,
            Reasons = [],
            Explains = [.. areas.OrderByDescending(area => area.Share)],
            Chain = [.. keys.Select(key => map.Points[key])],
        };
    }

    /// <param name="Point">Number of the point.</param>
    /// <param name="Value">Natural logarithm of a factor of its odds, at most 0.</param>
    private readonly record struct LogWeight(int Point, double Value);
}
