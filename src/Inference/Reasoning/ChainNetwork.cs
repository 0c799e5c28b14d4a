using System.Collections.Immutable;
using Unknot.Atlas;
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
    private readonly int pointCount;

    /// <exception cref="ArgumentException">The chains form a cycle, or name a relation twice.</exception>
    internal ChainNetwork(AtlasData atlas, ImmutableArray<SidedPoint> points)
    {
        pointCount = points.Length;
        pointsOfMuscle = Enumerable.Range(0, points.Length)
            .GroupBy(node => (atlas.Point(points[node].Point).Muscle.Id, points[node].Side))
            .ToDictionary(group => group.Key, group => group.ToImmutableArray());
        var edges = new List<Edge>();
        foreach (var side in (Side[])[Side.Left, Side.Right])
        {
            AddChains(atlas, points, side, edges);
        }

        var priors = points.Select(point => PriorOf(atlas.Point(point.Point).Muscle));
        var wholes = Enumerable.Repeat(0.0, pointsOfWhole.Count);
        Network = NoisyOrNetwork.WithMarginals([.. priors, .. wholes], [.. edges]);
    }

    internal NoisyOrNetwork Network { get; }

    /// <summary>
    /// The prior probability of each point of a muscle, such that at least one is active in the base rate of the muscle.
    /// </summary>
    internal static double PriorOf(Muscle muscle)
    {
        var share = muscle.Prevalence.IsEmpty ? Assumptions.UnpublishedShare : muscle.Prevalence.Max(prevalence => prevalence.Share);
        return PartOf(Assumptions.ComplaintRate * share, muscle.Points.Length);
    }

    /// <summary>The points behind a node that is a muscle as a whole; the node itself when it is a point.</summary>
    internal ImmutableArray<int> PointsBehind(int node) => node < pointCount ? [node] : pointsOfWhole[node];

    private void AddChains(AtlasData atlas, ImmutableArray<SidedPoint> points, Side side, List<Edge> edges)
    {
        var wholes = new Dictionary<MuscleId, int>();
        foreach (var chain in atlas.Chains)
        {
            var key = chain.KeyPoint is { } point
                ? points.IndexOf(new SidedPoint(point, side))
                : WholeOf(chain.Key, side, wholes, edges);
            var satellites = pointsOfMuscle[(chain.Satellite, side)];
            var strength = PartOf(Assumptions.Strength(chain.Strength), satellites.Length);
            edges.AddRange(satellites.Select(satellite => new Edge(key, satellite, strength)));
        }
    }

    /// <summary>The node "any point of this muscle"; the point itself when there is only one.</summary>
    private int WholeOf(MuscleId muscle, Side side, Dictionary<MuscleId, int> wholes, List<Edge> edges)
    {
        var members = pointsOfMuscle[(muscle, side)];
        if (members is [var only])
        {
            return only;
        }

        if (!wholes.TryGetValue(muscle, out var node))
        {
            node = pointCount + pointsOfWhole.Count;
            wholes.Add(muscle, node);
            pointsOfWhole.Add(node, members);
            edges.AddRange(members.Select(member => new Edge(member, node, 1)));
        }

        return node;
    }

    /// <summary>The probability of each of several alike, independent events of which at least one happens with the given probability.</summary>
    private static double PartOf(double probability, int count) => -LogSpace.ExpM1(LogSpace.Log1P(-probability) / count);
}
