using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Learning;
using Unknot.Inference.Network;

namespace Unknot.Inference.Reasoning;

/// <summary>
/// From where it hurts to the trigger points that may take part. Immutable: build it once, use it from any number of threads.
/// <c>docs/decisions/0004-noisy-or-with-regional-witnesses.md</c> says what it assumes.
/// </summary>
public sealed class PainModel
{
    /// <summary>From this error bound on, rounding has eaten the answer; told are things that contradict each other altogether.</summary>
    private const double Lost = 0.5;

    /// <summary>For which a search is then given so long.</summary>
    private static readonly TimeSpan TimeForTheLost = TimeSpan.FromMilliseconds(200);

    private readonly AtlasData atlas;
    private readonly ReferralMap map;
    private readonly ChainNetwork chains;
    private readonly EvidenceBuilder evidence;
    private readonly RankingWriter writer;
    private readonly Resampling resampling;
    private readonly NextQuestion next;

    internal PainModel(AtlasData atlas, ReferralMap map, PracticePriors? practice = null)
    {
        this.atlas = atlas;
        this.map = map;
        chains = new ChainNetwork(atlas, map, practice);
        var answers = new AnswerTables(atlas, map);
        evidence = new EvidenceBuilder(map, chains, answers);
        writer = new RankingWriter(atlas, map, chains, answers, new ReasonFinder(map));
        resampling = new Resampling(atlas, map, chains);
        next = new NextQuestion(atlas, map, chains, answers);
    }

    /// <summary>Takes some tens of milliseconds.</summary>
    /// <param name="atlas">The atlas.</param>
    /// <param name="body">The same atlas laid on the body.</param>
    /// <param name="practice">What a practice has learned about its own clients; null for the published figures alone.</param>
    /// <exception cref="ArgumentException">The chains of the atlas form a cycle, or name a relation twice.</exception>
    public static PainModel Build(AtlasData atlas, BodyAtlas body, PracticePriors? practice = null)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        ArgumentNullException.ThrowIfNull(body);
        return new PainModel(atlas, ReferralMap.Read(atlas, body), practice);
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
        if (!map.Has(point))
        {
            throw new ArgumentException($"The atlas has no point {point}.", nameof(point));
        }

        var number = map.NumberOf(point);
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
        return [.. ProblemsOf(inquiry.Drawing), .. InquiryChecks.ProblemsOf(inquiry, atlas, map)];
    }

    /// <summary>Ranks all points, given everything that was told.</summary>
    /// <exception cref="ArgumentException">The inquiry has problems; the message lists them as <see cref="ProblemsOf(Inquiry)"/> does.</exception>
    public Ranking Trace(Inquiry inquiry, TraceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var problems = ProblemsOf(inquiry);
        if (!problems.IsEmpty)
        {
            throw new ArgumentException($"This cannot be traced: {string.Join("; ", problems)}.", nameof(inquiry));
        }

        var told = evidence.Build(inquiry);
        if (options.Deadline is { } deadline && ExactInference.WorkWithin(deadline) < ExactInference.UsualWorkLimit
            && !ExactInference.IsFeasible(chains.Network, told.Observations, deadline))
        {
            return Searched(told, deadline);
        }

        var (posterior, solved, merged) = LargeCases.Solve(chains.Network, told.Observations, told.Sightings.Length);
        if (posterior.ErrorBound >= Lost)
        {
            return Searched(told, TimeForTheLost);
        }

        var ranges = options.WithRanges ? resampling.RangesOf(told, solved, posterior) : [];
        var ranking = writer.Write(told, posterior, InferenceMethod.Elimination, merged, ranges);
        return options.WithNext ? ranking with { Next = next.After(told, solved, posterior, ranking) } : ranking;
    }

    private Ranking Searched(CaseEvidence told, TimeSpan time) =>
        writer.Write(told, CertifiedSearch.Solve(chains.Network, told.Observations, time), InferenceMethod.Search, [], []);

    /// <summary>
    /// What a drawing without problems is as a case of its own: a network with the chains that it touches and no others, and the evidence. The first nodes
    /// are the points of the <see cref="ReferralMap"/>.
    /// </summary>
    internal (NoisyOrNetwork Network, Observations Evidence) EvidenceOf(Drawing drawing)
    {
        var observations = evidence.Build(new Inquiry { Drawing = drawing }).Observations;
        return (chains.Network.AttachedBy(observations), new Observations(observations.LogWeights, observations.Witnesses));
    }
}
