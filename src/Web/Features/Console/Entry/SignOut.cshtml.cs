using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Practice.People;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Entry;

public sealed class SignOutModel : PageModel
{
    public async Task<IActionResult> OnPostAsync([FromServices] Sessions sessions, CancellationToken cancellation)
    {
        if (User.Identity?.IsAuthenticated is true)
        {
            await sessions.EndAsync(User.PersonId(), User.SessionId(), AuditActions.SignedOut, cancellation);
            HttpContext.RequestServices.GetRequiredService<SessionShelf>().Forget(User.PersonId());
            await HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
        }

        return LocalRedirect(ConsoleArea.SignInPath);
    }
}
