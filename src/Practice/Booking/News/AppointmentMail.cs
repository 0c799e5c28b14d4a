using Unknot.Practice.Mail;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking.News;

/// <summary>
/// Writes to the client and to the practice when a session is requested, booked, moved or cancelled. The messages are kept if and only if the change is.
/// </summary>
public sealed class AppointmentMail(BookingLinks links, TimeProvider time) : IAppointmentNews
{
    public async Task TellAsync(PracticeDb db, Appointment appointment, AppointmentChange change, DateTime? before, Guid? personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(appointment);
        if (appointment.ServiceId is null)
        {
            return;     // blocked time is nobody's session
        }

        // What it was before this change is still known to the context that saves it.
        var wasRequest = db.Entry(appointment).Property(each => each.State).OriginalValue is AppointmentState.Pending;
        var facts = await SessionFacts.ReadAsync(db, appointment, cancellation);
        if (appointment.ClientId is { } id && await db.Clients.FindAsync([id], cancellation) is { } client && MailAddresses.IsPlausible(client.Email))
        {
            TellClient(db, facts, client, OccasionOf(appointment, change, wasRequest, personId), before);
        }

        // Who changed it in the console knows; a practice without an address sees it in the console alone.
        if (personId is null && facts.Practice.Email.Length > 0)
        {
            TellPractice(db, facts, change, before);
        }
    }

    /// <summary>The reminder of a session that is confirmed and still to come.</summary>
    internal void Remind(PracticeDb db, SessionFacts facts, Client client)
    {
        Write(db, facts, client, Occasion.Reminder, null, null, ReminderKey(facts.Appointment));
    }

    /// <summary>The same session at the same time is spoken of once.</summary>
    internal static string ReminderKey(Appointment appointment) => $"reminder:{appointment.Id}:{appointment.StartsAtUtc:yyyyMMddTHHmm}";

    private static Occasion OccasionOf(Appointment appointment, AppointmentChange change, bool wasRequest, Guid? personId) => change switch
    {
        AppointmentChange.Requested => Occasion.Requested,
        AppointmentChange.Booked => Occasion.Booked,
        AppointmentChange.Moved => appointment.State is AppointmentState.Pending ? Occasion.RequestMoved : Occasion.Moved,
        AppointmentChange.Cancelled => personId is null ? Occasion.Cancelled : wasRequest ? Occasion.Declined : Occasion.CancelledByPractice,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private void TellClient(PracticeDb db, SessionFacts facts, Client client, Occasion occasion, DateTime? before)
    {
        // A request is no date yet. What was never in a calendar is not taken out of it either, and a calendar that does not know it does nothing.
        CalendarMethod? method = occasion switch
        {
            Occasion.Booked or Occasion.Moved => CalendarMethod.Request,
            Occasion.Cancelled or Occasion.CancelledByPractice => CalendarMethod.Cancel,
            _ => null,
        };
        var calendar = method is { } given
            ? CalendarFile.Of(given, CalendarFile.EntryOf(facts.Appointment, facts.Practice, time.GetUtcNow().UtcDateTime, links.Sender, client))
            : null;
        Write(db, facts, client, occasion, before, calendar, null);
    }

    private void Write(PracticeDb db, SessionFacts facts, Client client, Occasion occasion, DateTime? before, string? calendar, string? onceKey)
    {
        var (appointment, zone, words) = (facts.Appointment, facts.Zone, BookingWords.In(client.Language));
        var minutes = (int)(appointment.EndsAtUtc - appointment.StartsAtUtc).TotalMinutes;
        var isOff = occasion is Occasion.Cancelled or Occasion.CancelledByPractice or Occasion.Declined;
        var parts = new List<string>
        {
            words.Hello(client.Name),
            words.Lead(occasion, before is { } was ? words.Moment(was, zone) : null),
            string.Join('\n', new[]
            {
                words.When(appointment.StartsAtUtc, appointment.EndsAtUtc, zone),
                words.What(facts.Service.Name, minutes, appointment.AddOns, facts.Therapist),
                CalendarFile.EntryOf(appointment, facts.Practice, default, null, null).Location,
                isOff ? "" : words.Price(words.Amount(appointment.PriceCents, facts.Booking.Currency)),
            }.Where(line => line.Length > 0)),
        };
        if (!isOff)
        {
            parts.Add(words.Limits(Until(facts.Service.MoveHours), Until(facts.Service.CancelHours)));
            parts.Add(facts.Booking.LatePolicy.ReplaceLineEndings("\n").Trim());
            parts.Add(words.Link(links.Session(appointment.Id, client.Language)));
        }

        parts.Add($"{facts.Practice.Name}\n{facts.Practice.Phone}".Trim());
        var text = string.Join("\n\n", parts.Where(part => part.Length > 0)) + "\n";
        var subject = words.Subject(occasion, words.DayOf(appointment.StartsAtUtc, zone));
        Outbox.Add(db, time, occasion is Occasion.Reminder ? "reminder" : "booking", client.Email, subject, text, replyTo: null, onceKey, calendar);

        string? Until(int hours)
        {
            var last = appointment.StartsAtUtc - TimeSpan.FromHours(hours);
            return last > time.GetUtcNow().UtcDateTime ? words.Moment(last, zone) : null;
        }
    }

    /// <summary>When, and with whom; neither the client nor what is to be treated.</summary>
    private void TellPractice(PracticeDb db, SessionFacts facts, AppointmentChange change, DateTime? before)
    {
        var words = BookingWords.In("en");
        var subject = change switch
        {
            AppointmentChange.Requested => "A request waits for your answer",
            AppointmentChange.Booked => "A session was booked",
            AppointmentChange.Moved => "A session was moved by its client",
            AppointmentChange.Cancelled => "A session was cancelled by its client",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var was = change is AppointmentChange.Moved && before is { } start ? $"Before: {words.Moment(start, facts.Zone)}\n" : "";
        var text = $"{subject}:\n\n{words.When(facts.Appointment.StartsAtUtc, facts.Appointment.EndsAtUtc, facts.Zone)}\nWith {facts.Therapist}\n{was}\n{links.Calendar()}\n";
        Outbox.Add(db, time, "booking", Outbox.ThePractice, subject, text);
    }
}
