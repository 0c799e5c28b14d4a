namespace Unknot.Practice.Booking;

/// <summary>What became of a wish to hold, book, move or cancel.</summary>
public abstract record BookingOutcome
{
    private BookingOutcome()
    {
    }

    /// <summary>It is done; the appointment as it is now.</summary>
    public sealed record Done(Appointment Appointment) : BookingOutcome;

    /// <summary>The time is not free, or no longer. What is free near it, the nearest first.</summary>
    public sealed record Taken(IReadOnlyList<FreeTime> Nearest) : BookingOutcome;

    /// <summary>There is nothing like that on offer.</summary>
    public sealed record NotOffered : BookingOutcome;

    /// <summary>It is later than the practice allows; hours before the session until which it could be done.</summary>
    public sealed record TooLate(int Hours) : BookingOutcome;

    /// <summary>It is not in a state in which this can be done: cancelled, over, or changed by somebody else meanwhile.</summary>
    public sealed record Changed : BookingOutcome;
}
