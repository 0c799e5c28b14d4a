using System.Collections.Immutable;
using Unknot.Inference.Network;

namespace Unknot.Inference.Reasoning;

/// <summary>Reads from a posterior which point may have set another one off.</summary>
internal sealed class KeyPoints(ChainNetwork chains, Posterior posterior)
{
    /// <summary>The likeliest keys before a point, first cause first; empty when none is likely enough.</summary>
    internal ImmutableArray<int> Before(int point)
    {
        var path = ImmutableArray.CreateBuilder<int>(Assumptions.MostKeys);
        for (var at = point; path.Count < Assumptions.MostKeys; at = path[^1])
        {
            var (key, probability) = LikeliestKeyOf(at);
            if (probability < Math.Max(Assumptions.LeastKeyProbability, Assumptions.LeastKeyShare * posterior.ActiveOf(at)))
            {
                break;
            }

            path.Add(key);
        }

        path.Reverse();
        return path.ToImmutable();
    }

    /// <summary>The point with the largest probability that it is active and has set this one off; probability 0 when there is none.</summary>
    /// <remarks>
    /// For a key muscle as a whole the probability is shared among its points in the ratio of theirs to the muscle's: which of them was active
    /// is taken to be independent of what the muscle has set off.
    /// </remarks>
    private (int Key, double Probability) LikeliestKeyOf(int point)
    {
        var (best, largest) = (-1, 0.0);
        foreach (var edge in chains.Network.Incoming(point))
        {
            var parent = chains.Network.Edges[edge].Parent;
            var active = posterior.ActiveOf(parent);
            foreach (var key in chains.PointsBehind(parent))
            {
                var probability = active > 0 ? posterior.FiredOf(edge) * posterior.ActiveOf(key) / active : 0;
                if (probability > largest)
                {
                    (best, largest) = (key, probability);
                }
            }
        }

        return (best, largest);
    }
}
