using System.Collections;
using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Inference.Learning;
using Unknot.Inference.Network;
using Unknot.Inference.Numerics;

namespace Unknot.Inference.Reasoning;

/// <summary>
/// The points of both sides with their priors, and the chains between them. The first nodes are the points of a
/// <see cref="ReferralMap"/>; after them come muscles as a whole, active when any of their points is.
/// </summary>
internal sealed class ChainNetwork
{
    private readonly Dictionary<(MuscleId Muscle, Side Side), ImmutableArray<int>> pointsOfMuscle;
    private readonly Dictionary<int, ImmutableArray<int>> pointsOfWhole = [];
    private readonly ImmutableArray<double> priors;

    /// <exception cref="ArgumentException">The chains form a cycle, or name a relation twice.</exception>
    internal ChainNetwork(AtlasData atlas, ReferralMap map, PracticePriors? practice = null)
    {
        var points = map.Points;
        var muscles = new MusclePriors(atlas, map);
        priors = [.. points.Select(point => PriorOf(atlas.Point(point.Point).Muscle))];
        pointsOfMuscle = Enumerable.Range(0, points.Length)
            .GroupBy(node => (atlas.Point(points[node].Point).Muscle.Id, points[node].Side))
            .ToDictionary(group => group.Key, group => group.ToImmutableArray());
        var parts = new List<Edge>();
        var relations = new List<Edge>();

        double PriorOf(Muscle muscle)
        {
            var published = muscles.OfEachPoint(muscle);
            return practice is null ? published : LogSpace.Logistic(LogSpace.Logit(published) + practice.LogOddsCorrection(muscle.Id));
        }

        foreach (var side in (Side[])[Side.Left, Side.Right])
        {
            AddChains(atlas, points, side, parts, relations);
        }

        Relations = [.. Moderated(relations)];
        Network = NoisyOrNetwork.WithMarginals([.. priors, .. Enumerable.Repeat(0.0, pointsOfWhole.Count)], [.. parts, .. Relations]);
    }

    /// <summary>Every relation from a key, a point or a muscle as a whole, to a point that it may set off.</summary>
    internal ImmutableArray<Edge> Relations { get; }

    /// <summary>That a point is active in anybody, 0 … 1, by the number of the point.</summary>
    internal ImmutableArray<double> Priors => priors;

    /// <summary>All points, muscles as a whole, and the relations between them.</summary>
    internal NoisyOrNetwork Network { get; }

    /// <summary>
    /// The nodes that are taken without their keys: all but those that the drawing speaks about. The others would tie together half of the body to
    /// say next to nothing, that a satellite elsewhere is silent; see decision 0011.
    /// </summary>
    /// <param name="touched">Numbers of the points that refer to what is marked.</param>
    internal BitArray DetachedBut(IEnumerable<int> touched)
    {
        var detached = new BitArray(Network.NodeCount, defaultValue: true);
        foreach (var point in touched)
        {
            foreach (var edge in Network.Incoming(point))
            {
                detached[point] = false;
                detached[Network.Edges[edge].Parent] &= Network.Edges[edge].Parent < priors.Length;
            }
        }

        return detached;
    }

    /// <summary>The points behind a node that is a muscle as a whole; the node itself when it is a point.</summary>
    internal ImmutableArray<int> PointsBehind(int node) => node < priors.Length ? [node] : pointsOfWhole[node];

    private void AddChains(AtlasData atlas, ImmutableArray<SidedPoint> points, Side side, List<Edge> parts, List<Edge> relations)
    {
        var wholes = new Dictionary<MuscleId, int>();
        foreach (var chain in atlas.Chains.Where(chain => pointsOfMuscle.ContainsKey((chain.Key, side)) && pointsOfMuscle.ContainsKey((chain.Satellite, side))))
        {
            var key = chain.KeyPoint is { } point
                ? points.IndexOf(new SidedPoint(point, side))
                : WholeOf(chain.Key, side, wholes, parts);
            var satellites = pointsOfMuscle[(chain.Satellite, side)];
            var strength = MusclePriors.PartOf(Assumptions.Strength(chain.Strength), satellites.Length);
            relations.AddRange(satellites.Select(satellite => new Edge(key, satellite, strength)));
        }
    }

    /// <summary>The node "any point of this muscle"; the point itself when there is only one.</summary>
    private int WholeOf(MuscleId muscle, Side side, Dictionary<MuscleId, int> wholes, List<Edge> parts)
    {
        var members = pointsOfMuscle[(muscle, side)];
        if (members is [var only])
        {
            return only;
        }

        if (!wholes.TryGetValue(muscle, out var node))
        {
            node = priors.Length + pointsOfWhole.Count;
            wholes.Add(muscle, node);
            pointsOfWhole.Add(node, members);
            parts.AddRange(members.Select(member => new Edge(member, node, 1)));
        }

        return node;
    }

    /// <summary>Weakens the keys of a point where together they would set it off more often than the point's prior allows.</summary>
    private IEnumerable<Edge> Moderated(List<Edge> relations)
    {
        var keyed = new double[priors.Length];
        foreach (var edge in relations)
        {
            keyed[edge.Child] += edge.Strength * PriorOfAny(edge.Parent);
        }

        return relations.Select(edge => edge with
        {
            Strength = edge.Strength * Math.Min(1, Assumptions.MostKeyedShare * priors[edge.Child] / keyed[edge.Child]),
        });
    }

    private double PriorOfAny(int node) => 1 - PointsBehind(node).Aggregate(1.0, (product, point) => product * (1 - priors[point]));
}
