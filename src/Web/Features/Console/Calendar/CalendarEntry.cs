using NodaTime;
using Unknot.Practice.Booking;

namespace Unknot.Web.Features.Console.Calendar;

/// <summary>Something in the calendar, as it is shown there.</summary>
/// <param name="Name">The client's; of blocked time its reason, of a hold nothing.</param>
/// <param name="Service">Null for blocked time.</param>
/// <param name="Step">Minutes by which it moves.</param>
/// <param name="MayChange">May whoever looks at it move it?</param>
public sealed record CalendarEntry(
    AppointmentId Id, TherapistId TherapistId, string Therapist, AppointmentState State, Instant Start, Instant End,
    string Name, string? Service, string? Room, int PriceCents, int Step, int Version, bool IsSeries, bool MayChange)
{
    public int Minutes => (int)(End - Start).TotalMinutes;

    public bool IsMovable => MayChange && State is AppointmentState.Confirmed or AppointmentState.Pending or AppointmentState.Blocked;

    /// <summary>Whom or what it is about.</summary>
    public string Title => (State, Name) switch
    {
        (AppointmentState.Held, _) => "Somebody is booking",
        (AppointmentState.Blocked, "") => "Blocked",
        _ => Name,
    };
}

/// <summary>An entry in a column of a day.</summary>
/// <param name="Row">In steps of five minutes from the top.</param>
/// <param name="Span">In such steps, at least one.</param>
/// <param name="Lane">From the left, where several are beside each other.</param>
public sealed record PlacedEntry(CalendarEntry Entry, int Row, int Span, int Lane, int Lanes);

/// <summary>One day of one therapist, or of all of them.</summary>
/// <param name="From">The top.</param>
/// <param name="Rows">Steps of five minutes that really pass: fewer and more where the clocks change.</param>
/// <param name="Open">When somebody works, as rows.</param>
/// <param name="Labels">Full hours on the wall clock, by row.</param>
/// <param name="NowRow">Null when now is not in it.</param>
/// <param name="ClocksChange">Between its top and its bottom.</param>
public sealed record CalendarColumn(
    LocalDate Date, Therapist? Therapist, bool MayChange, Instant From, int Rows, IReadOnlyList<(int Row, int Span)> Open,
    IReadOnlyList<(int Row, string Words)> Labels, IReadOnlyList<PlacedEntry> Entries, int? NowRow, bool ClocksChange);

/// <summary>What a stretch of the calendar comes to.</summary>
/// <param name="Sessions">Confirmed and given.</param>
/// <param name="OpenMinutes">In which somebody works.</param>
public sealed record CalendarTotals(int Sessions, int Minutes, int PriceCents, int Requests, int NoShows, int OpenMinutes)
{
    /// <summary>How much of the open hours is booked, in percent; null when there are none.</summary>
    public int? BookedPercent => OpenMinutes == 0 ? null : (int)Math.Round(100.0 * Minutes / OpenMinutes);
}

/// <summary>All that a view shows.</summary>
/// <param name="Therapists">Of the practice.</param>
/// <param name="Own">Of whoever looks at it; null when that is no therapist.</param>
/// <param name="Columns">Of a day by therapist, of a week by day; empty for a month.</param>
/// <param name="Entries">In order of their start.</param>
public sealed record CalendarSheet(
    CalendarView View, DateTimeZone Zone, LocalDate Today, IReadOnlyList<Therapist> Therapists, TherapistId? Own, IReadOnlyList<CalendarColumn> Columns,
    IReadOnlyList<CalendarEntry> Entries, CalendarTotals Totals, string Currency);
