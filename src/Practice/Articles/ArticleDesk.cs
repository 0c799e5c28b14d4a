using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles.Writing;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Articles;

/// <summary>Where articles are written. Every save that changes something is a revision, and nobody overwrites what another saved unseen.</summary>
public sealed class ArticleDesk(PracticeDb db, TimeProvider time, ArticleText texts)
{
    private readonly ArticleRules rules = new(db);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Makes a draft.</summary>
    /// <param name="personId">Who; null for what comes with the product.</param>
    public async Task<ArticleOutcome> CreateAsync(ArticleDraft draft, Guid? personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        draft = ArticleRules.Tidied(draft);
        var written = texts.Read(draft.Body);
        var problems = await rules.ProblemsOfAsync(draft, written, null, cancellation);
        if (!problems.IsEmpty)
        {
            return new ArticleOutcome.Refused(problems);
        }

        var article = new Article
        {
            Id = ArticleId.New(time),
            Slug = draft.Slug,
            Title = draft.Title,
            Summary = draft.Summary,
            Body = draft.Body,
            AuthorId = draft.AuthorId,
            CoverId = draft.CoverId,
            CoverAlt = draft.CoverAlt,
            State = ArticleState.Draft,
            ChangedAtUtc = Now,
            TakesComments = draft.TakesComments,
            Revision = 1,
            Views = 0,
            ViewsSinceUtc = Now,
        };
        article.Tags.AddRange(draft.Tags.Select(tag => new ArticleTag { ArticleId = article.Id, Tag = tag }));
        article.SearchText = ArticleSearch.TextOf(draft, written);
        db.Articles.Add(article);
        db.ArticleSubjects.AddRange(SubjectsOf(article.Id, written));
        AddRevision(article, draft.Tags, personId);
        Note(article, personId, "article.created");
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException) when (AnotherTook(draft.Slug, article.Id))
        {
            return Refused("slug", $"The address '{draft.Slug}' is taken.");
        }

