using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>What occupies a therapist and some rooms, read at one moment: to say beforehand what the database would refuse, and to choose a room.</summary>
internal sealed class TakenTimes
{
    private readonly TherapistId _therapist;
    private readonly IReadOnlyList<RoomId> _rooms;
    private readonly IReadOnlyList<Row> _rows;

    private TakenTimes(TherapistId therapist, IReadOnlyList<RoomId> rooms, IReadOnlyList<Row> rows) => (_therapist, _rooms, _rows) = (therapist, rooms, rows);

    /// <param name="rooms">In which the session can be given, the best first; empty when it needs none.</param>
    /// <param name="except">What is to be moved, and is not in its own way; null for none.</param>
    internal static async Task<TakenTimes> ReadAsync(
        PracticeDb db, TherapistId therapist, IReadOnlyList<RoomId> rooms, DateTime fromUtc, DateTime toUtc, AppointmentId? except, CancellationToken cancellation)
    {
        var rows = await db.Appointments.AsNoTracking()
            .Where(each => each.OccupiedToUtc > fromUtc && each.OccupiedFromUtc < toUtc
                && (each.TherapistId == therapist || (each.RoomId != null && rooms.Contains(each.RoomId!.Value)))
                && (each.State == AppointmentState.Held || each.State == AppointmentState.Pending || each.State == AppointmentState.Confirmed
                    || each.State == AppointmentState.Blocked || each.State == AppointmentState.Done))
            .Select(each => new Row(each.Id, each.TherapistId, each.RoomId, each.OccupiedFromUtc, each.OccupiedToUtc))
            .ToListAsync(cancellation);
        return new TakenTimes(therapist, rooms, [.. rows.Where(each => each.Id != except)]);
    }

    /// <param name="fromUtc">With the buffer before.</param>
    /// <param name="toUtc">With the buffer after.</param>
    /// <param name="room">Where it can be; null when no room is needed.</param>
    internal bool IsFree(DateTime fromUtc, DateTime toUtc, out RoomId? room)
    {
        room = null;
        var there = _rows.Where(each => each.FromUtc < toUtc && fromUtc < each.ToUtc).ToList();
        if (there.Exists(each => each.Therapist == _therapist))
        {
            return false;
        }

        if (_rooms.Count == 0)
        {
            return true;
        }

        foreach (var possible in _rooms.Where(possible => there.TrueForAll(each => each.Room != possible)))
        {
            room = possible;
            return true;
        }

        return false;
    }

    private sealed record Row(AppointmentId Id, TherapistId Therapist, RoomId? Room, DateTime FromUtc, DateTime ToUtc);
}
