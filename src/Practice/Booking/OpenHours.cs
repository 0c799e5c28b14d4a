using NodaTime;
using Unknot.Practice.Slots;

namespace Unknot.Practice.Booking;

/// <summary>When therapists work, as instants: weekly windows, changes of a day and closures together.</summary>
public sealed class OpenHours(OfferBook offers)
{
    /// <summary>The open times of each that touch the days, in order and without overlaps; the last may go on into the day after.</summary>
    /// <param name="first">In the practice's zone.</param>
    /// <param name="last">Included.</param>
    public async Task<IReadOnlyDictionary<TherapistId, IReadOnlyList<Interval>>> BetweenAsync(
        IEnumerable<TherapistId> therapists, LocalDate first, LocalDate last, CancellationToken cancellation)
    {
        var zone = await offers.ZoneAsync(cancellation);
        var hours = await offers.HoursAsync([.. therapists], cancellation);
        return hours.ToDictionary(
            each => each.Key,
            IReadOnlyList<Interval> (each) =>
            [
                .. OpenTimes.Between(each.Value.Between(first.PlusDays(-1), last.PlusDays(1)), zone, first.PlusDays(-1), last.PlusDays(1))
                    .Where(open => open.Start.InZone(zone).Date <= last && open.End > first.AtStartOfDayInZone(zone).ToInstant())
                    .Select(open => new Interval(open.Start, open.End)),
            ]);
    }
}
