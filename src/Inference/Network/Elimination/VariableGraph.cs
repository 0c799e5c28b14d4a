using System.Numerics;

namespace Unknot.Inference.Network.Elimination;

/// <summary>
/// The variables of a <see cref="SignedGraph"/> and which of them share a factor. Points without a gate that touch the same bits are one class,
/// summed out together; a class of several is no single variable, so its bits wait for it.
/// </summary>
internal sealed class VariableGraph
{
    private readonly Dictionary<int, int> classOfHash = [];
    private readonly IntList nextClass = new();
    private readonly IntList multiples = new();
    private ulong[] rows = new ulong[256];

    /// <summary>For each point its class, which is its variable.</summary>
    internal IntList ClassOf { get; } = new();

    /// <summary>For each class a point of it.</summary>
    internal IntList Examples { get; } = new();

    /// <summary>For each class the number of its points.</summary>
    internal IntList Sizes { get; } = new();

    /// <summary>Classes first, then bits.</summary>
    internal int Count { get; private set; }

    internal int ClassCount => Examples.Count;

    /// <summary>64-bit words of a row.</summary>
    internal int Words { get; private set; }

    /// <summary>The variable of a bit.</summary>
    internal int OfBit(int bit) => Examples.Count + bit;

    /// <summary>The variables that share a factor with one; changes as variables are summed out.</summary>
    internal Span<ulong> Row(int variable) => rows.AsSpan(variable * Words, Words);

    /// <summary>For each variable the number of classes of several points next to it.</summary>
    internal Span<int> Waiting => multiples.All;

    internal void Build(SignedGraph graph)
    {
        FindClasses(graph);
        Join(graph);
    }

    /// <summary>Puts the rows back as they were before anything was summed out.</summary>
    internal void Join(SignedGraph graph)
    {
        Count = Examples.Count + graph.BitCount;
        Words = (Count + 63) / 64;
        if (rows.Length < Count * Words)
        {
            rows = new ulong[2 * Count * Words];
        }

        rows.AsSpan(0, Count * Words).Clear();
        multiples.Fill(Count, 0);
        for (var c = 0; c < Examples.Count; c++)
        {
            var point = Examples[c];
            for (var pair = graph.PairStarts[point]; pair < graph.PairStarts[point + 1]; pair++)
            {
                Connect(c, OfBit(graph.PairBits[pair]));
                multiples[OfBit(graph.PairBits[pair])] += Sizes[c] > 1 ? 1 : 0;
            }

            if (graph.GateOf[point] >= 0)
            {
                Connect(c, OfBit(graph.GateOf[point]));
            }
        }
    }

    internal static int CountOf(ReadOnlySpan<ulong> row)
    {
        var count = 0;
        foreach (var word in row)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    private void Connect(int a, int b)
    {
        rows[(a * Words) + (b >> 6)] |= 1UL << b;
        rows[(b * Words) + (a >> 6)] |= 1UL << a;
    }

    private void FindClasses(SignedGraph graph)
    {
        classOfHash.Clear();
        nextClass.Clear();
        ClassOf.Clear();
        Examples.Clear();
        Sizes.Clear();
        for (var point = 0; point < graph.PointCount; point++)
        {
            var found = graph.GateOf[point] < 0 ? Find(graph, point) : Add(point);
            ClassOf.Add(found);
            Sizes[found]++;
        }
    }

    private int Find(SignedGraph graph, int point)
    {
        var bits = BitsOf(graph, point);
        var hash = 17;
        foreach (var bit in bits)
        {
            hash = unchecked((hash * 31) + bit + 1);
        }

        var first = classOfHash.GetValueOrDefault(hash, -1);
        for (var c = first; c >= 0; c = nextClass[c])
        {
            if (bits.SequenceEqual(BitsOf(graph, Examples[c])))
            {
                return c;
            }
        }

        var added = Add(point);
        nextClass[added] = first;
        classOfHash[hash] = added;
        return added;
    }

    private int Add(int point)
    {
        Examples.Add(point);
        Sizes.Add(0);
        nextClass.Add(-1);
        return Examples.Count - 1;
    }

    private static Span<int> BitsOf(SignedGraph graph, int point) =>
        graph.PairBits.Slice(graph.PairStarts[point], graph.PairStarts[point + 1] - graph.PairStarts[point]);
}
