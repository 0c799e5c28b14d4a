using Unknot.Practice.Storage;

namespace Unknot.Practice.Receipts;

/// <summary>Lets one issuer at a time take the next number: it is taken and used in one transaction, so none is left out. Should two ever meet, the unique index on year and number refuses the second.</summary>
internal static class ReceiptGate
{
    private const long Lock = 0x5265_6369;

    internal static Task<T> AloneAsync<T>(PracticeDb db, Func<Task<T>> work, CancellationToken cancellation) => OneWriter.AloneAsync(db, Lock, work, cancellation);
}
