using System.Globalization;
using Unknot.Practice.Booking;
using Unknot.Practice.Waiting;

namespace Unknot.Web.Features.Waiting;

/// <summary>What was typed into the form of the waiting list: every text as it came.</summary>
public sealed record WaitingForm
{
    internal const string LengthField = "minutes";
    internal const string TherapistField = "therapist";
    internal const string DaysField = "day";
    internal const string FirstField = "from";
    internal const string LastField = "to";
    internal const string EarliestField = "earliest";
    internal const string LatestField = "latest";
    internal const string NameField = "name";
    internal const string EmailField = "email";
    internal const string PhoneField = "phone";
    internal const string AgreesField = "agrees";
    internal const string MarkField = "form";

    /// <summary>Nobody sees it, so whoever fills it in is a program.</summary>
    internal const string TrapField = "website";

    private const string DayFormat = "yyyy-MM-dd";
    private const int LastMinute = (24 * 60) - 1;

    public string Minutes { get; init; } = "";

    public string Therapist { get; init; } = "";

    /// <summary>Bit 0 is Monday.</summary>
    public int Days { get; init; } = 127;

    public string First { get; init; } = "";

    public string Last { get; init; } = "";

    /// <summary>Minutes from midnight; empty for any time.</summary>
    public string Earliest { get; init; } = "";

    /// <summary>Minutes from midnight; empty for any time.</summary>
    public string Latest { get; init; } = "";

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public string Phone { get; init; } = "";

    public bool Agrees { get; init; }

    /// <summary>A month from today, any day, any time.</summary>
    internal static WaitingForm For(DateOnly today, int windowDays) => new()
    {
        First = Machine(today),
        Last = Machine(today.AddDays(Math.Min(30, windowDays))),
    };

    internal static WaitingForm Read(IFormCollection form) => new()
    {
        Minutes = form[LengthField].ToString(),
        Therapist = form[TherapistField].ToString(),
        Days = form[DaysField].Where(day => day is [>= '1' and <= '7']).Aggregate(0, (days, day) => days | 1 << (day![0] - '1')),
        First = form[FirstField].ToString(),
        Last = form[LastField].ToString(),
        Earliest = form[EarliestField].ToString(),
        Latest = form[LatestField].ToString(),
        Name = form[NameField].ToString(),
        Email = form[EmailField].ToString(),
        Phone = form[PhoneField].ToString(),
        Agrees = form[AgreesField] == "yes",
    };

    internal static string Machine(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    internal WaitingDraft ToDraft(ServiceId service, string language) => new()
    {
        Service = service,
        Minutes = Number(Minutes),

        // A name that is none is nobody who gives the service.
        Therapist = Therapist.Length == 0 ? null : new TherapistId(Guid.TryParseExact(Therapist, "D", out var id) ? id : Guid.Empty),
        Days = Days,
        FirstDay = Day(First),
        LastDay = Day(Last),
        EarliestMinute = Earliest.Length == 0 ? 0 : Number(Earliest),
        LatestMinute = Latest.Length == 0 ? LastMinute : Number(Latest),
        Name = Name,
        Email = Email,
        Phone = Phone,
        HasConsented = Agrees,
        Language = language,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <param name="Field">Name of the field, or empty when it is about none.</param>
public sealed record FieldProblem(string Field, string Text);
