using System.Collections.Immutable;

namespace Unknot.Inference.Network;

/// <summary>
/// Binary nodes that are active by themselves or set off by active parents:
/// <c>P(active) = 1 − (1 − base) · Π over active parents (1 − strength)</c>. Immutable and safe to share between threads.
/// </summary>
internal sealed class NoisyOrNetwork
{
    /// <summary>However much of a node its parents explain, this share of its marginal probability stays its own.</summary>
    private const double LeastOwnShare = 0.1;

    private readonly ImmutableArray<int>[] incoming;
    private readonly ImmutableArray<int>[] outgoing;

    /// <param name="bases">For each node the probability of being active by itself, 0 … below 1.</param>
    /// <exception cref="ArgumentException">A value is out of its range, an edge is given twice, or the edges form a cycle.</exception>
    internal NoisyOrNetwork(ImmutableArray<double> bases, ImmutableArray<Edge> edges)
        : this(bases, edges, bases)
    {
    }

    private NoisyOrNetwork(ImmutableArray<double> bases, ImmutableArray<Edge> edges, ImmutableArray<double> priors)
    {
        Priors = priors;
        foreach (var value in bases)
        {
            if (value is not (>= 0 and < 1))
            {
                throw new ArgumentOutOfRangeException(nameof(bases), value, "Need base probabilities of 0 … below 1.");
            }
        }

        CheckEdges(bases.Length, edges);
        Bases = bases;
        Edges = edges;
        incoming = ByNode(bases.Length, edges, edge => edge.Child);
        outgoing = ByNode(bases.Length, edges, edge => edge.Parent);
        Depths = FindDepths(edges);
    }

    internal int NodeCount => Bases.Length;

    internal ImmutableArray<double> Bases { get; }

    /// <summary>
    /// For each node the probability when it is taken without its parents: of a network made by <see cref="WithMarginals"/> its marginal
    /// probability, else its base.
    /// </summary>
    internal ImmutableArray<double> Priors { get; }

    internal ImmutableArray<Edge> Edges { get; }

    /// <summary>For each node the number of edges on the longest way to it; 0 for a node without parents.</summary>
    internal ImmutableArray<int> Depths { get; }

    /// <summary>
    /// A network whose nodes have the given marginal probabilities when nothing is known: what the parents bring about is taken
    /// off the base.
    /// </summary>
    /// <param name="marginals">
    /// 0 … below 1. Where the parents alone bring about more than nine tenths of it, a tenth of it remains as the base and the
    /// marginal probability comes out higher than asked for. 0 gives a base of 0: such a node is only ever set off.
    /// </param>
    /// <exception cref="ArgumentException">As for the constructor.</exception>
    internal static NoisyOrNetwork WithMarginals(ImmutableArray<double> marginals, ImmutableArray<Edge> edges)
    {
        // Nodes of one depth do not influence one another's bases, so one inference serves a whole depth.
        var network = new NoisyOrNetwork(marginals, edges);
        var bases = marginals.ToArray();
        for (var depth = 1; depth <= network.Depths.DefaultIfEmpty(0).Max(); depth++)
        {
            for (var node = 0; node < bases.Length; node++)
            {
                bases[node] = network.Depths[node] == depth ? 0 : bases[node];
            }

            var setOff = ExactInference.Solve(new NoisyOrNetwork([.. bases], edges), Observations.None(bases.Length));
            for (var node = 0; node < bases.Length; node++)
            {
                if (network.Depths[node] == depth)
                {
                    var byParents = setOff.ActiveOf(node);
                    bases[node] = Math.Max(LeastOwnShare * marginals[node], (marginals[node] - byParents) / (1 - byParents));
                }
            }
        }

        return new NoisyOrNetwork([.. bases], edges, marginals);
    }

    /// <summary>The network as evidence sees it: without the edges to detached nodes, which have their priors for bases.</summary>
    internal NoisyOrNetwork AttachedBy(Observations evidence) => new(
        [.. Enumerable.Range(0, NodeCount).Select(node => evidence.Attaches(node) ? Bases[node] : Priors[node])],
        [.. Edges.Where(edge => evidence.Attaches(edge.Child))]);

    /// <summary>Indices of the edges that lead to a node.</summary>
    internal ImmutableArray<int> Incoming(int node) => incoming[node];

    /// <summary>Indices of the edges that leave a node.</summary>
    internal ImmutableArray<int> Outgoing(int node) => outgoing[node];

    private static void CheckEdges(int nodeCount, ImmutableArray<Edge> edges)
    {
        var seen = new HashSet<(int, int)>();
        foreach (var edge in edges)
        {
            if (edge.Parent < 0 || edge.Parent >= nodeCount || edge.Child < 0 || edge.Child >= nodeCount)
            {
                throw new ArgumentOutOfRangeException(nameof(edges), edge, $"Need nodes of 0 … {nodeCount - 1}.");
            }

            if (edge.Strength is not (> 0 and <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(edges), edge, "Need a strength above 0, at most 1.");
            }

            if (!seen.Add((edge.Parent, edge.Child)))
            {
                throw new ArgumentException($"The edge {edge.Parent} → {edge.Child} is given twice.", nameof(edges));
            }
        }
    }

    private static ImmutableArray<int>[] ByNode(int nodeCount, ImmutableArray<Edge> edges, Func<Edge, int> end)
    {
        var lists = new List<int>[nodeCount];
        for (var node = 0; node < nodeCount; node++)
        {
            lists[node] = [];
        }

        for (var index = 0; index < edges.Length; index++)
        {
            lists[end(edges[index])].Add(index);
        }

        return Array.ConvertAll(lists, list => list.ToImmutableArray());
    }

    private ImmutableArray<int> FindDepths(ImmutableArray<Edge> edges)
    {
        var depths = new int[NodeCount];
        var waitingFor = new int[NodeCount];
        var ready = new Queue<int>();
        for (var node = 0; node < NodeCount; node++)
        {
            waitingFor[node] = incoming[node].Length;
            if (waitingFor[node] == 0)
            {
                ready.Enqueue(node);
            }
        }

        var reached = 0;
        while (ready.TryDequeue(out var node))
        {
            reached++;
            foreach (var index in outgoing[node])
            {
                var child = edges[index].Child;
                depths[child] = Math.Max(depths[child], depths[node] + 1);
                if (--waitingFor[child] == 0)
                {
                    ready.Enqueue(child);
                }
            }
        }

        if (reached < NodeCount)
        {
            var onCycle = Enumerable.Range(0, NodeCount).Where(node => waitingFor[node] > 0);
            throw new ArgumentException($"Edges form a cycle among the nodes {string.Join(", ", onCycle)}.", nameof(edges));
        }

        return [.. depths];
    }
}
