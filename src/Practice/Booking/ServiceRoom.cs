namespace Unknot.Practice.Booking;

/// <summary>Where a service can be given. A service without any needs no room.</summary>
public sealed class ServiceRoom
{
    public required ServiceId ServiceId { get; init; }

    public required RoomId RoomId { get; init; }
}
