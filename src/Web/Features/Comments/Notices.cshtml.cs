using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Unknot.Practice.Comments;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Comments;

/// <summary><c>/comments/notices/{token}</c>: ends the messages about answers to one comment. Opening the page changes nothing.</summary>
[EnableRateLimiting(Limits.Comment)]
public sealed class NoticesModel(CommentDesk desk, SignedTokens tokens) : PageModel
{
    public bool IsDone { get; private set; }

    public IActionResult OnGet() => tokens.Read(CommentAddresses.StopPurpose, (string?)RouteData.Values["token"]) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (tokens.Read(CommentAddresses.StopPurpose, (string?)RouteData.Values["token"]) is not { } known || !Guid.TryParse(known.Subject, out var comment))
        {
            return NotFound();
        }

        await desk.StopNoticesAsync(CommentId.Of(comment), cancellation);
        IsDone = true;
        return Page();
    }
}
