using NodaTime;
using NodaTime.Text;
using Unknot.Practice.Booking;

namespace Unknot.Web.Features.Console.Calendar;

public enum CalendarKind
{
    Day,
    Week,
    Month,
}

/// <summary>What of the calendar somebody looks at; the same as the query of its address.</summary>
/// <param name="Date">Some day of it.</param>
/// <param name="Therapist">Null for all.</param>
public sealed record CalendarView(CalendarKind Kind, LocalDate Date, TherapistId? Therapist)
{
    public const string Path = "/console/calendar";

    private const string Everybody = "all";

    /// <summary>First day that is shown.</summary>
    public LocalDate First => Kind switch
    {
        CalendarKind.Day => Date,
        CalendarKind.Week => Date.With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)),
        _ => Date.With(DateAdjusters.StartOfMonth).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Monday)),
    };

    /// <summary>Last day that is shown.</summary>
    public LocalDate Last => Kind switch
    {
        CalendarKind.Day => Date,
        CalendarKind.Week => First.PlusDays(6),
        _ => Date.With(DateAdjusters.EndOfMonth).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday)),
    };

    public string Address => $"{Path}?{Query}";

    /// <summary>Without the question mark.</summary>
    public string Query => $"view={Kind.ToString().ToLowerInvariant()}&date={LocalDatePattern.Iso.Format(Date)}&therapist={Therapist?.ToString() ?? Everybody}";

    public CalendarView Next(int steps) => this with
    {
        Date = Kind switch
        {
            CalendarKind.Day => Date.PlusDays(steps),
            CalendarKind.Week => Date.PlusWeeks(steps),
            _ => Date.PlusMonths(steps),
        },
    };

    /// <param name="own">Shown when the query names nobody; null for all.</param>
    /// <returns>Null when the query is none of a calendar.</returns>
    public static CalendarView? Read(IQueryCollection query, LocalDate today, TherapistId? own)
    {
        ArgumentNullException.ThrowIfNull(query);
        CalendarKind? kind = query["view"].ToString() switch
        {
            "" or "day" => CalendarKind.Day,
            "week" => CalendarKind.Week,
            "month" => CalendarKind.Month,
            _ => null,
        };
        var date = query["date"].ToString() is { Length: > 0 } text ? LocalDatePattern.Iso.Parse(text) : ParseResult<LocalDate>.ForValue(today);
        var therapist = query["therapist"].ToString();
        Guid id = default;
        if (kind is not { } known || !date.Success || date.Value.Year is < 2000 or > 2200 || (therapist is not ("" or Everybody) && !Guid.TryParse(therapist, out id)))
        {
            return null;
        }

        return new CalendarView(known, date.Value, therapist switch { "" => own, Everybody => null, _ => TherapistId.Of(id) });
    }
}
