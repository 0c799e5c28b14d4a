using Unknot.Practice.Pictures;

namespace Unknot.Practice.Articles;

/// <summary>Who an article is signed by. An author need not be able to sign in.</summary>
public sealed class Author
{
    public required AuthorId Id { get; init; }

    /// <summary>Name in addresses: lower-case letters, digits and hyphens.</summary>
    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary>A few sentences in Markdown; may be empty.</summary>
    public required string Bio { get; set; }

    public PictureId? PictureId { get; set; }

    /// <summary>The account whose articles are signed so by default; null for none.</summary>
    public Guid? PersonId { get; set; }
}
