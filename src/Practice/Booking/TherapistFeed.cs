using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>
/// A therapist's calendar for other programs, behind a secret address. Who comes is named by initials and what for not at all: such a file lies in telephones and at their makers.
/// </summary>
public sealed class TherapistFeed(PracticeDb db, TimeProvider time)
{
    public static readonly TimeSpan Past = TimeSpan.FromDays(30);
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(180);

    /// <summary>What <see cref="Therapist.FeedHash"/> holds of a secret.</summary>
    public static string HashOf(string secret) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <returns>The file; null when the secret is nobody's, or was revoked. The same as long as the calendar is.</returns>
    public async Task<string?> ReadAsync(string secret, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var hash = HashOf(secret);
        if (await db.Therapists.AsNoTracking().FirstOrDefaultAsync(each => each.FeedHash == hash, cancellation) is not { } therapist)
        {
            return null;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var (from, to) = (now - Past, now + Ahead);
        var practice = await db.Settings.AsNoTracking().Select(settings => settings.Name).SingleOrDefaultAsync(cancellation) ?? SettingsDesk.ProductDefault().Name;
        var found = await db.Appointments.AsNoTracking()
            .Where(each => each.TherapistId == therapist.Id && each.EndsAtUtc > from && each.StartsAtUtc < to)
            .Where(each => each.State == AppointmentState.Pending || each.State == AppointmentState.Confirmed || each.State == AppointmentState.Done || each.State == AppointmentState.Blocked)
            .OrderBy(each => each.StartsAtUtc).ThenBy(each => each.Id)
            .Select(each => new { each.Id, each.State, each.StartsAtUtc, each.EndsAtUtc, each.Sequence, each.CreatedAtUtc, Name = each.Client == null ? "" : each.Client.Name })
            .ToListAsync(cancellation);
        return CalendarFile.Feed($"{practice}: {therapist.Name}", found.Select(each => new CalendarEntry
        {
            // Not the client's UID: a therapist who gets the practice's mail too would have one of the two overwritten.
            Uid = $"{each.Id}-busy@unknot",
            Sequence = each.Sequence,
            StampUtc = each.CreatedAtUtc,
            StartsAtUtc = each.StartsAtUtc,
            EndsAtUtc = each.EndsAtUtc,
            Summary = $"{each.State switch { AppointmentState.Blocked => "Blocked", AppointmentState.Pending => "Request", _ => "Session" }} {Initials(each.Name)}".Trim(),
            Status = each.State is AppointmentState.Pending ? CalendarStatus.Tentative : CalendarStatus.Confirmed,
        }));
    }

    private static string Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return string.Concat(words.Select(word => $"{word.EnumerateRunes().First()}."));
    }
}
