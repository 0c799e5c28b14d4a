using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Unknot.Practice.Booking;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Booking;

/// <summary><c>/book/session/{token}/cancel</c>: asks; only the answer cancels.</summary>
[EnableRateLimiting(Limits.Booking)]
public sealed class CancelModel(SessionBook sessions, BookingDesk desk) : PageModel
{
    public BookedSession Session { get; private set; } = null!;

    private string Token => (string)RouteData.Values["token"]!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await sessions.FindAsync(Token, cancellation) is not { } session)
        {
            return NotFound();
        }

        Session = session;
        return session.IsOpen ? Page() : ToSession();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await sessions.FindAsync(Token, cancellation) is not { } session)
        {
            return NotFound();
        }

        Session = session;
        if (!session.IsOpen)
        {
            return ToSession();
        }

        switch (await desk.CancelAsync(session.Id, personId: null, cancellation))
        {
            case BookingOutcome.TooLate:
                Response.StatusCode = StatusCodes.Status403Forbidden;
                return Page();
            default:
                // Done, or somebody else was quicker: the session's page says how it stands.
                return ToSession();
        }
    }

    private RedirectResult ToSession() => new(RequestLanguage.Of(HttpContext).Address(Session.Path), permanent: false, preserveMethod: false);
}
