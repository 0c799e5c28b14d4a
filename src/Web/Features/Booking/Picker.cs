using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Unknot.Practice.Booking;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Booking;

/// <summary>What stands of a day in the month.</summary>
public enum DayKind
{
    Past,

    /// <summary>Nobody works.</summary>
    Closed,

    /// <summary>Somebody works, and nothing is left.</summary>
    Full,
    Free,

    /// <summary>Later than can be booked.</summary>
    Beyond,
}

/// <param name="Free">Number of free times.</param>
/// <param name="Reason">Of a closed day, in the practice's words; may be empty.</param>
public sealed record PickerDay(LocalDate Date, DayKind Kind, int Free, string Reason);

/// <summary>A month with its free days and the times of one, or the next free days as a list. To take a time, one of its buttons sends its form.</summary>
public sealed class Picker
{
    internal const string StartField = "start";
    internal const string MonthField = "month";
    internal const string DayField = "day";
    internal const string ViewField = "view";

    private const int DaysInList = 7;

    /// <summary>Months that are shown after the last that can be booked; what is further away is a mistyped address.</summary>
    private const int MonthsBeyond = 12;

    private readonly Instant _now;
    private readonly string _query;
    private readonly LocalDate _lastDay;

    private Picker(Offer offer, Instant now, string path, string query)
    {
        (Offer, _now, Path, _query) = (offer, now, path, query);
        (Today, _lastDay) = (now.InZone(offer.Zone).Date, offer.LastDay(now));
    }

    public Offer Offer { get; }

    /// <summary>Where the form is sent, and the page it stands on.</summary>
    public string Path { get; }

    public LocalDate Today { get; }

    public LocalDate LastDay => _lastDay;

    /// <summary>First of the month that is shown.</summary>
    public LocalDate Month { get; private init; }

    public bool IsList { get; private init; }

    /// <summary>The first time that is free at all; null when there is none.</summary>
    public FreeTime? Next { get; private init; }

    public ImmutableArray<PickerDay> Days { get; private init; } = [];

    /// <summary>The day whose times are shown; null for none.</summary>
    public LocalDate? Day { get; private init; }

    /// <summary>Days with their free times: of <see cref="Day"/>, or of the list.</summary>
    public ImmutableArray<(LocalDate Date, ImmutableArray<FreeTime> Times)> Times { get; private init; } = [];

    /// <summary>First day of the rest of the list; null when there is no more.</summary>
    public LocalDate? More { get; private init; }

    /// <summary>What the form sends beside the time.</summary>
    public IReadOnlyList<(string Name, string Value)> Hidden { get; init; } = [];

    public bool HasMonthBefore => Month > Today.With(DateAdjusters.StartOfMonth);

    public bool HasMonthAfter => Month < _lastDay.With(DateAdjusters.StartOfMonth);

    /// <param name="query">What was asked of the month, the day and the view.</param>
    /// <returns>Null when a month or day is none, or far from all that can be booked.</returns>
    internal static Picker? Read(Offer offer, Instant now, string path, string choice, IQueryCollection query, IReadOnlyList<(string Name, string Value)> hidden)
    {
        var today = now.InZone(offer.Zone).Date;
        var lastDay = offer.LastDay(now);
        if (!TryRead(query[DayField], LocalDatePattern.Iso, out var day) || !TryRead(query[MonthField], MonthPattern, out var month)
            || IsFar(day) || IsFar(month))
        {
            return null;
        }

        var isList = query[ViewField] == "list";
        var free = new FreeDays(offer, now);
        var next = free.FirstFrom(now);
        var shown = (month ?? day ?? next?.Start.InZone(offer.Zone).Date ?? today).With(DateAdjusters.StartOfMonth);
        var chosen = day ?? (next?.Start.InZone(offer.Zone).Date is { } nextDay && nextDay.With(DateAdjusters.StartOfMonth) == shown ? nextDay : null);
        if (isList)
        {
            var (days, more) = free.DaysFrom(day ?? today, DaysInList);
            return new Picker(offer, now, path, choice) { Month = shown, IsList = true, Next = next, Times = days, More = more, Hidden = hidden };
        }

        var ofMonth = free.Between(shown, shown.With(DateAdjusters.EndOfMonth));
        return new Picker(offer, now, path, choice)
        {
            Month = shown,
            Next = next,
            Day = chosen,
            Days = [.. Enumerable.Range(0, shown.Calendar.GetDaysInMonth(shown.Year, shown.Month)).Select(number => DayOf(shown.PlusDays(number)))],
            Times = chosen is { } of && ofMonth.TryGetValue(of, out var times) ? [(of, times)] : [],
            Hidden = hidden,
        };

        bool IsFar(LocalDate? date) => date is { } asked && (asked < today.PlusMonths(-MonthsBeyond) || asked > lastDay.PlusMonths(MonthsBeyond));

        PickerDay DayOf(LocalDate date)
        {
            var number = ofMonth.TryGetValue(date, out var times) ? times.Length : 0;
            var kind = date < today ? DayKind.Past
                : date > lastDay ? DayKind.Beyond
                : number > 0 ? DayKind.Free
                : offer.IsOpenOn(date) ? DayKind.Full : DayKind.Closed;
            return new PickerDay(date, kind, number, kind == DayKind.Closed ? offer.ClosureOn(date) : "");
        }
    }

