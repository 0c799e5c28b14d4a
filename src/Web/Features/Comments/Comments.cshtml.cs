using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Comments;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Comments;

/// <summary><c>/articles/{slug}/comments</c>: further pages of comments, the form to answer one, and where the form is sent.</summary>
[EnableRateLimiting(Limits.Comment)]
public sealed class CommentsModel(PracticeDb db, CommentDesk desk, SignedTokens tokens, CommentAddresses addresses, TimeProvider time, Texts T) : PageModel
{
    private string Slug => (string)RouteData.Values["slug"]!;

    public Article Article { get; private set; } = null!;

    public CommentPageOf Shown { get; private set; } = null!;

    public CommentForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await CommentForms.PublicArticleAsync(db, Slug, time, cancellation) is not { } article)
        {
            return NotFound();
        }

        _ = int.TryParse(Request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page);
        await ShowAsync(article, page, await FormAsync(article, Request.Query["answer"].ToString(), cancellation), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await CommentForms.PublicArticleAsync(db, Slug, time, cancellation) is not { } article)
        {
            return NotFound();
        }

        if (await PostedForm.ReadAsync(Request, cancellation) is not { } posted)
        {
            return BadRequest();
        }

        var form = await FormAsync(article, posted[CommentForms.ParentField].ToString(), cancellation) with
        {
            Name = posted[CommentForms.NameField].ToString(),
            Text = posted[CommentForms.TextField].ToString(),
            Email = posted[CommentForms.EmailField].ToString(),
        };
        var token = tokens.Read(CommentForms.WriteToken, posted[CommentForms.TokenField]);
        if (token is null || token.Subject != article.Id.ToString() || token.Age > CommentForms.Latest)
        {
            return await AgainAsync(article, form, [T["This page had lain open for too long. What you wrote is still here: please send it again."]], cancellation);
        }

        if (token.Age < CommentForms.Soonest || posted[CommentForms.TrapField].ToString().Length > 0)
        {
            return await AgainAsync(article, form, [T["That was very quick. Please look at it once more, and send it again."]], cancellation);
        }

        var parent = Guid.TryParse(form.Parent, out var id) ? CommentId.Of(id) : (CommentId?)null;
        var outcome = await desk.WriteAsync(new CommentDraft(article.Id, parent, form.Name, form.Text, form.Email, token.Id), addresses.Links(HttpContext), cancellation);
        return outcome switch
        {
            CommentOutcome.Kept kept => Redirect(RequestLanguage.AddressIn(RequestLanguage.Of(HttpContext).Code, $"/comments/own/{tokens.Issue(CommentForms.OwnToken, kept.Id.ToString())}")),
            CommentOutcome.Wrong wrong => await AgainAsync(article, form, [.. wrong.Problems.Select(problem => CommentForms.WordsOf(problem, T))], cancellation),
            CommentOutcome.Closed => await AgainAsync(article, form, [T["Comments are closed."]], cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<IActionResult> AgainAsync(Article article, CommentForm form, IReadOnlyList<string> problems, CancellationToken cancellation)
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await ShowAsync(article, 1, form with { Problems = problems }, cancellation);
        return Page();
    }

    private async Task ShowAsync(Article article, int page, CommentForm form, CancellationToken cancellation)
    {
        Article = article;
        Form = form;
        Shown = await CommentPageOf.ReadAsync(db, article.Id, page, cancellation);
    }

    private async Task<CommentForm> FormAsync(Article article, string answers, CancellationToken cancellation)
    {
        var parent = Guid.TryParse(answers, out var id)
            ? await db.Comments.AsNoTracking().FirstOrDefaultAsync(
                comment => comment.Id == CommentId.Of(id) && comment.ArticleId == article.Id && comment.ParentId == null && comment.State == CommentState.Shown, cancellation)
            : null;
        return new CommentForm
        {
            Article = article,
            Token = tokens.Issue(CommentForms.WriteToken, article.Id.ToString()),
            IsOpen = CommentDesk.TakesComments(article, time.GetUtcNow().UtcDateTime),
            Parent = parent?.Id.ToString() ?? "",
            ParentName = parent?.Name ?? "",
        };
    }
}
