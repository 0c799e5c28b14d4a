using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Booking.News;
using Unknot.Practice.Mail;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Waiting;

/// <summary>
/// Offers free times to those who wait: who came first is asked first, each is asked for one time at once, and each time is held for one person. Any number of nodes may run this at the same time:
/// the hold that an offer makes is named after the place and its version, so that two nodes make the same one, and who gets a time is decided by the constraints of the database.
/// </summary>
public sealed partial class WaitingRun(PracticeDb db, OfferBook offers, BookingDesk desk, BookingLinks links, TimeProvider time, ILogger<WaitingRun> log)
{
    /// <summary>How long a time is held for somebody who waits.</summary>
    public static readonly TimeSpan OfferTime = TimeSpan.FromHours(2);

    /// <summary>How many times may be held for the list at once, so that places taken in bad faith cannot close the practice.</summary>
    internal const int MostOpenOffers = 10;

    /// <summary>How many mails with an offer one person gets in a day.</summary>
    internal const int MostOffersADay = 3;

    private readonly Dictionary<(ServiceId, int, TherapistId?), IReadOnlyList<FreeTime>> _free = [];

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    /// <returns>How many times were offered.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        await desk.ExpireAsync(cancellation);
        var zone = await offers.ZoneAsync(cancellation);
        var living = await SettleAsync(zone, cancellation);
        if (await db.BookingSettings.AnyAsync(settings => !settings.IsOpen, cancellation))
        {
            return 0;
        }

        _free.Clear();
        var (open, offered) = (living.Count(entry => entry.State is WaitingState.Offered), 0);
        foreach (var entry in living.Where(entry => entry.State is WaitingState.Waiting))
        {
            if (open + offered >= MostOpenOffers)
            {
                break;
            }

            offered += await OfferAsync(entry, zone, cancellation) ? 1 : 0;
        }

