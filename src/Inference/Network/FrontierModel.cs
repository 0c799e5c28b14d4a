using System.Collections.Immutable;

namespace Unknot.Inference.Network;

/// <summary>
/// What a sweep over one component has to remember. A bit is open from the step that first touches it to the step that last needs it:
/// <list type="bullet">
/// <item>one per witness: "some link has fired";</item>
/// <item>one per <em>gathering</em> node: "some parent has set it off";</item>
/// <item>one per node with children that do not gather: "it is active".</item>
/// </list>
/// </summary>
internal sealed class FrontierModel
{
    private readonly Dictionary<int, int> positions = [];

    /// <param name="nodes">The component's nodes.</param>
    /// <param name="witnesses">The component's witnesses, perhaps merged; every link leads to one of the nodes.</param>
    internal FrontierModel(NoisyOrNetwork network, ImmutableArray<int> nodes, ImmutableArray<Witness> witnesses)
    {
        Network = network;
        Nodes = nodes;
        Witnesses = witnesses;
        for (var i = 0; i < nodes.Length; i++)
        {
            positions.Add(nodes[i], i);
        }

        var links = new List<WitnessLink>[nodes.Length];
        for (var i = 0; i < links.Length; i++)
        {
            links[i] = [];
        }

        for (var w = 0; w < witnesses.Length; w++)
        {
            for (var index = 0; index < witnesses[w].Links.Length; index++)
            {
                var (node, weight) = witnesses[w].Links[index];
                links[positions[node]].Add(new WitnessLink(w, index, weight));
            }
        }

        LinksOf = [.. links.Select(list => list.ToImmutableArray())];
        Gathers = [.. nodes.Select(IsCheaperToGather)];
        ParentsOf = [.. nodes.Select(node => network.Incoming(node).Select(Localise).ToImmutableArray())];
        GatheringChildren = ChildrenOf(gathering: true);
        WatchingChildren = ChildrenOf(gathering: false);
    }

    internal NoisyOrNetwork Network { get; }

    /// <summary>For each number within the component its node in the network.</summary>
    internal ImmutableArray<int> Nodes { get; }

    internal ImmutableArray<Witness> Witnesses { get; }

    internal int Count => Nodes.Length;

    /// <summary>For each node its links to witnesses.</summary>
    internal ImmutableArray<ImmutableArray<WitnessLink>> LinksOf { get; }

    /// <summary>Whether a node keeps one bit for all its parents; else each parent's own bit stays open until the node's turn.</summary>
    internal ImmutableArray<bool> Gathers { get; }

    /// <summary>For each node its edges to gathering children.</summary>
    internal ImmutableArray<ImmutableArray<LocalEdge>> GatheringChildren { get; }

    /// <summary>For each node its edges to children that look at its own bit.</summary>
    internal ImmutableArray<ImmutableArray<LocalEdge>> WatchingChildren { get; }

    /// <summary>For each node its edges from its parents.</summary>
    internal ImmutableArray<ImmutableArray<LocalEdge>> ParentsOf { get; }

    private LocalEdge Localise(int index)
    {
        var edge = Network.Edges[index];
        return new LocalEdge(positions[edge.Parent], positions[edge.Child], edge.Strength, index);
    }

    private ImmutableArray<ImmutableArray<LocalEdge>> ChildrenOf(bool gathering) =>
        [.. Nodes.Select(node => Network.Outgoing(node)
            .Select(Localise)
            .Where(edge => Gathers[edge.Child] == gathering)
            .ToImmutableArray())];

    // A parent's bit is shared by all its children. Gathering costs one bit; it pays when the node's part in its parents' bits is more.
    private bool IsCheaperToGather(int node) =>
        Network.Incoming(node).Sum(index => 1.0 / Network.Outgoing(Network.Edges[index].Parent).Length) > 1;
}

/// <summary>A link seen from its node.</summary>
/// <param name="Witness">Number of the witness within the component.</param>
/// <param name="Index">Index of the link within its witness.</param>
/// <param name="Weight">Probability of firing.</param>
internal readonly record struct WitnessLink(int Witness, int Index, double Weight);

/// <summary>An edge in the numbers of a component.</summary>
/// <param name="Parent">Number of the parent within the component.</param>
/// <param name="Child">Number of the child within the component.</param>
/// <param name="Strength">Probability of firing.</param>
/// <param name="Index">Index of the edge in the network.</param>
internal readonly record struct LocalEdge(int Parent, int Child, double Strength, int Index);
