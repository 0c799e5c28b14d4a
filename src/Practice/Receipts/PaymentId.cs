using Unknot.Practice.Storage;

namespace Unknot.Practice.Receipts;

/// <summary>Names a payment for ever.</summary>
public readonly record struct PaymentId(Guid Value) : IRowId<PaymentId>
{
    public static PaymentId Of(Guid value) => new(value);

    public static PaymentId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
