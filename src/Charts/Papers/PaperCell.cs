using System.Collections.Immutable;

namespace Unknot.Charts.Papers;

/// <summary>A cell of a table.</summary>
/// <param name="Lines">The first is what counts; the others say more about it. Empty for an empty cell.</param>
public sealed record PaperCell(ImmutableArray<string> Lines)
{
    public static PaperCell Empty { get; } = new([]);

    public static PaperCell Of(params ReadOnlySpan<string> lines) => new([.. lines]);
}
