using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>Names an add-on of a service.</summary>
public readonly record struct AddOnId(Guid Value) : IRowId<AddOnId>
{
    public static AddOnId Of(Guid value) => new(value);

    public static AddOnId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
