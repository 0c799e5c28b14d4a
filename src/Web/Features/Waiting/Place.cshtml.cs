using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Practice.Waiting;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Waiting;

/// <summary><c>/book/waiting/{token}</c>: somebody's own place on the waiting list. Opening the page changes nothing; leaving is a post. Whose place it is it does not say.</summary>
[EnableRateLimiting(Limits.Contact)]
public sealed class PlaceModel(PracticeDb db, OfferBook offers, WaitingDesk desk, WaitingAddresses addresses, BookingAddresses holds) : PageModel
{
    public WaitingEntry Entry { get; private set; } = null!;

    public string ServiceName { get; private set; } = "";

    public string ServiceSlug { get; private set; } = "";

    /// <summary>Empty for whoever is free.</summary>
    public string TherapistName { get; private set; } = "";

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    /// <summary>The time that is held for this place now; null for none.</summary>
    public Appointment? Held { get; private set; }

    /// <summary>Where it is booked.</summary>
    public string HoldPath => holds.HoldPathOf(Held!.Id);

    private string? Token => (string?)RouteData.Values["token"];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        if (addresses.Read(Token) is not { } id || await db.WaitingList.AsNoTracking().FirstOrDefaultAsync(entry => entry.Id == id, cancellation) is not { } found)
        {
            return NotFound();
        }

        Entry = found;
        Zone = await offers.ZoneAsync(cancellation);
        (ServiceName, ServiceSlug) = await db.Services.Where(service => service.Id == found.ServiceId).Select(service => new ValueTuple<string, string>(service.Name, service.Slug)).SingleAsync(cancellation);
        TherapistName = await db.Therapists.Where(therapist => therapist.Id == found.TherapistId).Select(therapist => therapist.Name).FirstOrDefaultAsync(cancellation) ?? "";
        Held = found.State is WaitingState.Offered
            ? await db.Appointments.AsNoTracking().Include(each => each.Therapist).FirstOrDefaultAsync(each => each.Id == found.OfferedId && each.State == AppointmentState.Held, cancellation)
            : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (addresses.Read(Token) is not { } id || !await desk.LeaveAsync(id, personId: null, cancellation))
        {
            return NotFound();
        }

        return new RedirectResult(RequestLanguage.Of(HttpContext).Address(addresses.PathOf(id)), permanent: false, preserveMethod: false);
    }
}
