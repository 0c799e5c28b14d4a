namespace Unknot.Practice.Booking;

/// <summary>Whole days on which nobody, or one therapist, works: holidays, leave. It goes before windows and changes of a day.</summary>
public sealed class Closure
{
    public required Guid Id { get; init; }

    /// <summary>Null for the whole practice.</summary>
    public TherapistId? TherapistId { get; init; }

    public required DateOnly FirstDay { get; set; }

    public required DateOnly LastDay { get; set; }

    /// <summary>Shown to clients: <c>Thanksgiving</c>; empty for none.</summary>
    public required string Reason { get; set; }
}
