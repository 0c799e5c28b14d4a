using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles.Writing;
using Unknot.Practice.Storage;
using Unknot.Practice.Texts;

namespace Unknot.Practice.Articles;

/// <summary>What an article must be like to be kept, and to be published.</summary>
internal sealed class ArticleRules(PracticeDb db)
{
    internal const int LongestTitle = 120;
    internal const int LongestSummary = 300;
    internal const int LongestBody = 200_000;
    internal const int LongestAlt = 300;
    internal const int MostTags = 6;
    internal const int LongestTag = 40;

    /// <summary>Without what surrounds a text by accident, and with one kind of line end.</summary>
    internal static ArticleDraft Tidied(ArticleDraft draft)
    {
        var title = OneLine(draft.Title);
        return draft with
        {
            Title = title,
            Summary = OneLine(draft.Summary),
            Body = draft.Body.ReplaceLineEndings("\n"),
            Slug = draft.Slug.Trim() is { Length: > 0 } slug ? slug : Slugs.From(title),
            Tags = [.. draft.Tags.Select(tag => tag.Trim().ToLowerInvariant()).Where(tag => tag.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            CoverAlt = draft.CoverId is null ? "" : OneLine(draft.CoverAlt),
        };
    }

    /// <param name="draft">Tidied.</param>
    /// <param name="article">Whose it is; null for a new one.</param>
    internal async Task<ImmutableArray<FieldProblem>> ProblemsOfAsync(ArticleDraft draft, WrittenArticle written, ArticleId? article, CancellationToken cancellation)
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        void Check(bool isRight, string field, string message)
        {
            if (!isRight)
            {
                problems.Add(new FieldProblem(field, message));
            }
        }

        Check(draft.Title.Length > 0, "title", "An article needs a title.");
        Check(draft.Title.Length <= LongestTitle, "title", $"A title has at most {LongestTitle} characters; this one has {draft.Title.Length}.");
        Check(draft.Summary.Length <= LongestSummary, "summary", $"A summary has at most {LongestSummary} characters; this one has {draft.Summary.Length}.");
        Check(draft.Body.Length <= LongestBody, "body", $"A text has at most {LongestBody:N0} characters; this one has {draft.Body.Length:N0}.");
        Check(!written.IsTooDeep, "body", "Lists or quotes in the text are nested too deeply to be read.");
        Check(draft.Tags.Length <= MostTags, "tags", $"An article has at most {MostTags} tags; this one has {draft.Tags.Length}.");
        foreach (var tag in draft.Tags.Where(tag => !Slugs.IsSlug(tag, LongestTag)))
        {
            problems.Add(new FieldProblem("tags", $"'{Shortened(tag)}' cannot be a tag: lower-case letters, digits and single hyphens, at most {LongestTag}."));
        }

        Check(draft.CoverAlt.Length <= LongestAlt, "coverAlt", $"The words for the cover have at most {LongestAlt} characters.");
        Check(draft.CoverId is null || draft.CoverAlt.Length > 0, "coverAlt", "Say what the cover shows, for those who cannot see it.");
        foreach (var (field, text) in new[] { ("title", draft.Title), ("summary", draft.Summary), ("body", draft.Body), ("coverAlt", draft.CoverAlt) })
        {
            Check(!HasForbidden(text), field, "The text holds a control character, which cannot be kept.");
        }

        if (!Slugs.IsSlug(draft.Slug))
        {
            problems.Add(new FieldProblem("slug", $"'{Shortened(draft.Slug)}' cannot be an address: lower-case letters, digits and single hyphens, at most {Slugs.Longest}."));
        }
        else if (Reserved.Contains(draft.Slug, StringComparer.Ordinal)
            || await db.Articles.AnyAsync(other => other.Slug == draft.Slug && other.Id != article, cancellation)
            || await db.FormerSlugs.AnyAsync(former => former.Slug == draft.Slug && former.ArticleId != article, cancellation))
        {
            problems.Add(new FieldProblem("slug", $"The address '{draft.Slug}' is taken."));
        }

        Check(await db.Authors.AnyAsync(author => author.Id == draft.AuthorId, cancellation), "author", "Choose who the article is signed by.");
        Check(draft.CoverId is null || await db.Pictures.AnyAsync(picture => picture.Id == draft.CoverId, cancellation), "cover", "There is no such picture.");
        return problems.ToImmutable();
    }

    /// <summary>What keeps an article, as it is kept, from being published.</summary>
    internal static ImmutableArray<FieldProblem> ProblemsOfPublishing(string summary, string body)
    {
        var problems = ImmutableArray.CreateBuilder<FieldProblem>();
        if (summary.Length == 0)
        {
            problems.Add(new FieldProblem("summary", "Lists and search engines show the summary: write one before publishing."));
        }

        if (string.IsNullOrWhiteSpace(body))
        {
            problems.Add(new FieldProblem("body", "There is no text to publish."));
        }

        return problems.ToImmutable();
    }

    /// <summary>Addresses below <c>/articles</c> that are pages of their own.</summary>
    private static readonly ImmutableArray<string> Reserved = ["all", "feed", "tags"];

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool HasForbidden(string text) => text.AsSpan().ContainsAnyInRange('\0', '\u0008') || text.AsSpan().ContainsAnyInRange('\u000b', '\u001f');

    private static string Shortened(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
