using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Comments;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Comments;

/// <summary><c>/console/comments</c>: what readers said, first what waits, with what can be done about each.</summary>
public sealed class QueueModel(PracticeDb db, ModerationDesk desk, CommentAddresses addresses) : PageModel
{
    private const int CommentsAPage = 50;

    /// <summary>The state whose comments are listed.</summary>
    public CommentState Shows { get; private set; }

    public IReadOnlyDictionary<CommentState, int> Counts { get; private set; } = new Dictionary<CommentState, int>();

    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Shows = Enum.TryParse<CommentState>(Request.Query["show"], ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : CommentState.Held;
        Counts = await db.Comments.GroupBy(comment => comment.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count, cancellation);

        // What has waited longest comes first; what was decided, newest first.
        var listed = db.Comments.AsNoTracking().Where(comment => comment.State == Shows);
        var page = await (Shows is CommentState.Held ? listed.OrderBy(comment => comment.WrittenAtUtc) : listed.OrderByDescending(comment => comment.WrittenAtUtc))
            .Take(CommentsAPage)
            .Join(db.Articles, comment => comment.ArticleId, article => article.Id, (comment, article) => new { Comment = comment, article.Title, article.Slug })
            .ToListAsync(cancellation);
        var ids = page.ConvertAll(each => each.Comment.Id);
        var reports = (await db.CommentReports.AsNoTracking().Where(report => ids.Contains(report.CommentId)).ToListAsync(cancellation)).ToLookup(report => report.CommentId, report => report.Reason);
        var ordered = Shows is CommentState.Held ? page.OrderBy(each => each.Comment.WrittenAtUtc) : page.OrderByDescending(each => each.Comment.WrittenAtUtc);
        Entries = [.. ordered.Select(each => new Entry(each.Comment, each.Title, each.Slug, [.. reports[each.Comment.Id].Where(reason => reason.Length > 0)]))];
    }

    /// <summary>Decides about one comment.</summary>
    public async Task<IActionResult> OnPostDecideAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form
            || !Guid.TryParse(form["id"], out var id)
            || !Enum.TryParse<CommentState>(form["state"], out var state) || state is CommentState.Held || !Enum.IsDefined(state))
        {
            return BadRequest();
        }

        return await desk.DecideAsync(CommentId.Of(id), state, User.PersonId(), addresses.Links(HttpContext), cancellation) ? BackToList(form) : NotFound();
    }

    /// <summary>Answers a comment in the name of the practice; one that waits is shown first.</summary>
    public async Task<IActionResult> OnPostAnswerAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !Guid.TryParse(form["id"], out var id))
        {
            return BadRequest();
        }

        var (comment, links) = (CommentId.Of(id), addresses.Links(HttpContext));
        if (form["text"].ToString().Trim().Length is 0 or > CommentLimits.LongestText)
        {
            return BadRequest();
        }

        await desk.DecideAsync(comment, CommentState.Shown, User.PersonId(), links, cancellation);
        var name = User.Identity?.Name ?? "";
        return await desk.AnswerAsync(comment, name, form["text"].ToString(), User.PersonId(), links, cancellation) is null ? NotFound() : BackToList(form);
    }

    private RedirectResult BackToList(IFormCollection form) =>
        Redirect($"/console/comments?show={(Enum.TryParse<CommentState>(form["show"], out var shows) && Enum.IsDefined(shows) ? shows : CommentState.Held).ToString().ToLowerInvariant()}");

    /// <param name="Reasons">What readers wrote when they reported it.</param>
    public sealed record Entry(Comment Comment, string ArticleTitle, string ArticleSlug, IReadOnlyList<string> Reasons);
}
