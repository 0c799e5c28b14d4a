using System.Security.Claims;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Receipts;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.BookingApi;

/// <summary>Whoever sent a key. What is done with it was done by the owner who made it; the trail names the key as well.</summary>
internal sealed class KeyHolder(IHttpContextAccessor http, PracticeDb db, TimeProvider time)
{
    internal Guid PersonId => Guid.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!);

    internal PracticeHost Host => new(PersonId, IsOwner: true);

    internal Viewer Viewer => new(PersonId, IsOwner: true);

    private ClaimsPrincipal User => http.HttpContext!.User;

    /// <summary>Adds an entry to what the next save writes.</summary>
    internal void Note(string action, string subject, string subjectId) =>
        AuditTrail.Note(db, time, PersonId, action, subject, subjectId, $"by key {User.FindFirstValue(KeyHandler.Key)}");

    /// <summary>Writes down that personal data was read.</summary>
    internal async Task NoteReadAsync(string action, string subject, string subjectId, CancellationToken cancellation)
    {
        Note(action, subject, subjectId);
        await db.SaveChangesAsync(cancellation);
    }
}
