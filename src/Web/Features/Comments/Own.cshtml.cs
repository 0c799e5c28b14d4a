using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Comments;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Comments;

/// <summary><c>/comments/own/{token}</c>: what became of a reader's own comment; for a quarter of an hour it can be changed or removed here.</summary>
[EnableRateLimiting(Limits.Comment)]
public sealed class OwnModel(PracticeDb db, CommentDesk desk, SignedTokens tokens, TimeProvider time, Texts T) : PageModel
{
    public Comment Comment { get; private set; } = null!;

    /// <summary>Of its article.</summary>
    public string Slug { get; private set; } = "";

    public string Text { get; private set; } = "";

    public int MinutesLeft { get; private set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

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

        if (posted.ContainsKey("remove"))
        {
            await desk.TakeBackAsync(Comment.Id, cancellation);
            return Redirect(Request.Path);
        }

        Text = posted[CommentForms.TextField].ToString();
        var outcome = await desk.EditAsync(Comment.Id, Text, cancellation);
        if (outcome is CommentOutcome.Wrong wrong)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            Problems = [.. wrong.Problems.Select(problem => CommentForms.WordsOf(problem, T))];
            return Page();
        }

        return Redirect(Request.Path);
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (tokens.Read(CommentForms.OwnToken, (string?)RouteData.Values["token"]) is not { } own || !Guid.TryParse(own.Subject, out var id))
        {
            return false;
        }

        var found = await db.Comments.AsNoTracking().Where(comment => comment.Id == CommentId.Of(id))
            .Join(db.Articles, comment => comment.ArticleId, article => article.Id, (comment, article) => new { comment, article.Slug })
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return false;
        }

        (Comment, Slug, Text) = (found.comment, found.Slug, found.comment.Text);
        MinutesLeft = (int)Math.Ceiling((Comment.WrittenAtUtc + CommentLimits.Editable - time.GetUtcNow().UtcDateTime).TotalMinutes);
        return true;
    }
}
