namespace Unknot.Practice.Booking;

/// <summary>A room or table: one session at a time.</summary>
public sealed class Room
{
    public required RoomId Id { get; init; }

    public required string Name { get; set; }

    public required bool IsOffered { get; set; }
}
