using System.Collections.Immutable;
using Unknot.Practice.Pictures;

namespace Unknot.Practice.Articles;

/// <summary>All that an editor writes of an article, as it was typed.</summary>
public sealed record ArticleDraft
{
    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>Markdown with shortcodes.</summary>
    public required string Body { get; init; }

    /// <summary>Empty: made from the title.</summary>
    public required string Slug { get; init; }

    public required ImmutableArray<string> Tags { get; init; }

    public required AuthorId AuthorId { get; init; }

    public PictureId? CoverId { get; init; }

    public required string CoverAlt { get; init; }

    public required bool TakesComments { get; init; }
}

/// <param name="Field">Name of the field of <see cref="ArticleDraft"/> in lower case; empty for the whole.</param>
public sealed record FieldProblem(string Field, string Message);
