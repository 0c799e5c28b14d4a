using System.Collections.Immutable;
using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

/// <summary>A small network with evidence, made from a seed; the same seed gives the same case.</summary>
internal sealed record RandomCase(NoisyOrNetwork Network, Observations Evidence)
{
    internal static RandomCase FromSeed(int seed, int nodeCount, int witnessCount, double edgeShare)
    {
        var random = new Random(seed);
        var bases = Enumerable.Range(0, nodeCount)
            .Select(_ => random.Next(8) == 0 ? 0 : Math.Pow(10, -3 * random.NextDouble()) * 0.9)
            .ToImmutableArray();

        // Names are shuffled, so that parents do not come first by number.
        var names = Enumerable.Range(0, nodeCount).ToArray();
        random.Shuffle(names);
        var edges = ImmutableArray.CreateBuilder<Edge>();
        for (var child = 1; child < nodeCount; child++)
        {
            for (var parent = 0; parent < child; parent++)
            {
                if (random.NextDouble() < edgeShare)
                {
                    edges.Add(new Edge(names[parent], names[child], random.Next(4) == 0 ? 1 : random.NextDouble() * 0.9 + 0.05));
                }
            }
        }

        var witnesses = Enumerable.Range(0, witnessCount).Select(_ => RandomWitness(random, nodeCount)).ToImmutableArray();
        var logWeights = Enumerable.Range(0, nodeCount)
            .Select(_ => random.Next(3) == 0 ? 0 : (random.NextDouble() * 4) - 3)
            .ToImmutableArray();
        return new RandomCase(new NoisyOrNetwork(bases, edges.ToImmutable()), new Observations(logWeights, witnesses));
    }

    private static Witness RandomWitness(Random random, int nodeCount)
    {
        var nodes = Enumerable.Range(0, nodeCount).ToArray();
        random.Shuffle(nodes);
        return new Witness
        {
            Leak = random.Next(4) == 0 ? 0 : random.NextDouble() * 0.3,
            Certainty = random.Next(6) == 0 ? 0 : random.NextDouble() * 0.99,
            Links = [.. nodes.Take(random.Next(6)).Select(node => new Link(node, random.Next(8) == 0 ? 1 : (random.NextDouble() * 0.95) + 0.02))],
        };
    }
}
