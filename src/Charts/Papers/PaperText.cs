using System.Collections.Immutable;

namespace Unknot.Charts.Papers;

/// <summary>What a document of a practice says, with nothing in it that belongs to a page or a file: a page and a PDF are made from the same one.</summary>
public sealed record PaperText
{
    /// <summary>Of the file.</summary>
    public required string Title { get; init; }

    /// <summary>Whose document it is, at the head.</summary>
    public required string From { get; init; }

    /// <summary>Under it: address, telephone.</summary>
    public required ImmutableArray<string> FromLines { get; init; }

    /// <summary>What kind of document: <c>Receipt</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Which one, and its dates.</summary>
    public required ImmutableArray<PaperFact> Marks { get; init; }

    /// <summary>What became of the document since: <c>Copy</c>, <c>Replaced by 2026-0007</c>. Shown first and strongly.</summary>
    public required ImmutableArray<string> Notices { get; init; }

    public required ImmutableArray<PaperBlock> Blocks { get; init; }

    /// <summary>At the foot of every side, before the number of the side.</summary>
    public required string Foot { get; init; }

    /// <summary>Date of the file, so that the same document gives the same bytes.</summary>
    public required DateOnly Date { get; init; }
}
