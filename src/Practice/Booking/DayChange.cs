namespace Unknot.Practice.Booking;

/// <summary>What holds on one day instead of the weekly windows. Several rows of a day add up; one without times closes it.</summary>
public sealed class DayChange
{
    public required Guid Id { get; init; }

    public required TherapistId TherapistId { get; init; }

    public required DateOnly Date { get; init; }

    /// <summary>Minutes from midnight; null when the therapist does not work on that day.</summary>
    public int? StartMinute { get; init; }

    public int? EndMinute { get; init; }
}
