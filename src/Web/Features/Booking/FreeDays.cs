using System.Collections.Immutable;
using NodaTime;
using Unknot.Practice.Booking;

namespace Unknot.Web.Features.Booking;

/// <summary>What is free of an offer, by days of the practice's zone. It looks no further than it is asked.</summary>
internal sealed class FreeDays(Offer offer, Instant now)
{
    private const int DaysAtOnce = 14;

    private readonly LocalDate _lastDay = offer.LastDay(now);

    /// <summary>Days without a free time are left out.</summary>
    internal Dictionary<LocalDate, ImmutableArray<FreeTime>> Between(LocalDate first, LocalDate last)
    {
        var (from, to) = (Instant.Max(now, MidnightOf(first)), MidnightOf(last.PlusDays(1)));
        return from >= to ? [] : offer.FreeTimes(now, from, to).GroupBy(free => free.Start.InZone(offer.Zone).Date).ToDictionary(day => day.Key, day => day.ToImmutableArray());
    }

    internal FreeTime? FirstFrom(Instant from)
    {
        for (var day = from.InZone(offer.Zone).Date; day <= _lastDay; day = day.PlusDays(DaysAtOnce))
        {
            if (offer.FreeTimes(now, Instant.Max(from, MidnightOf(day)), MidnightOf(day.PlusDays(DaysAtOnce))) is [var first, ..])
            {
                return first;
            }
        }

        return null;
    }

    /// <summary>So many days with free times from one on, and the day of the next after them.</summary>
    internal (ImmutableArray<(LocalDate Date, ImmutableArray<FreeTime> Times)> Days, LocalDate? More) DaysFrom(LocalDate first, int count)
    {
        var days = ImmutableArray.CreateBuilder<(LocalDate, ImmutableArray<FreeTime>)>();
        for (var day = first; day <= _lastDay; day = day.PlusDays(DaysAtOnce))
        {
            foreach (var (date, times) in Between(day, day.PlusDays(DaysAtOnce - 1)).OrderBy(each => each.Key))
            {
                if (days.Count == count)
                {
                    return (days.ToImmutable(), date);
                }

                days.Add((date, times));
            }
        }

        return (days.ToImmutable(), null);
    }

    private Instant MidnightOf(LocalDate date) => date.AtStartOfDayInZone(offer.Zone).ToInstant();
}
