using Unknot.Practice.Booking;

namespace Unknot.Practice.Waiting;

/// <summary>What somebody asks of the waiting list, as it came; what could not be read is null.</summary>
public sealed record WaitingDraft
{
    public required ServiceId Service { get; init; }

    public int? Minutes { get; init; }

    /// <summary>Null for whoever is free.</summary>
    public TherapistId? Therapist { get; init; }

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>Of the mails: <c>en</c> or <c>es</c>.</summary>
    public required string Language { get; init; }

    public DateOnly? FirstDay { get; init; }

    public DateOnly? LastDay { get; init; }

    /// <summary>As <see cref="WaitingEntry.Days"/>.</summary>
    public int Days { get; init; }

    public int? EarliestMinute { get; init; }

    public int? LatestMinute { get; init; }

    /// <summary>That the details are kept for this.</summary>
    public bool HasConsented { get; init; }
}

/// <summary>What can be wrong with it.</summary>
public enum WaitingProblem
{
    /// <summary>None of the service's lengths.</summary>
    LengthWrong,

    /// <summary>Nobody who gives the service.</summary>
    TherapistWrong,
    NoDays,
    FirstDayMissing,

    /// <summary>None, before the first one, or past.</summary>
    LastDayWrong,

    /// <summary>More than <see cref="WaitingDesk.MostDaysAhead"/> days away.</summary>
    TooFar,

    /// <summary>Not read, or the latest start before the earliest.</summary>
    HoursWrong,
    NameMissing,
    NameTooLong,
    EmailMissing,
    EmailWrong,
    PhoneTooLong,

    /// <summary>A line break, or a character that no text has.</summary>
    NotText,
    ConsentMissing,

    /// <summary>This address waits <see cref="WaitingDesk.MostPlaces"/> times already.</summary>
    TooMany,
}
