using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>
/// Lets one writer at a time change what occupies time. The constraints keep overlaps out without it; but two writers that meet in an exclusion
/// constraint of PostgreSQL each wait for the other, until it calls that a deadlock after a second.
/// </summary>
internal static class BookingGate
{
    private const long Lock = 0x426f_6f6b;

    internal static Task SaveAsync(PracticeDb db, CancellationToken cancellation) => OneWriter.AloneAsync(db, Lock, () => db.SaveChangesAsync(cancellation), cancellation);
}