        return offered;
    }

    /// <summary>Notes what has become of offers, and whose last day is past.</summary>
    /// <returns>Those who still wait, in order; not tracked.</returns>
    private async Task<List<WaitingEntry>> SettleAsync(DateTimeZone zone, CancellationToken cancellation)
    {
        var today = Now.InZone(zone).Date.ToDateOnly();
        var entries = await db.WaitingList.Where(entry => entry.State == WaitingState.Waiting || entry.State == WaitingState.Offered)
            .OrderBy(entry => entry.CreatedAtUtc).ThenBy(entry => entry.Id).ToListAsync(cancellation);
        var ids = entries.Select(entry => entry.OfferedId).OfType<AppointmentId>().ToList();
        var holds = await db.Appointments.AsNoTracking().Where(each => ids.Contains(each.Id)).ToDictionaryAsync(each => each.Id, cancellation);
        foreach (var entry in entries)
        {
            // An offer that had run out can still be booked while nobody else has the time.
            var hold = entry.OfferedId is { } id ? holds[id] : null;
            if (hold?.ClientId is not null)
            {
                WaitingDesk.End(entry, WaitingState.Booked);
            }
            else if (entry.State is WaitingState.Offered && hold?.State is not AppointmentState.Held)
            {
                entry.State = WaitingState.Waiting;
                entry.Version++;
            }

            if (entry.State is WaitingState.Waiting && entry.LastDay < today)
            {
                WaitingDesk.End(entry, WaitingState.Over);
            }

            if (!await TrySaveAsync(cancellation))
            {
                return [];      // another node is at it
            }
        }

        db.ChangeTracker.Clear();
        return [.. entries.Where(entry => entry.State is WaitingState.Waiting or WaitingState.Offered)];
    }

    private async Task<bool> OfferAsync(WaitingEntry entry, DateTimeZone zone, CancellationToken cancellation)
    {
        var before = await EarlierOffersAsync(entry, cancellation);
        var key = KeyOf(entry.Id, entry.Version);
        if (before.Find(hold => hold.RequestKey == key) is { } untold)
        {
            return await TellAsync(entry, untold, zone, cancellation);      // left from a node that died before it could tell
        }

        var day = time.GetUtcNow().UtcDateTime.AddDays(-1);
        if (before.Count(hold => hold.CreatedAtUtc > day) >= MostOffersADay)
        {
            return false;
        }

        var wish = new SessionWish(entry.ServiceId, entry.Minutes, [], entry.TherapistId);
        foreach (var free in (await FreeAsync(wish, cancellation)).Where(free => Fits(entry, free.Start, zone) && !before.Exists(hold => Touches(hold, free.Start, entry.Minutes))))
        {
            switch (await desk.HoldAsync(wish, free.Start, key, cancellation))
            {
                case BookingOutcome.Done done:
                    _free.Clear();
                    return await TellAsync(entry, done.Appointment, zone, cancellation);
                case BookingOutcome.Taken:
                    _free.Clear();      // somebody was faster; there may be another time for the next run
                    return false;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>Keeps the time for as long as an offer lasts, notes the offer and writes the mail, all at once; or frees the time again when its owner has left in this moment.</summary>
    private async Task<bool> TellAsync(WaitingEntry seen, Appointment made, DateTimeZone zone, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var entry = await db.WaitingList.FirstOrDefaultAsync(each => each.Id == seen.Id, cancellation);
        if (entry is { State: WaitingState.Waiting } && entry.Version == seen.Version)
        {
            var now = time.GetUtcNow().UtcDateTime;
            var hold = await db.Appointments.FirstOrDefaultAsync(each => each.Id == made.Id && each.State == AppointmentState.Held && each.HoldEndsAtUtc > now, cancellation);
            entry.OfferedId = made.Id;
            entry.Version++;
            if (hold is not null)
            {
                (hold.HoldEndsAtUtc, hold.Version) = (now + OfferTime, hold.Version + 1);
                entry.State = WaitingState.Offered;
                await WriteAsync(entry, hold, zone, cancellation);
            }

            // Else it has run out untold: the next run offers another time.
            if (await TrySaveAsync(cancellation))
            {
                if (hold is not null)
                {
                    LogOffered(entry.Id, made.Id);
                }

                return hold is not null;
            }
        }

        if (!await db.WaitingList.AnyAsync(each => each.Id == seen.Id && each.OfferedId == made.Id && each.State != WaitingState.Left, cancellation))
        {
            await db.Appointments.Where(each => each.Id == made.Id && each.State == AppointmentState.Held).ExecuteUpdateAsync(
                change => change.SetProperty(each => each.State, AppointmentState.Expired).SetProperty(each => each.Version, each => each.Version + 1), cancellation);
        }

        return false;
    }

    private async Task WriteAsync(WaitingEntry entry, Appointment hold, DateTimeZone zone, CancellationToken cancellation)
    {
        var facts = await SessionFacts.ReadAsync(db, hold, cancellation);
        var words = BookingWords.In(entry.Language);
        var text = string.Join("\n\n",
            words.Hello(entry.Name),
            words.Offer(words.Moment(hold.HoldEndsAtUtc!.Value, zone)),
            $"{words.When(hold.StartsAtUtc, hold.EndsAtUtc, zone)}\n{words.What(facts.Service.Name, entry.Minutes, hold.AddOns, facts.Therapist)}\n{words.Price(words.Amount(hold.PriceCents, facts.Booking.Currency))}",
            words.OfferLink(links.Hold(hold.Id, entry.Language), links.Place(entry.Id, entry.Language)),
            $"{facts.Practice.Name}\n{facts.Practice.Phone}".Trim()) + "\n";
        Outbox.Add(db, time, "waiting", entry.Email, words.OfferSubject(words.DayOf(hold.StartsAtUtc, zone)), text, replyTo: null, $"offer:{hold.Id}");
    }

    private async Task<IReadOnlyList<FreeTime>> FreeAsync(SessionWish wish, CancellationToken cancellation)
    {
        var key = (wish.Service, wish.Minutes, wish.Therapist);
        if (!_free.TryGetValue(key, out var free))
        {
            // What begins before the offer ends is too soon to be offered, whatever the service's notice says.
            var (now, from) = (Now, Now + Duration.FromTimeSpan(OfferTime));
            var to = now + Duration.FromDays(WaitingDesk.MostDaysAhead + 2);
            var offer = await offers.ReadAsync(wish, now, from, to, except: null, cancellation);
            _free[key] = free = offer?.FreeTimes(now, from, to) ?? [];
        }

        return free;
    }

    private static bool Fits(WaitingEntry entry, Instant start, DateTimeZone zone)
    {
        var local = start.InZone(zone);
        var (day, minute) = (local.Date.ToDateOnly(), (local.Hour * 60) + local.Minute);
        return day >= entry.FirstDay && day <= entry.LastDay
            && (entry.Days >> ((int)local.DayOfWeek - 1) & 1) == 1
            && minute >= entry.EarliestMinute && minute <= entry.LatestMinute;
    }

    /// <summary>Who let 10:00 pass does not want 10:15 either: the whole time is the next person's.</summary>
    private static bool Touches(Appointment hold, Instant start, int minutes)
    {
        var begin = start.ToDateTimeUtc();
        return begin < hold.EndsAtUtc && hold.StartsAtUtc < begin.AddMinutes(minutes);
    }

    private async Task<List<Appointment>> EarlierOffersAsync(WaitingEntry entry, CancellationToken cancellation)
    {
        var keys = Enumerable.Range(1, entry.Version).Select(version => KeyOf(entry.Id, version)).ToList();
        return await db.Appointments.AsNoTracking().Where(each => keys.Contains(each.RequestKey)).ToListAsync(cancellation);
    }

    /// <summary>The same for every node, and another one for every offer.</summary>
    private static Guid KeyOf(WaitingId id, int version) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"waiting:{id}:{version}")).AsSpan(0, 16));

    /// <returns>False when another node, or its owner, changed it meanwhile.</returns>
    private async Task<bool> TrySaveAsync(CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DbUpdateException trouble) when (trouble is DbUpdateConcurrencyException || Conflict.IsRepeated(trouble))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    [LoggerMessage(LogLevel.Information, "Place {Place} of the waiting list was offered the hold {Hold}.")]
    private partial void LogOffered(WaitingId place, AppointmentId hold);
}
