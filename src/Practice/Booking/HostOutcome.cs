namespace Unknot.Practice.Booking;

/// <summary>What became of a change that the practice itself makes in its calendar.</summary>
public abstract record HostOutcome
{
    private HostOutcome()
    {
    }

    /// <summary>It is done; the appointment as it is now.</summary>
    public sealed record Done(Appointment Appointment) : HostOutcome;

    /// <summary>The therapist or every room is taken. What is free near it, the nearest first; empty for blocked time.</summary>
    public sealed record Taken(IReadOnlyList<FreeTime> Nearest) : HostOutcome;

    /// <summary>Nobody works then, and it was not said that it may be outside opening hours.</summary>
    public sealed record OutsideHours(IReadOnlyList<FreeTime> Nearest) : HostOutcome;

    /// <summary>A time before today, or one that ends before it starts.</summary>
    public sealed record NoSuchTime : HostOutcome;

    /// <summary>It has not begun.</summary>
    public sealed record TooEarly : HostOutcome;

    /// <summary>It is in the calendar of somebody else.</summary>
    public sealed record NotAllowed : HostOutcome;

    /// <summary>There is no such therapist, client, service or room, or the one does not go with the other.</summary>
    public sealed record NotOffered : HostOutcome;

    /// <summary>It is not in a state in which this can be done, or somebody else changed it meanwhile.</summary>
    public sealed record Changed : HostOutcome;
}
