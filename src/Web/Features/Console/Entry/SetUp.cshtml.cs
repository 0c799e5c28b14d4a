using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Unknot.Practice.People;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Entry;

/// <summary>Makes the owner's account, by the link that the server's console shows.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SetUpModel(PracticeDb db, FirstOwner owner, TimeProvider time) : PageModel
{
    public bool IsGone { get; private set; }

    public JoinForm Filled { get; private set; } = JoinForm.Empty;

    private string? Key => Request.Query["key"];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (await OneTimeSecrets.FindAsync(db, time, Key, OneTimeSecrets.SetUp, cancellation) is null)
        {
            Gone();
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var given = JoinForm.Read(await Request.ReadFormAsync(cancellation));
        switch (await owner.CreateAsync(Key, given, cancellation))
        {
            case JoinOutcome.Joined joined:
                await SignedIn.SignInAsync(HttpContext, joined.Person, Sessions.ByLink);
                return LocalRedirect(ConsoleArea.Path);
            case JoinOutcome.Refused refused:
                Filled = new JoinForm(given.Name, given.Email, refused.Troubles);
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
