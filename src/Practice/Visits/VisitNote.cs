using Unknot.Practice.Booking;

namespace Unknot.Practice.Visits;

/// <summary>
/// What a therapist wrote about one visit: subjective, objective, assessment, plan, and the body map of what was found and done. A draft can be
/// changed by its author; once signed it is never changed, and what is to be added or corrected is a further note that amends it.
/// </summary>
public sealed class VisitNote
{
    public required VisitNoteId Id { get; init; }

    public required AppointmentId AppointmentId { get; init; }

    public required Guid AuthorId { get; init; }

    /// <summary>The signed note that this one amends; null for the first note of a visit.</summary>
    public VisitNoteId? AmendsId { get; init; }

    public required string Subjective { get; set; }

    public required string Objective { get; set; }

    public required string Assessment { get; set; }

    public required string Plan { get; set; }

    /// <summary>What was found and done, as JSON; null for none.</summary>
    public string? Findings { get; set; }

    public required DateTime CreatedAtUtc { get; init; }

    public required DateTime SavedAtUtc { get; set; }

    /// <summary>Null while it is a draft.</summary>
    public DateTime? SignedAtUtc { get; set; }

    /// <summary>When its words were erased with the client's data; the row stays for the trail.</summary>
    public DateTime? ErasedAtUtc { get; set; }

    /// <summary>Rises with every save; a save that knew an older one is refused.</summary>
    public required int Version { get; set; }
}
