using System.Runtime.CompilerServices;

namespace Unknot.Inference.Network.Elimination;

/// <summary>A list of whole numbers that keeps its room when it is cleared, so that one query after the other allocates nothing.</summary>
internal sealed class IntList
{
    private int[] items = new int[64];

    internal int Count { get; private set; }

    internal ref int this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref items[index];
    }

    internal void Clear() => Count = 0;

    internal void Add(int item)
    {
        if (Count == items.Length)
        {
            Array.Resize(ref items, 2 * Count);
        }

        items[Count++] = item;
    }

    /// <summary>Makes the list so long, all items alike.</summary>
    internal void Fill(int count, int item)
    {
        if (items.Length < count)
        {
            items = new int[Math.Max(count, 2 * items.Length)];
        }

        Count = count;
        items.AsSpan(0, count).Fill(item);
    }

    internal Span<int> Slice(int start, int length) => items.AsSpan(start, length);

    internal Span<int> All => items.AsSpan(0, Count);
}
