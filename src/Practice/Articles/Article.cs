using Unknot.Practice.Pictures;

namespace Unknot.Practice.Articles;

/// <summary>An article as it stands now. What it said before is in its <see cref="ArticleRevision"/>s.</summary>
public sealed class Article
{
    public required ArticleId Id { get; init; }

    /// <summary>Name in its address <c>/articles/{slug}</c>, unique also among <see cref="FormerSlug"/>s.</summary>
    public required string Slug { get; set; }

    public required string Title { get; set; }

    public required string Summary { get; set; }

    /// <summary>Markdown with shortcodes.</summary>
    public required string Body { get; set; }

    /// <summary>Title, summary, tags and the words of the body in lower case: what a search looks through, alike on both engines.</summary>
    public string SearchText { get; set; } = "";

    public required AuthorId AuthorId { get; set; }

    public Author? Author { get; init; }

    public PictureId? CoverId { get; set; }

    /// <summary>What the cover shows, in words; empty without a cover.</summary>
    public required string CoverAlt { get; set; }

    public required ArticleState State { get; set; }

    /// <summary>When a published article is or was first to be seen; null for a draft that never was.</summary>
    public DateTime? PublishAtUtc { get; set; }

    /// <summary>When its text last changed.</summary>
    public required DateTime ChangedAtUtc { get; set; }

    public required bool TakesComments { get; set; }

    /// <summary>Number of its newest revision, from 1; an editor that knew an older one must look again.</summary>
    public required int Revision { get; set; }

    /// <summary>Views counted since <see cref="ViewsSinceUtc"/>: one a reader and day.</summary>
    public required long Views { get; set; }

    public required DateTime ViewsSinceUtc { get; set; }

    public List<ArticleTag> Tags { get; init; } = [];

    /// <summary>When what readers see last changed: a text that was written before it was published has not changed for them.</summary>
    public DateTime ChangedForReadersUtc => PublishAtUtc is not { } published || (Revision > 1 && ChangedAtUtc > published) ? ChangedAtUtc : published;

    /// <summary>Is it to be seen by everybody at that instant?</summary>
    public bool IsPublicAt(DateTime nowUtc) => State is ArticleState.Published && PublishAtUtc <= nowUtc;
}
