namespace Unknot.Practice.Booking;

/// <summary>One event of a calendar file (VEVENT of RFC 5545). Texts are given as they are meant to be read.</summary>
public sealed record CalendarEntry
{
    /// <summary>Names the event for its whole life, whatever becomes of it.</summary>
    public required string Uid { get; init; }

    /// <summary>Rises with every change that a calendar must see.</summary>
    public required int Sequence { get; init; }

    /// <summary>When this state of it was written down.</summary>
    public required DateTime StampUtc { get; init; }

    public required DateTime StartsAtUtc { get; init; }

    public required DateTime EndsAtUtc { get; init; }

    public required string Summary { get; init; }

    /// <summary>Empty for none.</summary>
    public string Location { get; init; } = "";

    public required CalendarStatus Status { get; init; }

    /// <summary>Who invites; null where nobody does.</summary>
    public CalendarPerson? Organizer { get; init; }

    /// <summary>Who is invited, and has accepted already; null where nobody is.</summary>
    public CalendarPerson? Attendee { get; init; }
}

/// <param name="Email">A plausible address.</param>
public sealed record CalendarPerson(string Name, string Email);

public enum CalendarStatus
{
    Tentative,
    Confirmed,
    Cancelled,
}

/// <summary>What a calendar is to do with a file (RFC 5546).</summary>
public enum CalendarMethod
{
    /// <summary>Show it: nobody is asked to come.</summary>
    Publish,

    /// <summary>Add it, or bring it up to date.</summary>
    Request,

    /// <summary>Take it out.</summary>
    Cancel,
}
