using System.Collections.Immutable;
using Unknot.Inference.Network;
using Unknot.Inference.Reasoning;
using Unknot.Inference.Shared.Patients;

namespace Unknot.Inference.Bench.Calibration;

/// <summary>
/// Patients as a model claims they are. The model gives each region a factor: marked <c>m = 1 − certainty (1 − leak) Π (1 − named)ᵗ</c>, not
/// marked <c>s = Π (1 − 0.25 · mean)ᵗ</c>. The two do not sum to a constant, so no way of marking alone has them as its likelihood. It takes
/// weights: a region is marked with the probability <c>c·m / (c·m + k·s)</c>, and the patient counts <c>Π (c·m + k·s)</c>. Active points and drawing
/// then come together as often as prior times factors say, whatever c and k are; they are chosen so that the weights are near 1.
/// </summary>
internal sealed class World
{
    /// <summary>The most certain thing that can be said of a frequency: nobody has counted enough people to say always.</summary>
    private const double HighestFrequency = 0.99;

    private readonly LaidAtlas laid;
    private readonly NoisyOrNetwork network;
    private readonly ImmutableArray<int> parentsFirst;
    private readonly ImmutableArray<ImmutableArray<(int Region, double Named, double Mean)>> linksOfPoint;
    private readonly double[] markingRates;

    private World(LaidAtlas laid, NoisyOrNetwork network, ImmutableArray<ImmutableArray<(int Region, double Named, double Mean)>> linksOfPoint)
    {
        this.laid = laid;
        this.network = network;
        this.linksOfPoint = linksOfPoint;
        parentsFirst = [.. Enumerable.Range(0, network.NodeCount).OrderBy(node => network.Depths[node])];
        markingRates = MarkingRates();
    }

    /// <summary>Certainty of a region that is named with the strongest pain.</summary>
    private static double Certainty { get; } = Assumptions.Certainty(weight: 1, intensity: 1);

    /// <summary>As the model has it, with all chains.</summary>
    internal static World AsClaimed(LaidAtlas laid) => new(laid, laid.Chains.Network, LinksOf(laid, _ => 1));

    /// <summary>The same points without any chain between them.</summary>
    internal static World WithoutChains(LaidAtlas laid) => new(laid, laid.PointsAlone, LinksOf(laid, _ => 1));

    /// <summary>A world about which the model is wrong: every prior and every frequency is off by a log-normal factor of median 1.</summary>
    /// <param name="sigma">Standard deviation of the factor's logarithm.</param>
    internal static World Perturbed(LaidAtlas laid, double sigma, int seed)
    {
        var random = new Random(seed);
        double Factor() => Math.Exp(sigma * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        var claimed = laid.Chains.Network;
        var wrong = new NoisyOrNetwork([.. claimed.Bases.Select(value => Math.Min(value * Factor(), HighestFrequency))], claimed.Edges);
        return new World(laid, wrong, LinksOf(laid, _ => Factor()));
    }

    /// <summary>The next person who marks at least so many regions. To choose people by their drawing changes nothing in what it says about their points.</summary>
    /// <param name="leastMarked">1 or more; who marks nothing does not ask.</param>
    internal Patient Next(Random random, int leastMarked)
    {
        while (true)
        {
            var active = new bool[network.NodeCount];
            foreach (var node in parentsFirst)
            {
                var idle = network.Incoming(node).Aggregate(1 - network.Bases[node], (product, edge) => active[network.Edges[edge].Parent] ? product * (1 - network.Edges[edge].Strength) : product);
                active[node] = random.NextDouble() >= idle;
            }

            var (marked, weight) = Mark(active, random);
            if (marked.Length >= leastMarked)
            {
                return new Patient(active, new Drawing { Regions = marked, Cells = [], PainFree = [] }, weight);
            }
        }
    }

    private static ImmutableArray<ImmutableArray<(int Region, double Named, double Mean)>> LinksOf(LaidAtlas laid, Func<int, double> factor)
    {
        var links = new List<(int Region, double Named, double Mean)>[laid.Map.Points.Length];
        for (var point = 0; point < links.Length; point++)
        {
            links[point] = [];
        }

        for (var region = 0; region < laid.Map.Regions.Length; region++)
        {
            var mean = laid.Map.Mean[region].ToDictionary(link => link.Node, link => link.Weight);
            foreach (var link in laid.Map.Named[region])
            {
                var by = factor(link.Node);
                links[link.Node].Add((region, Math.Min(link.Weight * by, HighestFrequency), Math.Min(mean.GetValueOrDefault(link.Node) * by, HighestFrequency)));
            }
        }

        return [.. links.Select(list => list.ToImmutableArray())];
    }

    /// <summary>For each region c: a quarter, less where the points cover the named part of a region better than all of it.</summary>
    private double[] MarkingRates()
    {
        var (named, mean) = (new double[laid.Map.Regions.Length], new double[laid.Map.Regions.Length]);
        for (var point = 0; point < linksOfPoint.Length; point++)
        {
            foreach (var link in linksOfPoint[point])
            {
                named[link.Region] += laid.Priors[point] * link.Named;
                mean[link.Region] += laid.Priors[point] * link.Mean;
            }
        }

        return [.. named.Select((sum, region) => sum > 0 ? Assumptions.SilenceCounts * mean[region] / sum : Assumptions.SilenceCounts)];
    }

    private (ImmutableArray<RegionPain> Marked, double Weight) Mark(bool[] active, Random random)
    {
        var (silence, notFelt) = (new double[markingRates.Length], new double[markingRates.Length]);
        Array.Fill(silence, 1);
        Array.Fill(notFelt, 1 - Assumptions.Leak);
        for (var point = 0; point < linksOfPoint.Length; point++)
        {
            foreach (var link in active[point] ? linksOfPoint[point] : [])
            {
                silence[link.Region] *= 1 - (Assumptions.SilenceCounts * link.Mean);
                notFelt[link.Region] *= 1 - link.Named;
            }
        }

        var weight = 1.0;
        var marked = ImmutableArray.CreateBuilder<RegionPain>();
        for (var region = 0; region < silence.Length; region++)
        {
            var rate = markingRates[region];
            var mark = rate * (1 - (Certainty * notFelt[region]));

            // k, so that a region that no active point refers to has the weight 1.
            var keepSilent = (1 - (rate * (1 - (Certainty * (1 - Assumptions.Leak))))) * silence[region];
            weight *= mark + keepSilent;
            if (random.NextDouble() * (mark + keepSilent) < mark)
            {
                marked.Add(new RegionPain(laid.Map.Regions[region], 1));
            }
        }

        return (marked.ToImmutable(), weight);
    }
}

/// <summary>A made-up person.</summary>
/// <param name="Active">For each node of the network; the points come first.</param>
/// <param name="Drawing">What the person marks.</param>
/// <param name="Weight">How much the person counts, above 0.</param>
internal sealed record Patient(bool[] Active, Drawing Drawing, double Weight);
