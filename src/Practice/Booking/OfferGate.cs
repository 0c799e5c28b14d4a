using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>One writer of the offer at a time, from reading what is there to saving what comes: so that a comparison with what was read before still holds when it is saved.</summary>
internal static class OfferGate
{
    private const long Lock = 0x4f66_6672;

    internal static Task<T> InAsync<T>(PracticeDb db, Func<Task<T>> work, CancellationToken cancellation) => OneWriter.AloneAsync(db, Lock, work, cancellation);
}
