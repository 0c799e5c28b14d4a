using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Comments;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.Console;

/// <summary>What waits for whoever is signed in.</summary>
public sealed class OverviewModel(PracticeDb db) : PageModel
{
    public IReadOnlyList<Waits> Waiting { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var held = await db.Comments.CountAsync(comment => comment.State == CommentState.Held, cancellation);
        var drafts = await db.Articles.CountAsync(article => article.State == ArticleState.Draft, cancellation);
        var failed = User.IsInRole(PracticeRole.Owner)
            ? await db.Outbox.CountAsync(message => message.SentAtUtc == null && message.GivenUpAtUtc == null && message.LastTrouble != null, cancellation)
            : 0;
        Waiting =
        [
            .. new[]
            {
                new Waits(held, held == 1 ? "comment to look at" : "comments to look at", "/console/comments"),
                new Waits(drafts, drafts == 1 ? "draft" : "drafts", "/console/articles"),
                new Waits(failed, failed == 1 ? "message that could not be sent" : "messages that could not be sent", "/console/outbox"),
            }.Where(each => each.Count > 0),
        ];
    }

    /// <param name="Words">Follow the count.</param>
    public sealed record Waits(int Count, string Words, string Address);
}
