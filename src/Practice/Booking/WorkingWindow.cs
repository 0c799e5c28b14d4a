namespace Unknot.Practice.Booking;

/// <summary>Part of a day of the week in which a therapist works, on the practice's wall clock.</summary>
public sealed class WorkingWindow
{
    public required Guid Id { get; init; }

    public required TherapistId TherapistId { get; init; }

    /// <summary>1 is Monday, 7 Sunday.</summary>
    public required int Day { get; set; }

    /// <summary>Minutes from midnight, 0 … 1439.</summary>
    public required int StartMinute { get; set; }

    /// <summary>Minutes from midnight, 1 … 1440.</summary>
    public required int EndMinute { get; set; }

    /// <summary>First day it holds; its week is the first of every <see cref="EveryWeeks"/>.</summary>
    public required DateOnly ValidFrom { get; set; }

    /// <summary>Last day it holds; null for ever.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>1 for every week, 2 for every other one, up to 8.</summary>
    public required int EveryWeeks { get; set; }
}
