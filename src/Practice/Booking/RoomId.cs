using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>Names a room or table.</summary>
public readonly record struct RoomId(Guid Value) : IRowId<RoomId>
{
    public static RoomId Of(Guid value) => new(value);

    public static RoomId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
