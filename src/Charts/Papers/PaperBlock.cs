using System.Collections.Immutable;

namespace Unknot.Charts.Papers;

/// <summary>A part of a document, below the one before.</summary>
public abstract record PaperBlock
{
    private PaperBlock()
    {
    }

    /// <summary>Side by side, as far as they fit.</summary>
    public sealed record Facts(ImmutableArray<PaperFact> Of) : PaperBlock;

    /// <param name="Heading">Empty for a table that goes on with what stands above.</param>
    /// <param name="Name">What the table holds, for those who cannot see it.</param>
    /// <param name="Rows">Each with as many cells as there are columns.</param>
    /// <param name="Sums">Below the rows, as many cells each; empty for none.</param>
    /// <param name="IsApart">Set apart from what is around it by a ground of its own.</param>
    public sealed record Table(
        string Heading,
        string Name,
        ImmutableArray<PaperColumn> Columns,
        ImmutableArray<ImmutableArray<PaperCell>> Rows,
        ImmutableArray<ImmutableArray<PaperCell>> Sums,
        bool IsApart = false) : PaperBlock;

    /// <summary>A paragraph.</summary>
    /// <param name="IsStrong">Large, for the one sentence that counts.</param>
    public sealed record Words(string Text, bool IsStrong = false) : PaperBlock;
}
