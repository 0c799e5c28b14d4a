using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.BookingApi;

/// <summary>Tells a program of a session what its client may know.</summary>
internal sealed class SessionAnswers(PracticeDb db, BookingAddresses addresses)
{
    /// <returns>The session, or why it is not as was wished.</returns>
    internal async Task<(Sessions.Response? Session, ProblemHttpResult? Problem)> OfAsync(BookingOutcome outcome, HttpContext context, CancellationToken cancellation) => outcome switch
    {
        BookingOutcome.Done done => (await OfAsync(done.Appointment.Id, context, cancellation), null),
        BookingOutcome.Taken taken => (null, Answers.Taken(taken.Nearest)),
        BookingOutcome.TooLate late => (null, Answers.TooLate(late)),
        BookingOutcome.NotOffered => (null, Answers.NotOffered()),
        _ => (null, Answers.Changed()),
    };

    /// <returns>Null when nobody has booked it.</returns>
    internal async Task<Sessions.Response?> OfAsync(AppointmentId id, HttpContext context, CancellationToken cancellation)
    {
        if (await db.Appointments.AsNoTracking().Include(each => each.Service).FirstOrDefaultAsync(each => each.Id == id && each.ClientId != null && each.ServiceId != null, cancellation) is not { } found)
        {
            return null;
        }

        return new Sessions.Response(
            addresses.TokenOf(id),
            SiteAddress.Of(context, addresses.PathOf(id)),
            found.State.ToString(),
            found.StartsAtUtc,
            found.EndsAtUtc,
            found.Service!.Slug,
            found.TherapistId.Value,
            found.PriceCents,
            found.StartsAtUtc.AddHours(-found.Service.MoveHours),
            found.StartsAtUtc.AddHours(-found.Service.CancelHours));
    }
}
