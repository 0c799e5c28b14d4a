using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>Names a client of the practice.</summary>
public readonly record struct ClientId(Guid Value) : IRowId<ClientId>
{
    public static ClientId Of(Guid value) => new(value);

    public static ClientId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
