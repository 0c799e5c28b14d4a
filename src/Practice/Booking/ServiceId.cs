using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>Names a service for ever.</summary>
public readonly record struct ServiceId(Guid Value) : IRowId<ServiceId>
{
    public static ServiceId Of(Guid value) => new(value);

    public static ServiceId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
