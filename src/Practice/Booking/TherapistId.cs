using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>Names who gives sessions.</summary>
public readonly record struct TherapistId(Guid Value) : IRowId<TherapistId>
{
    public static TherapistId Of(Guid value) => new(value);

    public static TherapistId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
