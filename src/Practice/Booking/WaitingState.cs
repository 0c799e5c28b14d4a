namespace Unknot.Practice.Booking;

/// <summary>What stands of a place on the waiting list. Stored by name: add new ones, never rename.</summary>
public enum WaitingState
{
    Waiting,

    /// <summary>A time is held for it.</summary>
    Offered,

    /// <summary>The offered time was booked.</summary>
    Booked,

    /// <summary>Its owner, or the practice, took it off.</summary>
    Left,

    /// <summary>Its last day is past.</summary>
    Over,
}
