using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Comments;
using Unknot.Practice.Storage;
using Unknot.Practice.Views;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Comments;

/// <summary><c>/comments/{id}/report</c>: a reader says that a comment should not stand there.</summary>
[EnableRateLimiting(Limits.Comment)]
public sealed class ReportModel(PracticeDb db, CommentDesk desk, DayKeys keys) : PageModel
{
    public Comment Comment { get; private set; } = null!;

    /// <summary>Of its article.</summary>
    public string Slug { get; private set; } = "";

    public bool IsDone { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        if (await PostedForm.ReadAsync(Request, cancellation) is not { } posted)
        {
            return BadRequest();
        }

        await desk.ReportAsync(Comment.Id, await keys.MarkAsync(CommentForms.ReaderOf(HttpContext), cancellation), posted[CommentForms.ReasonField].ToString(), cancellation);
        IsDone = true;
        return Page();
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        var id = Guid.Parse((string)RouteData.Values["id"]!);
        var found = await db.Comments.AsNoTracking().Where(comment => comment.Id == CommentId.Of(id) && comment.State == CommentState.Shown)
            .Join(db.Articles, comment => comment.ArticleId, article => article.Id, (comment, article) => new { comment, article.Slug })
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return false;
        }

        (Comment, Slug) = (found.comment, found.Slug);
        return true;
    }
}
