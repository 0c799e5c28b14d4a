using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Unknot.Web.Features.Booking;

/// <summary><c>/book/session/{token}</c>: a session as its owner sees it, after booking and by the link in every message.</summary>
public sealed class SessionModel(SessionBook sessions) : PageModel
{
    internal const string DoneField = "done";
    internal const string Moved = "moved";

    public BookedSession Session { get; private set; } = null!;

    private string Token => (string)RouteData.Values["token"]!;

    public bool WasMoved { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await sessions.FindAsync(Token, cancellation) is not { } session)
        {
            return NotFound();
        }

        (Session, WasMoved) = (session, Request.Query[DoneField] == Moved);
        return Page();
    }
}
