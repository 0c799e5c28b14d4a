using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Unknot.Practice.People;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Entry;

/// <summary>For somebody who forgot the password and got a link from an owner.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class NewPasswordModel(PracticeDb db, Invitations invitations, SessionShelf shelf, TimeProvider time) : PageModel
{
    public bool IsGone { get; private set; }

    public JoinForm Filled { get; private set; } = JoinForm.Empty;

    private string? Key => Request.Query["key"];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (await OneTimeSecrets.FindAsync(db, time, Key, OneTimeSecrets.Password, cancellation) is null)
        {
            Gone();
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        switch (await invitations.SetPasswordAsync(Key, form["password"].ToString(), cancellation))
        {
            case JoinOutcome.Joined joined:
                shelf.Forget(joined.Person.Id);
                await SignedIn.SignInAsync(HttpContext, joined.Person, Sessions.ByLink);
                return LocalRedirect(ConsoleArea.Path);
            case JoinOutcome.Refused refused:
                Filled = JoinForm.Empty with { Troubles = refused.Troubles };
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
            case JoinOutcome.LinkIsGone:
                Gone();
                return Page();
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private void Gone()
    {
        IsGone = true;
        Response.StatusCode = StatusCodes.Status410Gone;
    }
}
