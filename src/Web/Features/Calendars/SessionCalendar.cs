using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Calendars;

/// <summary><c>GET /book/session/{token}/calendar.ics</c>: a session for its client's calendar. The same event as in the mails, so that a calendar has it once.</summary>
internal static class SessionCalendar
{
    internal static void MapSessionCalendar(this IEndpointRouteBuilder app) => app
        .MapMethods("/book/session/{token}/calendar.ics", [HttpMethods.Get, HttpMethods.Head], HandleAsync).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound>> HandleAsync(
        string token, BookingAddresses addresses, PracticeDb db, SettingsShelf shelf, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        if (addresses.Read(token) is not { } id
            || await db.Appointments.AsNoTracking().FirstOrDefaultAsync(each => each.Id == id && each.ServiceId != null && each.ClientId != null, cancellation) is not { } appointment)
        {
            return TypedResults.NotFound();
        }

        var entry = CalendarFile.EntryOf(appointment, await shelf.CurrentAsync(cancellation), time.GetUtcNow().UtcDateTime, sender: null, client: null);
        return TypedResults.File(Encoding.UTF8.GetBytes(CalendarFile.Of(CalendarMethod.Publish, entry)), $"{CalendarFile.ContentType}; charset=utf-8; method=PUBLISH", "session.ics");
    }
}
