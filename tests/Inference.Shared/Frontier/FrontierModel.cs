using System.Collections.Immutable;
using Unknot.Inference.Network;

namespace Unknot.Inference.Shared.Frontier;

/// <summary>
/// What a sweep over one component has to remember, bit by bit. A bit is open from the first to the last node that touches it:
/// <list type="bullet">
/// <item>one per witness: "some link has fired", touched by the nodes it has links to;</item>
/// <item>one per <em>gathering</em> node: "some parent has set it off", touched by its parents and itself;</item>
/// <item>one per node that others <em>watch</em>: "it is active", touched by itself and its children that do not gather.</item>
/// </list>
/// Nodes, witnesses and bits are numbered from 0 within the component.
/// </summary>
internal sealed class FrontierModel
{
    private readonly Dictionary<int, int> numbers = [];

    /// <param name="nodes">The component's nodes.</param>
    /// <param name="witnesses">The component's witnesses, perhaps merged; every link leads to one of the nodes.</param>
    internal FrontierModel(NoisyOrNetwork network, ImmutableArray<int> nodes, ImmutableArray<Witness> witnesses)
    {
        Network = network;
        Nodes = nodes;
        Witnesses = witnesses;
        for (var i = 0; i < nodes.Length; i++)
        {
            numbers.Add(nodes[i], i);
        }

        Parents = [.. nodes.Select(node => network.Incoming(node).Select(edge => numbers[network.Edges[edge].Parent]).ToImmutableArray())];
        Children = [.. nodes.Select(node => network.Outgoing(node).Select(edge => numbers[network.Edges[edge].Child]).ToImmutableArray())];
        Gathers = [.. nodes.Select(IsCheaperToGather)];
        var touches = Array.ConvertAll(new int[nodes.Length], _ => ImmutableArray.CreateBuilder<Touch>());
        for (var w = 0; w < witnesses.Length; w++)
        {
            for (var link = 0; link < witnesses[w].Links.Length; link++)
            {
                touches[numbers[witnesses[w].Links[link].Node]].Add(new Touch(w, TouchKind.Link, witnesses[w].Links[link].Weight, link));
            }
        }

        BitCount = witnesses.Length;
        for (var node = 0; node < nodes.Length; node++)
        {
            if (Gathers[node])
            {
                AddGathering(node, touches);
            }

            AddWatching(node, touches);
        }

        Touches = [.. touches.Select(builder => builder.ToImmutable())];
        TouchCounts = CountTouches();
    }

    internal NoisyOrNetwork Network { get; }

    /// <summary>For each number its node in the network.</summary>
    internal ImmutableArray<int> Nodes { get; }

    internal ImmutableArray<Witness> Witnesses { get; }

    internal int Count => Nodes.Length;

    /// <summary>The bits of the witnesses come first, in their order.</summary>
    internal int BitCount { get; private set; }

    /// <summary>For each node the nodes that must come before it.</summary>
    internal ImmutableArray<ImmutableArray<int>> Parents { get; }

    /// <summary>For each node the nodes that must come after it.</summary>
    internal ImmutableArray<ImmutableArray<int>> Children { get; }

    /// <summary>For each node the bits it touches, each once.</summary>
    internal ImmutableArray<ImmutableArray<Touch>> Touches { get; }

    /// <summary>For each bit the number of nodes that touch it.</summary>
    internal ImmutableArray<int> TouchCounts { get; }

    /// <summary>Whether a node keeps one bit for all its parents; else it watches the parents' own bits.</summary>
    private ImmutableArray<bool> Gathers { get; }

    private ImmutableArray<int> CountTouches()
    {
        var counts = new int[BitCount];
        foreach (var touches in Touches)
        {
            foreach (var touch in touches)
            {
                counts[touch.Bit]++;
            }
        }

        return [.. counts];
    }

    private void AddGathering(int node, ImmutableArray<Touch>.Builder[] touches)
    {
        var bit = BitCount++;
        foreach (var edge in Network.Incoming(Nodes[node]))
        {
            touches[numbers[Network.Edges[edge].Parent]].Add(new Touch(bit, TouchKind.SetOff, Network.Edges[edge].Strength, edge));
        }

        touches[node].Add(new Touch(bit, TouchKind.Gathered, 1, -1));
    }

    private void AddWatching(int node, ImmutableArray<Touch>.Builder[] touches)
    {
        var bit = -1;
        foreach (var edge in Network.Outgoing(Nodes[node]))
        {
            var child = numbers[Network.Edges[edge].Child];
            if (Gathers[child])
            {
                continue;
            }

            if (bit < 0)
            {
                bit = BitCount++;
                touches[node].Add(new Touch(bit, TouchKind.Keep, 1, -1));
            }

            touches[child].Add(new Touch(bit, TouchKind.Watch, Network.Edges[edge].Strength, edge));
        }
    }

    // A parent's bit is shared by all its children. Gathering costs one bit; it pays when the node's part in its parents' bits is more.
    private bool IsCheaperToGather(int node) =>
        Network.Incoming(node).Sum(edge => 1.0 / Network.Outgoing(Network.Edges[edge].Parent).Length) > 1;
}

/// <summary>What a node has to do with a bit.</summary>
internal enum TouchKind
{
    /// <summary>Active, it may set a witness's bit.</summary>
    Link,

    /// <summary>Active, it may set the bit of a gathering child.</summary>
    SetOff,

    /// <summary>The bit says that a parent has set it off.</summary>
    Gathered,

    /// <summary>The bit says that a parent is active.</summary>
    Watch,

    /// <summary>The bit says that it is active itself.</summary>
    Keep,
}

/// <summary>A bit seen from a node.</summary>
/// <param name="Bit">Number of the bit.</param>
/// <param name="Kind">What the node has to do with it.</param>
/// <param name="Weight">Probability of firing.</param>
/// <param name="Index">Index of the link within its witness, or of the edge in the network; −1 for the node's own bits.</param>
internal readonly record struct Touch(int Bit, TouchKind Kind, double Weight, int Index);
