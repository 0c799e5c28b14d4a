namespace Unknot.Practice.Booking;

/// <summary>Something that can be booked. Prices are in cents of the practice's currency.</summary>
public sealed class Service
{
    public required ServiceId Id { get; init; }

    /// <summary>Name in addresses: lower-case letters, digits and hyphens.</summary>
    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary>Plain text, one or two sentences.</summary>
    public required string Description { get; set; }

    /// <summary>False keeps it for what was booked before, and offers it no more.</summary>
    public required bool IsOffered { get; set; }

    /// <summary>Minutes kept free before a session, 0 … 240.</summary>
    public required int BufferBeforeMinutes { get; set; }

    /// <summary>Minutes kept free after a session, 0 … 240. They may lie after closing time.</summary>
    public required int BufferAfterMinutes { get; set; }

    /// <summary>Minutes from one possible start to the next, 5 … 240.</summary>
    public required int StepMinutes { get; set; }

    /// <summary>Elapsed minutes between booking and the session, at least.</summary>
    public required int NoticeMinutes { get; set; }

    /// <summary>Whole days ahead that can be booked, counted from today in the practice's zone; 1 … 730.</summary>
    public required int WindowDays { get; set; }

    /// <summary>Hours before the session until which a client may move it.</summary>
    public required int MoveHours { get; set; }

    /// <summary>Hours before the session until which a client may cancel it.</summary>
    public required int CancelHours { get; set; }

    /// <summary>True when each request waits for the practice, and keeps its time meanwhile.</summary>
    public required bool NeedsApproval { get; set; }

    /// <summary>Place in the list, ascending.</summary>
    public required int Order { get; set; }

    public List<ServiceLength> Lengths { get; init; } = [];

    public List<AddOn> AddOns { get; init; } = [];

    public List<ServiceTherapist> Therapists { get; init; } = [];

    public List<ServiceRoom> Rooms { get; init; } = [];
}
