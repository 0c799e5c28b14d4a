using System.Collections.Immutable;
using NodaTime;

namespace Unknot.Practice.Slots;

/// <summary>
/// When a session may begin. One function, without clock or storage: whatever shows, books, holds or moves a time asks it, so that nothing is offered
/// that is then refused.
/// </summary>
public static class SlotFinder
{
    /// <summary>
    /// Somebody who has not closed for so long never does: the grid then begins anew each Monday at midnight, because there is no opening to anchor it at.
    /// </summary>
    private const int DaysWithoutClosing = 31;

    /// <summary>From any day the next Monday is nearer than this, a change of the clock included: looked back so far, a stretch begins for good.</summary>
    private const int DaysToAnyMonday = 9;

    /// <summary>All starts that the query allows, in order.</summary>
    /// <exception cref="ArgumentException">A duration of the query is out of its range.</exception>
    public static ImmutableArray<Instant> Find(SlotQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        Check(query);
        var from = Instant.Max(query.From, query.Now + query.Notice);
        if (from >= query.To)
        {
            return [];
        }

        var busy = query.Busy.Sort((one, other) => one.Start.CompareTo(other.Start));
        var taken = TakenStarts(query, busy);
        var slots = ImmutableArray.CreateBuilder<Instant>();
        var next = 0;
        foreach (var (anchor, start, end) in Grids(query, busy, from))
        {
            var step = query.Session.Step;
            var behind = (start - anchor).ToInt64Nanoseconds();
            var slot = anchor + (step * ((behind + step.ToInt64Nanoseconds() - 1) / step.ToInt64Nanoseconds()));
            for (; slot < end; slot += step)
            {
                while (next < taken.Count && taken[next].Last <= slot)
                {
                    next++;
                }

                if (next == taken.Count || slot <= taken[next].First)
                {
                    slots.Add(slot);
                }
            }
        }

        return slots.ToImmutable();
    }

    private static void Check(SlotQuery query)
    {
        var session = query.Session;
        if (session.Length <= Duration.Zero || session.Step <= Duration.Zero)
        {
            throw new ArgumentException("A session and the step from one start to the next need to be longer than nothing.", nameof(query));
        }

        if (session.BufferBefore < Duration.Zero || session.BufferAfter < Duration.Zero || query.Notice < Duration.Zero
            || query.Busy.Any(busy => busy.End < busy.Start || busy.BufferBefore < Duration.Zero || busy.BufferAfter < Duration.Zero))
        {
            throw new ArgumentException("Buffers and notice are not negative, and a busy time does not end before it starts.", nameof(query));
        }
    }

    /// <summary>For each stretch of a grid where it is anchored, from when on starts are wanted, and from when on no session fits any more.</summary>
    private static IEnumerable<(Instant Anchor, Instant Start, Instant End)> Grids(SlotQuery query, ImmutableArray<BusyTime> busy, Instant from)
    {
        var zone = query.Zone;
        var length = query.Session.Length;
        var first = from.InZone(zone).Date.PlusDays(-DaysWithoutClosing - DaysToAnyMonday);
        var last = query.To.InZone(zone).Date.PlusDays((int)length.TotalDays + 2);
        foreach (var (opens, closes) in OpenTimes.Between(query.Opening, zone, first, last))
        {
            // A start is the last one that fits when the session ends as it closes.
            var end = Instant.Min(query.To, closes - length + Duration.Epsilon);
            foreach (var (anchor, until) in Anchors(query, busy, opens, closes))
            {
                var (start, stop) = (Instant.Max(from, anchor), Instant.Min(end, until));
                if (start < stop)
                {
                    yield return (anchor, start, stop);
                }
            }
        }
    }

    private static IEnumerable<(Instant Anchor, Instant Until)> Anchors(SlotQuery query, ImmutableArray<BusyTime> busy, Instant opens, Instant closes)
    {
        var anchor = opens;
        if (query.Alignment == GridAlignment.Gap)
        {
            foreach (var other in busy)
            {
                var ends = other.End + Between(other.BufferAfter, query.Session.BufferBefore, query.Buffers);
                if (ends > anchor && ends < closes)
                {
                    yield return (anchor, ends);
                    anchor = ends;
                }
            }
        }

        var resting = opens + Duration.FromDays(DaysWithoutClosing);
        if (closes <= resting)
        {
            yield return (anchor, closes);
            yield break;
        }

        var monday = resting.InZone(query.Zone).Date.With(DateAdjusters.NextOrSame(IsoDayOfWeek.Monday));
        for (var until = AtMidnight(monday); anchor < closes; (anchor, monday, until) = (Instant.Max(anchor, until), monday.PlusWeeks(1), AtMidnight(monday.PlusWeeks(1))))
        {
            yield return (anchor, Instant.Min(until, closes));
        }

        Instant AtMidnight(LocalDate date) => date.AtStartOfDayInZone(query.Zone).ToInstant();
    }

    /// <summary>The starts that some busy time forbids, as merged stretches in order; both ends themselves are allowed.</summary>
    private static List<(Instant First, Instant Last)> TakenStarts(SlotQuery query, ImmutableArray<BusyTime> busy)
    {
        var session = query.Session;
        var taken = busy
            .Select(other => (
                First: other.Start - Between(session.BufferAfter, other.BufferBefore, query.Buffers) - session.Length,
                Last: other.End + Between(other.BufferAfter, session.BufferBefore, query.Buffers)))
            .Order();
        var merged = new List<(Instant First, Instant Last)>(busy.Length);
        foreach (var (first, last) in taken)
        {
            // Stretches that only touch leave one start between them.
            if (merged.Count > 0 && first < merged[^1].Last)
            {
                merged[^1] = (merged[^1].First, Instant.Max(merged[^1].Last, last));
            }
            else
            {
                merged.Add((first, last));
            }
        }

        return merged;
    }

    private static Duration Between(Duration after, Duration before, BufferRule rule) => rule == BufferRule.Additive ? after + before : Duration.Max(after, before);
}
