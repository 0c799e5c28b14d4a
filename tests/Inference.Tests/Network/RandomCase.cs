using System.Collections;
using System.Collections.Immutable;
using Unknot.Inference.Network;

namespace Unknot.Inference.Tests.Network;

/// <summary>A small network with evidence, made from a seed; the same seed gives the same case.</summary>
internal sealed record RandomCase(NoisyOrNetwork Network, Observations Evidence)
{
    internal static RandomCase FromSeed(int seed, int nodeCount, int witnessCount, double edgeShare)
    {
        var random = new Random(seed);
        var bases = Enumerable.Range(0, nodeCount).Select(_ => RandomBase(random)).ToImmutableArray();

        // Names are shuffled, so that parents do not come first by number.
        var names = Names(random, nodeCount);
        var edges = ImmutableArray.CreateBuilder<Edge>();
        for (var child = 1; child < nodeCount; child++)
        {
            for (var parent = 0; parent < child; parent++)
            {
                if (random.NextDouble() < edgeShare)
                {
                    edges.Add(new Edge(names[parent], names[child], RandomStrength(random)));
                }
            }
        }

        var witnesses = Enumerable.Range(0, witnessCount).Select(_ => RandomWitness(random, nodeCount)).ToImmutableArray();
        var logWeights = Enumerable.Range(0, nodeCount).Select(_ => RandomLogWeight(random, strong: 0)).ToImmutableArray();
        return new RandomCase(new NoisyOrNetwork(bases, edges.ToImmutable()), new Observations(logWeights, witnesses));
    }

    /// <summary>
    /// Of any kind there is: loose nodes, layers of satellites, chains, hubs that any of several parents sets off; nodes without their
    /// parents; marginals; findings that all but decide.
    /// </summary>
    /// <param name="seed">Any.</param>
    /// <param name="mostNodes">At most so many nodes, at least one.</param>
    /// <param name="strong">How far log weights may lie from 0; a fourth of the nodes have one that far.</param>
    internal static RandomCase OfAnyKind(int seed, int mostNodes, double strong)
    {
        var random = new Random(seed);
        var count = random.Next(1, mostNodes + 1);
        var names = Names(random, count);
        var bases = Enumerable.Range(0, count).Select(_ => RandomBase(random)).ToArray();
        var edges = (seed % 5) switch
        {
            0 => Layers(random, names),
            1 => Chain(random, names),
            2 => Hubs(random, names, bases),
            3 => Sparse(random, names, 0.3),
            _ => [],
        };
        NoisyOrNetwork network = random.Next(2) == 0
            ? new([.. bases], edges)
            : NoisyOrNetwork.WithMarginals([.. bases], edges);
        var detached = random.Next(3) == 0 ? null : new BitArray(count);
        for (var node = 0; detached is not null && node < count; node++)
        {
            detached[node] = random.Next(4) == 0;
        }

        var witnesses = Enumerable.Range(0, random.Next(8)).Select(_ => RandomWitness(random, count));
        return new RandomCase(network, new Observations(
            [.. Enumerable.Range(0, count).Select(_ => RandomLogWeight(random, strong))],
            [.. witnesses],
            detached));
    }

    /// <summary>Numbers for other cases of the same shape.</summary>
    internal CaseNumbers OtherNumbers(int seed)
    {
        var random = new Random(seed);
        return new CaseNumbers
        {
            Priors = [.. Network.Priors.Select(_ => RandomBase(random))],
            Bases = [.. Network.Bases.Select(_ => RandomBase(random))],
            LogWeights = [.. Evidence.LogWeights.Select(_ => RandomLogWeight(random, strong: 5))],
            Doubts = [.. Evidence.Doubts.Select(_ => random.NextDouble() * 0.99)],
            LinkWeights = [.. Evidence.LinkWeights.Select(_ => RandomWeight(random))],
        };
    }

