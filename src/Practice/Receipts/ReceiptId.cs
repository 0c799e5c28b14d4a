using Unknot.Practice.Storage;

namespace Unknot.Practice.Receipts;

/// <summary>Names a receipt for ever; its number is what people see.</summary>
public readonly record struct ReceiptId(Guid Value) : IRowId<ReceiptId>
{
    public static ReceiptId Of(Guid value) => new(value);

    public static ReceiptId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    public override string ToString() => Value.ToString();
}
