using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Unknot.Practice.People;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Entry;

/// <summary>Makes the account that an owner has invited somebody to.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class InvitationModel(PracticeDb db, Invitations invitations, TimeProvider time) : PageModel
{
    internal const string Address = "/console/invitation";

    /// <summary>Null when the link is gone.</summary>
    public string? Role { get; private set; }

    public JoinForm Filled { get; private set; } = JoinForm.Empty;

    private string? Key => Request.Query["key"];

    public async Task OnGetAsync(CancellationToken cancellation) => await LookAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var given = JoinForm.Read(await Request.ReadFormAsync(cancellation));
        switch (await invitations.AcceptAsync(Key, given, cancellation))
        {
            case JoinOutcome.Joined joined:
                await SignedIn.SignInAsync(HttpContext, joined.Person, Sessions.ByLink);
                return LocalRedirect(ConsoleArea.Path);
            case JoinOutcome.Refused refused:
                await LookAsync(cancellation);
                Filled = new JoinForm(given.Name, given.Email, refused.Troubles);
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
            case JoinOutcome.LinkIsGone:
                Response.StatusCode = StatusCodes.Status410Gone;
                return Page();
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task LookAsync(CancellationToken cancellation)
    {
        Role = (await OneTimeSecrets.FindAsync(db, time, Key, OneTimeSecrets.Invitation, cancellation))?.Role;
        if (Role is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }
    }
}
