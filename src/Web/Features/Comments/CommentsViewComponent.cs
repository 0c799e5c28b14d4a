using Microsoft.AspNetCore.Mvc;
using Unknot.Practice.Articles;
using Unknot.Practice.Comments;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Comments;

/// <summary>The comments under an article and the form for one more.</summary>
[ViewComponent(Name = "Comments")]
public sealed class CommentsViewComponent(PracticeDb db, SignedTokens tokens, TimeProvider time) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(Article article)
    {
        var form = new CommentForm
        {
            Article = article,
            Token = tokens.Issue(CommentForms.WriteToken, article.Id.ToString()),
            IsOpen = CommentDesk.TakesComments(article, time.GetUtcNow().UtcDateTime),
        };
        return View("/Features/Comments/_Comments.cshtml", (await CommentPageOf.ReadAsync(db, article.Id, 1, HttpContext.RequestAborted), form));
    }
}
