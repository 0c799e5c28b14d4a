using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles.Writing;
using Unknot.Practice.Storage;
using Unknot.Practice.Texts;

namespace Unknot.Practice.Articles;

/// <summary>The articles that come with the product, and who they are signed by.</summary>
public sealed class ShippedArticles(PracticeDb db, TimeProvider time, ArticleText texts)
{
    /// <summary>Noon UTC is the same day all over America.</summary>
    private static readonly TimeOnly HourOfPublishing = new(12, 0);

    /// <summary>Those whose address no article of the practice has or had.</summary>
    public async Task<ImmutableArray<string>> MissingAsync(CancellationToken cancellation)
    {
        var taken = await db.Articles.Select(article => article.Slug).Union(db.FormerSlugs.Select(former => former.Slug)).ToListAsync(cancellation);
        return [.. Names("articles").Except(taken, StringComparer.Ordinal)];
    }

    /// <summary>Adds those that are missing.</summary>
    /// <param name="arePublished">With the dates they bear; else they are drafts.</param>
    /// <param name="personId">Who; null for the product itself.</param>
    /// <returns>How many were added.</returns>
    public async Task<int> AddAsync(bool arePublished, Guid? personId, CancellationToken cancellation)
    {
        var desk = new ArticleDesk(db, time, texts);
        var added = 0;
        foreach (var slug in await MissingAsync(cancellation))
        {
            var (head, body) = Read($"content/articles/{slug}.md");
            var author = await AuthorAsync(head["author"], personId, cancellation);
            var outcome = await desk.CreateAsync(
                new ArticleDraft
                {
                    Title = head["title"],
                    Summary = head["summary"],
                    Body = body,
                    Slug = slug,
                    Tags = [.. head["tags"].Split(',', StringSplitOptions.TrimEntries)],
                    AuthorId = author,
                    CoverAlt = "",
                    TakesComments = true,
                },
                personId,
                cancellation);
            var article = Expect(outcome, slug);
            if (arePublished)
            {
                var day = DateOnly.ParseExact(head["published"], "yyyy-MM-dd", CultureInfo.InvariantCulture);
                Expect(await desk.PublishAtAsync(article.Id, article.Revision, day.ToDateTime(HourOfPublishing, DateTimeKind.Utc), personId, cancellation), slug);
            }

            added++;
        }

        return added;
    }

    private async Task<AuthorId> AuthorAsync(string slug, Guid? personId, CancellationToken cancellation)
    {
        if (await db.Authors.SingleOrDefaultAsync(author => author.Slug == slug, cancellation) is { } known)
        {
            return known.Id;
        }

        var (head, bio) = Read($"content/authors/{slug}.md");
        var (made, problems) = await new AuthorDesk(db, time).SaveAsync(null, new AuthorDesk.Draft(head["name"], slug, bio, null), personId, cancellation);
        return made?.Id ?? throw new InvalidDataException($"The author {slug} cannot be kept: {string.Join(' ', problems.Select(problem => problem.Message))}");
    }

    private static Article Expect(ArticleOutcome outcome, string slug) => outcome switch
    {
        ArticleOutcome.Done done => done.Article,
        ArticleOutcome.Refused refused => throw new InvalidDataException($"{slug} cannot be kept: {string.Join(' ', refused.Problems.Select(problem => problem.Message))}"),
        _ => throw new InvalidOperationException($"{slug} was changed while it was added."),
    };

    /// <summary>Their names, which are also their addresses.</summary>
    private static IEnumerable<string> Names(string folder) => typeof(ShippedArticles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith($"content/{folder}/", StringComparison.Ordinal))
        .Select(name => Path.GetFileNameWithoutExtension(name))
        .Order(StringComparer.Ordinal);

    private static (Dictionary<string, string> Head, string Body) Read(string resource)
    {
        using var stream = typeof(ShippedArticles).Assembly.GetManifestResourceStream(resource) ?? throw new InvalidDataException($"{resource} is not built into the assembly.");
        using var reader = new StreamReader(stream);
        return FrontMatter.Read(reader.ReadToEnd());
    }
}
