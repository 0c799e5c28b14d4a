using Unknot.Atlas;

namespace Unknot.Body;

/// <summary>
/// A patch of skin. Given once and never reused: <paramref name="Value"/> is 2·i for cell i of <c>data/cells.json</c> on the left
/// and 2·i + 1 for its mirror image on the right.
/// </summary>
public readonly record struct CellId(int Value)
{
    /// <summary>Left or right, the person's own; no cell crosses the midline.</summary>
    public Side Side => (Value & 1) == 0 ? Side.Left : Side.Right;

    /// <summary>The same patch on the other side.</summary>
    public CellId Mirror => new(Value ^ 1);

    /// <summary>i: the number of the cell among those of its side.</summary>
    internal int Index => Value >> 1;

    internal static CellId Of(int index, Side side) => new((2 * index) + (side == Side.Right ? 1 : 0));

    public override string ToString() => $"cell {Value}";
}