        return new ArticleOutcome.Done(article);
    }

    /// <param name="revision">The one that the editor began from.</param>
    /// <param name="personId">Who.</param>
    public async Task<ArticleOutcome> SaveAsync(ArticleId id, int revision, ArticleDraft draft, Guid? personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var article = await FindAsync(id, cancellation);
        return article is null ? new ArticleOutcome.NotThere() : await SaveAsync(article, revision, draft, personId, "article.saved", "", cancellation);
    }

    /// <summary>Makes what a revision said the newest one.</summary>
    /// <param name="number">Of the revision.</param>
    /// <param name="revision">The newest that the editor knew.</param>
    public async Task<ArticleOutcome> RestoreAsync(ArticleId id, int number, int revision, Guid? personId, CancellationToken cancellation)
    {
        var article = await FindAsync(id, cancellation);
        var old = await db.ArticleRevisions.AsNoTracking().SingleOrDefaultAsync(each => each.ArticleId == id && each.Number == number, cancellation);
        if (article is null || old is null)
        {
            return new ArticleOutcome.NotThere();
        }

        var draft = DraftOf(article) with { Title = old.Title, Summary = old.Summary, Body = old.Body, Tags = [.. old.Tags.Split(' ', StringSplitOptions.RemoveEmptyEntries)] };
        return await SaveAsync(article, revision, draft, personId, "article.restored", $"revision {number}", cancellation);
    }

    /// <summary>Shows it to everybody from now on; one that was public before keeps its date.</summary>
    public Task<ArticleOutcome> PublishAsync(ArticleId id, int revision, Guid? personId, CancellationToken cancellation) =>
        PublishAsync(id, revision, atUtc: null, personId, cancellation);

    /// <summary>Shows it to everybody from an instant on. In the past it is the date that it bears.</summary>
    public Task<ArticleOutcome> PublishAtAsync(ArticleId id, int revision, DateTime atUtc, Guid? personId, CancellationToken cancellation) =>
        PublishAsync(id, revision, (DateTime?)atUtc, personId, cancellation);

    /// <summary>Takes it from everybody's sight. Its address then says that it is gone, if it ever was public.</summary>
    public async Task<ArticleOutcome> UnpublishAsync(ArticleId id, int revision, Guid? personId, CancellationToken cancellation)
    {
        var article = await FindAsync(id, cancellation);
        if (article is null)
        {
            return new ArticleOutcome.NotThere();
        }

        if (article.State is ArticleState.Draft)
        {
            return new ArticleOutcome.Done(article);
        }

        if (article.PublishAtUtc > Now)
        {
            article.PublishAtUtc = null;
        }

        article.State = ArticleState.Draft;
        Note(article, personId, "article.unpublished");
        return await KeepAsync(article, revision, cancellation);
    }

    /// <summary>What an editor begins from.</summary>
    public static ArticleDraft DraftOf(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new ArticleDraft
        {
            Title = article.Title,
            Summary = article.Summary,
            Body = article.Body,
            Slug = article.Slug,
            Tags = [.. article.Tags.Select(tag => tag.Tag).Order(StringComparer.Ordinal)],
            AuthorId = article.AuthorId,
            CoverId = article.CoverId,
            CoverAlt = article.CoverAlt,
            TakesComments = article.TakesComments,
        };
    }

    private Task<Article?> FindAsync(ArticleId id, CancellationToken cancellation) =>
        db.Articles.Include(article => article.Tags).SingleOrDefaultAsync(article => article.Id == id, cancellation);

    private async Task<ArticleOutcome> SaveAsync(
        Article article, int revision, ArticleDraft draft, Guid? personId, string action, string note, CancellationToken cancellation)
    {
        if (article.Revision != revision)
        {
            return new ArticleOutcome.SavedByAnother(article);
        }

        draft = ArticleRules.Tidied(draft);
        var written = texts.Read(draft.Body);
        var problems = await rules.ProblemsOfAsync(draft, written, article.Id, cancellation);
        if (article.State is ArticleState.Published)
        {
            problems = problems.AddRange(ArticleRules.ProblemsOfPublishing(draft.Summary, draft.Body));
        }

        if (!problems.IsEmpty)
        {
            return new ArticleOutcome.Refused(problems);
        }

        var before = DraftOf(article);
        if (before with { Tags = draft.Tags } == draft && before.Tags.SequenceEqual(draft.Tags))
        {
            return new ArticleOutcome.Done(article);
        }

        if (article.Title != draft.Title || article.Summary != draft.Summary || article.Body != draft.Body)
        {
            article.ChangedAtUtc = Now;
        }

        await MoveAsync(article, draft.Slug, cancellation);
        (article.Title, article.Summary, article.Body, article.AuthorId) = (draft.Title, draft.Summary, draft.Body, draft.AuthorId);
        (article.CoverId, article.CoverAlt, article.TakesComments) = (draft.CoverId, draft.CoverAlt, draft.TakesComments);
        article.Tags.RemoveAll(tag => !draft.Tags.Contains(tag.Tag, StringComparer.Ordinal));
        article.Tags.AddRange(draft.Tags.Except(article.Tags.Select(tag => tag.Tag), StringComparer.Ordinal).Select(tag => new ArticleTag { ArticleId = article.Id, Tag = tag }).ToArray());
        article.SearchText = ArticleSearch.TextOf(draft, written);
        article.Revision++;
        await PutSubjectsAsync(article.Id, written, cancellation);
        AddRevision(article, draft.Tags, personId);
        Note(article, personId, action, note);
        return await KeepAsync(article, revision, cancellation);
    }

    private async Task<ArticleOutcome> PublishAsync(ArticleId id, int revision, DateTime? atUtc, Guid? personId, CancellationToken cancellation)
    {
        var article = await FindAsync(id, cancellation);
        if (article is null)
        {
            return new ArticleOutcome.NotThere();
        }

        if (article.Revision != revision)
        {
            return new ArticleOutcome.SavedByAnother(article);
        }

        var problems = ArticleRules.ProblemsOfPublishing(article.Summary, article.Body);
        if (!problems.IsEmpty)
        {
            return new ArticleOutcome.Refused(problems);
        }

        var at = atUtc ?? (article.PublishAtUtc <= Now ? article.PublishAtUtc.Value : Now);
        if (article.State is ArticleState.Published && article.PublishAtUtc == at)
        {
            return new ArticleOutcome.Done(article);
        }

        var wasPublic = article.IsPublicAt(Now);
        (article.State, article.PublishAtUtc) = (ArticleState.Published, at);

        // Nobody can have seen it before; an article that is moved to another day keeps its count.
        if (article.Views == 0 && !wasPublic)
        {
            article.ViewsSinceUtc = at > Now ? at : Now;
        }

        Note(article, personId, at > Now ? "article.scheduled" : "article.published");
        return await KeepAsync(article, revision, cancellation);
    }

    /// <summary>An address that was public leads to the new one for ever.</summary>
    private async Task MoveAsync(Article article, string slug, CancellationToken cancellation)
    {
        if (article.Slug == slug)
        {
            return;
        }

        if (article.PublishAtUtc <= Now)
        {
            db.FormerSlugs.Add(new FormerSlug { Slug = article.Slug, ArticleId = article.Id });
        }

        if (await db.FormerSlugs.FindAsync([slug], cancellation) is { } own)
        {
            db.FormerSlugs.Remove(own);
        }

        article.Slug = slug;
    }

    private async Task<ArticleOutcome> KeepAsync(Article article, int revision, CancellationToken cancellation)
    {
        db.Entry(article).Property(each => each.Revision).OriginalValue = revision;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new ArticleOutcome.Done(article);
        }
        catch (DbUpdateException)
        {
            // Two saves at once: one of them finds the revision gone on, or its number taken.
            db.ChangeTracker.Clear();
            if (await FindAsync(article.Id, cancellation) is not { } now)
            {
                return new ArticleOutcome.NotThere();
            }

            if (now.Revision != revision)
            {
                return new ArticleOutcome.SavedByAnother(now);
            }

            if (AnotherTook(article.Slug, article.Id))
            {
                return Refused("slug", $"The address '{article.Slug}' is taken.");
            }

            throw;
        }
    }

    private bool AnotherTook(string slug, ArticleId id) => db.Articles.AsNoTracking().Any(other => other.Slug == slug && other.Id != id);

    private async Task PutSubjectsAsync(ArticleId id, WrittenArticle written, CancellationToken cancellation)
    {
        var wanted = SubjectsOf(id, written).ToDictionary(subject => (subject.Kind, subject.AtlasId));
        foreach (var known in await db.ArticleSubjects.Where(subject => subject.ArticleId == id).ToListAsync(cancellation))
        {
            if (!wanted.Remove((known.Kind, known.AtlasId)))
            {
                db.ArticleSubjects.Remove(known);
            }
        }

        db.ArticleSubjects.AddRange(wanted.Values);
    }

    private static IEnumerable<ArticleSubject> SubjectsOf(ArticleId id, WrittenArticle written) =>
        written.Muscles.Select(muscle => new ArticleSubject { ArticleId = id, Kind = ArticleSubject.Muscle, AtlasId = muscle })
            .Concat(written.Regions.Select(region => new ArticleSubject { ArticleId = id, Kind = ArticleSubject.Region, AtlasId = region }));

    private void AddRevision(Article article, ImmutableArray<string> tags, Guid? personId) => db.ArticleRevisions.Add(new ArticleRevision
    {
        ArticleId = article.Id,
        Number = article.Revision,
        Title = article.Title,
        Summary = article.Summary,
        Body = article.Body,
        Tags = string.Join(' ', tags),
        SavedAtUtc = Now,
        PersonId = personId,
    });

    private void Note(Article article, Guid? personId, string action, string note = "") =>
        AuditTrail.Note(db, time, personId, action, "article", article.Id.ToString(), note);

    private static ArticleOutcome.Refused Refused(string field, string message) => new([new FieldProblem(field, message)]);
}
