using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Comments;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.Comments;

/// <summary>Some of the comments under an article that everybody sees.</summary>
/// <param name="Total">Of comments and answers that are shown.</param>
/// <param name="Page">From 1.</param>
public sealed record CommentPageOf(IReadOnlyList<CommentThread> Threads, int Total, int Page, int Pages)
{
    private const int ThreadsAPage = 30;

    internal static async Task<CommentPageOf> ReadAsync(PracticeDb db, ArticleId article, int page, CancellationToken cancellation)
    {
        // A comment that was taken down stays as a line when it was answered.
        var roots = db.Comments.AsNoTracking().Where(comment => comment.ArticleId == article && comment.ParentId == null
            && (comment.State == CommentState.Shown
                || (comment.State == CommentState.Removed && db.Comments.Any(answer => answer.ParentId == comment.Id && answer.State == CommentState.Shown))));
        var inOrder = roots.OrderBy(comment => comment.WrittenAtUtc).ThenBy(comment => comment.Id);
        var first = await inOrder.Take(ThreadsAPage + 1).ToListAsync(cancellation);
        if (first.Count <= ThreadsAPage)
        {
            // Nearly every article: two questions to the database instead of four.
            return Of(first, await AnswersAsync(db, first, cancellation), total: null, 1, 1);
        }

        var total = await db.Comments.CountAsync(comment => comment.ArticleId == article && comment.State == CommentState.Shown, cancellation);
        var pages = (await roots.CountAsync(cancellation) + ThreadsAPage - 1) / ThreadsAPage;
        page = Math.Clamp(page, 1, Math.Max(1, pages));
        var shown = page == 1 ? first[..ThreadsAPage] : await inOrder.Skip((page - 1) * ThreadsAPage).Take(ThreadsAPage).ToListAsync(cancellation);
        return Of(shown, await AnswersAsync(db, shown, cancellation), total, page, pages);
    }

    private static Task<List<Comment>> AnswersAsync(PracticeDb db, List<Comment> shown, CancellationToken cancellation)
    {
        if (shown.Count == 0)
        {
            return Task.FromResult<List<Comment>>([]);
        }

        var ids = shown.Select(comment => (CommentId?)comment.Id).ToList();
        return db.Comments.AsNoTracking().Where(comment => ids.Contains(comment.ParentId) && comment.State == CommentState.Shown)
            .OrderBy(comment => comment.WrittenAtUtc).ToListAsync(cancellation);
    }

    /// <param name="total">Null when these are all of them.</param>
    private static CommentPageOf Of(List<Comment> shown, List<Comment> answers, int? total, int page, int pages)
    {
        var byParent = answers.ToLookup(answer => answer.ParentId);
        return new CommentPageOf([.. shown.Select(comment => new CommentThread(comment, [.. byParent[comment.Id]]))], total ?? shown.Count(comment => comment.State is CommentState.Shown) + answers.Count, page, pages);
    }
}