    /// <summary>The weeks of the month, each of seven; null before its first day and after its last.</summary>
    internal IEnumerable<PickerDay?[]> Weeks()
    {
        var lead = ((int)Days[0].Date.DayOfWeek % 7 - (int)CultureInfo.CurrentUICulture.DateTimeFormat.FirstDayOfWeek + 7) % 7;
        return Enumerable.Repeat<PickerDay?>(null, lead).Concat(Days).Chunk(7).Select(week => (PickerDay?[])[.. week, .. Enumerable.Repeat<PickerDay?>(null, 7 - week.Length)]);
    }

    /// <summary>As the language begins its week.</summary>
    internal static IEnumerable<DayOfWeek> WeekDays() => Enumerable.Range(0, 7).Select(number => (DayOfWeek)(((int)CultureInfo.CurrentUICulture.DateTimeFormat.FirstDayOfWeek + number) % 7));

    internal string MonthAddress(int months) => Address((MonthField, MonthPattern.Format(Month.PlusMonths(months))), "#month");

    internal string DayAddress(LocalDate day) => Address((DayField, LocalDatePattern.Iso.Format(day)), "#times");

    internal string ViewAddress(bool list) => list ? Address((ViewField, "list"), "#month") : Address(null, "#month");

    internal string MoreAddress() => $"{Address((ViewField, "list"), "")}&{DayField}={LocalDatePattern.Iso.Format(More!.Value)}#month";

    internal static string Machine(Instant instant) => InstantPattern.General.Format(instant);

    /// <returns>Null when it is no instant.</returns>
    internal static Instant? ReadStart(string? text) => InstantPattern.General.Parse(text ?? "") is { Success: true } read ? read.Value : null;

    /// <summary>Times of a day under the words for the part of the day, those without any left out.</summary>
    internal IEnumerable<(string Part, IEnumerable<FreeTime> Times)> Parts(Texts T, ImmutableArray<FreeTime> times) => times
        .GroupBy(free => free.Start.InZone(Offer.Zone).Hour switch { < 12 => 0, < 17 => 1, _ => 2 })
        .Select(part => (part.Key switch { 0 => T["Morning"], 1 => T["Afternoon"], _ => T["Evening"] }, (IEnumerable<FreeTime>)part));

    private static LocalDatePattern MonthPattern { get; } = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM");

    private static bool TryRead(string? text, LocalDatePattern pattern, out LocalDate? date)
    {
        var read = string.IsNullOrEmpty(text) ? null : pattern.Parse(text);
        date = read is { Success: true } ? read.Value : null;
        return read is null or { Success: true };
    }

    private string Address((string Name, string Value)? part, string fragment)
    {
        var query = string.Join('&', ((string[])[_query, part is var (name, value) ? $"{name}={value}" : ""]).Where(text => text.Length > 0));
        return query.Length == 0 ? $"{Path}{fragment}" : $"{Path}?{query}{fragment}";
    }
}
