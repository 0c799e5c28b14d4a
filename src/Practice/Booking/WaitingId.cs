using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>Names somebody's place on the waiting list for ever.</summary>
public readonly record struct WaitingId(Guid Value) : IRowId<WaitingId>
{
    public static WaitingId Of(Guid value) => new(value);

    public static WaitingId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
