using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Booking;

/// <summary><c>/book/session/{token}/move</c>: another time for a session. The limit of the service counts when the form is sent, not when it was opened.</summary>
[EnableRateLimiting(Limits.Booking)]
public sealed class MoveModel(SessionBook sessions, OfferBook offers, BookingDesk desk, Texts T) : PageModel
{
    public BookedSession Session { get; private set; } = null!;

    private string Token => (string)RouteData.Values["token"]!;

    /// <summary>Null when it cannot be moved any more.</summary>
    public Picker? Picker { get; private set; }

    public string Trouble { get; private set; } = "";

    public ImmutableArray<FreeTime> Nearest { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await sessions.FindAsync(Token, cancellation) is not { } session)
        {
            return NotFound();
        }

        Session = session;
        return session.IsOpen ? await ShowAsync(cancellation) : ToSession("");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || Picker.ReadStart(form[Picker.StartField]) is not { } start)
        {
            return BadRequest();
        }

        if (await sessions.FindAsync(Token, cancellation) is not { } session)
        {
            return NotFound();
        }

        Session = session;
        if (!session.IsOpen)
        {
            return ToSession("");
        }

        switch (await desk.MoveAsync(session.Id, start, personId: null, cancellation))
        {
            case BookingOutcome.Done:
                return ToSession($"?{SessionModel.DoneField}={SessionModel.Moved}");
            case BookingOutcome.TooLate:
                Response.StatusCode = StatusCodes.Status403Forbidden;
                return Page();
            case BookingOutcome.Taken taken:
                Nearest = [.. taken.Nearest];
                return await AgainAsync(T["That time is no longer free. Your session stays where it was."], cancellation);
            case BookingOutcome.NotOffered:
                Response.StatusCode = StatusCodes.Status404NotFound;
                return Page();
            default:
                return await AgainAsync(T["Your session was changed meanwhile. Please look at it again."], cancellation);
        }
    }

    private async Task<IActionResult> AgainAsync(string trouble, CancellationToken cancellation)
    {
        (Response.StatusCode, Trouble) = (StatusCodes.Status409Conflict, trouble);
        Session = await sessions.FindAsync(Session.Token, cancellation) ?? Session;
        return await ShowAsync(cancellation);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!Session.CanMove)
        {
            return Page();
        }

        var now = Instant.FromDateTimeUtc(Session.NowUtc);
        var until = now + Duration.FromDays(Session.Service.WindowDays + 1);
        if (await offers.ReadAsync(BookingDesk.WishOf(Session.Appointment), now, now, until, Session.Id, cancellation) is { } offer)
        {
            Picker = Picker.Read(offer, now, $"{Session.Path}/move", "", Request.Query, []);
            return Picker is null ? BadRequest() : Page();
        }

        return Page();
    }

    private RedirectResult ToSession(string query) => new(RequestLanguage.Of(HttpContext).Address($"{Session.Path}{query}"), permanent: false, preserveMethod: false);
}
