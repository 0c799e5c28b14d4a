using System.Globalization;
using NodaTime;

namespace Unknot.Practice.Booking.News;

/// <summary>Texts of the mails about sessions and the waiting list, in one language. A subject names neither the service nor anything about health.</summary>
internal abstract class BookingWords
{
    private static readonly BookingWords English = new EnglishWords();
    private static readonly BookingWords Spanish = new SpanishWords();

    /// <param name="language">Two letters; English for one that is not known.</param>
    internal static BookingWords In(string language) => language == "es" ? Spanish : English;

    internal abstract string Hello(string name);

    /// <param name="day">The day, without the time: who reads over a shoulder learns little.</param>
    internal abstract string Subject(Occasion occasion, string day);

    /// <param name="before">When it was; null for what was not moved.</param>
    internal abstract string Lead(Occasion occasion, string? before);

    internal abstract string What(string service, int minutes, string addOns, string therapist);

    internal abstract string Price(string amount);

    /// <summary>Until when it can be moved and cancelled.</summary>
    /// <param name="move">Null when it is too late already.</param>
    /// <param name="cancel">Null when it is too late already.</param>
    internal abstract string Limits(string? move, string? cancel);

    internal abstract string Link(string address);

    internal abstract string JoinedSubject();

    internal abstract string Joined(string service, int minutes, string place);

    internal abstract string OfferSubject(string day);

    internal abstract string Offer(string until);

    internal abstract string OfferLink(string hold, string place);

    /// <summary>"Tuesday, March 3, 2026".</summary>
    internal abstract string Day(LocalDate day);

    /// <summary>"10:00 am".</summary>
    internal abstract string Clock(LocalTime time);

    /// <summary>"90.00", as the language writes it.</summary>
    protected abstract string Number(decimal amount);

    /// <summary>"from 10:00 to 11:00", with the zone.</summary>
    protected abstract string Span(string from, string to, string zone);

    /// <summary>A day and a time on it, with the short name of the zone as it is then.</summary>
    internal string Moment(DateTime utc, DateTimeZone zone)
    {
        var local = Instant.FromDateTimeUtc(utc).InZone(zone);
        return $"{Day(local.Date)}, {Clock(local.TimeOfDay)} {local.GetZoneInterval().Name}";
    }

    internal string DayOf(DateTime utc, DateTimeZone zone) => Day(Instant.FromDateTimeUtc(utc).InZone(zone).Date);

    /// <summary>Day, times and zone of a session, on two lines.</summary>
    internal string When(DateTime startUtc, DateTime endUtc, DateTimeZone zone)
    {
        var (start, end) = (Instant.FromDateTimeUtc(startUtc).InZone(zone), Instant.FromDateTimeUtc(endUtc).InZone(zone));
        return $"{Day(start.Date)}\n{Span(Clock(start.TimeOfDay), Clock(end.TimeOfDay), $"{start.GetZoneInterval().Name} ({zone.Id})")}";
    }

    internal string Amount(int cents, string currency) => currency == "USD" ? $"${Number(cents / 100m)}" : $"{Number(cents / 100m)} {currency}";

    private protected static string With(decimal amount, string mark) => amount.ToString("0.00", CultureInfo.InvariantCulture).Replace(".", mark, StringComparison.Ordinal);
}
