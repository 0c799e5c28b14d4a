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
        var total = await db.Comments.CountAsync(comment => comment.ArticleId == article && comment.State == CommentState.Shown, cancellation);

        // A comment that was taken down stays as a line when it was answered.
        var roots = db.Comments.AsNoTracking().Where(comment => comment.ArticleId == article && comment.ParentId == null
            && (comment.State == CommentState.Shown
                || (comment.State == CommentState.Removed && db.Comments.Any(answer => answer.ParentId == comment.Id && answer.State == CommentState.Shown))));
        var pages = Math.Max(1, (await roots.CountAsync(cancellation) + ThreadsAPage - 1) / ThreadsAPage);
        page = Math.Clamp(page, 1, pages);
        var shown = await roots.OrderBy(comment => comment.WrittenAtUtc).ThenBy(comment => comment.Id)
            .Skip((page - 1) * ThreadsAPage).Take(ThreadsAPage).ToListAsync(cancellation);
        var ids = shown.Select(comment => (CommentId?)comment.Id).ToList();
        var answers = await db.Comments.AsNoTracking().Where(comment => ids.Contains(comment.ParentId) && comment.State == CommentState.Shown)
            .OrderBy(comment => comment.WrittenAtUtc).ToListAsync(cancellation);
        var byParent = answers.ToLookup(answer => answer.ParentId);
        return new CommentPageOf([.. shown.Select(comment => new CommentThread(comment, [.. byParent[comment.Id]]))], total, page, pages);
    }
}