    /// <summary>The same case with other numbers, written as a network and evidence of its own; nodes without parents have their prior as base.</summary>
    internal RandomCase With(CaseNumbers numbers)
    {
        var edges = Network.Edges.Where(edge => Evidence.Attaches(edge.Child)).ToImmutableArray();
        var joined = edges.Select(edge => edge.Child).ToHashSet();
        var bases = Enumerable.Range(0, Network.NodeCount).Select(node => joined.Contains(node) ? numbers.Bases[node] : numbers.Priors[node]);
        var witnesses = Evidence.Witnesses.Select((witness, w) => new Witness
        {
            Leak = 0,
            Certainty = numbers.Doubts[w],
            Links = [.. witness.Links.Select((link, i) => link with { Weight = numbers.LinkWeights[Evidence.LinkStarts[w] + i] })],
        });
        return new RandomCase(new NoisyOrNetwork([.. bases], edges), new Observations([.. numbers.LogWeights], [.. witnesses]));
    }

    private static int[] Names(Random random, int count)
    {
        var names = Enumerable.Range(0, count).ToArray();
        random.Shuffle(names);
        return names;
    }

    private static ImmutableArray<Edge> Sparse(Random random, int[] names, double share) =>
    [
        .. from child in Enumerable.Range(0, names.Length)
           from parent in Enumerable.Range(0, child)
           where random.NextDouble() < share
           select new Edge(names[parent], names[child], RandomStrength(random)),
    ];

    /// <summary>Four layers, so that satellites have satellites of their own; each node has up to three parents in the layer above.</summary>
    private static ImmutableArray<Edge> Layers(Random random, int[] names)
    {
        var edges = ImmutableArray.CreateBuilder<Edge>();
        var wide = (names.Length + 3) / 4;
        for (var i = wide; i < names.Length; i++)
        {
            var above = Enumerable.Range(((i / wide) - 1) * wide, wide).ToArray();
            random.Shuffle(above);
            edges.AddRange(above.Take(random.Next(1, 4)).Select(parent => new Edge(names[parent], names[i], RandomStrength(random))));
        }

        return edges.ToImmutable();
    }

    private static ImmutableArray<Edge> Chain(Random random, int[] names) =>
        [.. Enumerable.Range(1, names.Length - 1).Select(i => new Edge(names[i - 1], names[i], RandomStrength(random)))];

    /// <summary>Every third node is active just when any of those before it is, and sets off those behind it.</summary>
    private static ImmutableArray<Edge> Hubs(Random random, int[] names, double[] bases)
    {
        var edges = ImmutableArray.CreateBuilder<Edge>();
        for (var hub = 2; hub < names.Length; hub += 3)
        {
            bases[names[hub]] = 0;
            edges.AddRange(Enumerable.Range(0, hub).Where(_ => random.Next(2) == 0).Select(i => new Edge(names[i], names[hub], 1)));
            edges.AddRange(Enumerable.Range(hub + 1, Math.Min(2, names.Length - hub - 1))
                .Select(i => new Edge(names[hub], names[i], RandomStrength(random))));
        }

        return [.. edges.DistinctBy(edge => (edge.Parent, edge.Child))];
    }

    private static double RandomBase(Random random) => random.Next(8) == 0 ? 0 : Math.Pow(10, -3 * random.NextDouble()) * 0.9;

    private static double RandomStrength(Random random) => random.Next(4) == 0 ? 1 : (random.NextDouble() * 0.9) + 0.05;

    private static double RandomWeight(Random random) => random.Next(8) == 0 ? 1 : (random.NextDouble() * 0.95) + 0.02;

    private static double RandomLogWeight(Random random, double strong) => random.Next(4) switch
    {
        0 => 0,
        1 when strong > 0 => random.Next(2) == 0 ? strong : -strong,
        _ => (random.NextDouble() * 4) - 3,
    };

    private static Witness RandomWitness(Random random, int nodeCount) => new()
    {
        Leak = random.Next(4) == 0 ? 0 : random.NextDouble() * 0.3,
        Certainty = random.Next(6) switch
        {
            0 => 0,
            1 => 1 - 1e-9,
            _ => random.NextDouble() * 0.99,
        },
        Links = [.. Names(random, nodeCount).Take(random.Next(6)).Select(node => new Link(node, RandomWeight(random)))],
    };
}
