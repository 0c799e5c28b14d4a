using System.Collections.Immutable;
using NodaTime;
using Unknot.Practice.Slots;

namespace Unknot.Practice.Tests.Slots;

public sealed class SlotPropertyTests
{
    private const int Cases = 10_000;

    /// <summary>Zones near whose changes something odd happens: half hours, midnight, a day left out, a step of the standard time.</summary>
    private static readonly ImmutableArray<(string Zone, int Year, int Month, int Day)> Changes =
    [
        ("America/New_York", 2025, 3, 9), ("America/New_York", 2025, 11, 2), ("Europe/Berlin", 2025, 3, 30), ("Europe/Berlin", 2024, 10, 27),
        ("Australia/Lord_Howe", 2025, 4, 6), ("Australia/Lord_Howe", 2025, 10, 5), ("Pacific/Apia", 2011, 12, 30), ("America/Sao_Paulo", 2018, 11, 4),
        ("Africa/Cairo", 2024, 4, 26), ("Africa/Cairo", 2024, 10, 31), ("America/St_Johns", 2025, 3, 9), ("Pacific/Chatham", 2025, 9, 28),
        ("Africa/Casablanca", 2025, 2, 23), ("America/Caracas", 2016, 5, 1), ("Asia/Kathmandu", 2025, 6, 1), ("UTC", 2024, 2, 29),
    ];

    [Fact]
    public void It_agrees_with_looking_at_every_minute()
    {
        var random = new Random(20261126);
        var slots = 0;
        for (var number = 0; number < Cases; number++)
        {
            var query = Any(random);
            var found = SlotFinder.Find(query);
            slots += found.Length;
            var expected = MinuteByMinute.Slots(query);
            Assert.True(expected.SequenceEqual(found), $"Case {number}: {query}; expected {string.Join(' ', expected)}; found {string.Join(' ', found)}");
        }

        Assert.True(slots > 20 * Cases, $"The cases are too empty to say anything: {slots} slots.");
    }

    [Fact]
    public void Two_queries_of_parts_give_what_one_of_the_whole_gives()
    {
        var random = new Random(7);
        for (var number = 0; number < 1000; number++)
        {
            var whole = Any(random) with { Alignment = (GridAlignment)random.Next(2), Buffers = (BufferRule)random.Next(2) };
            var middle = whole.From + Duration.FromMinutes(random.Next((int)(whole.To - whole.From).TotalMinutes));
            ImmutableArray<Instant> parts = [.. SlotFinder.Find(whole with { To = middle }), .. SlotFinder.Find(whole with { From = middle })];
            var found = SlotFinder.Find(whole);
            Assert.True(found.SequenceEqual(parts), $"Case {number}: {whole}; in parts at {middle} only {string.Join(' ', parts.Except(found))}; as a whole only {string.Join(' ', found.Except(parts))}");
        }
    }

    [Fact]
    public void Somebody_who_never_closes_has_one_grid_for_all_queries()
    {
        var always = new OpeningRules([new WeeklyWindow([.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)], new DayWindow(0, DayWindow.MinutesOfDay))], []);
        var from = Instant.FromUtc(2025, 3, 1, 0, 0);
        var query = Query("America/New_York", always, from, from + Duration.FromDays(40)) with { Session = Minutes(50, 0, 0, 50) };
        var whole = SlotFinder.Find(query);
        var parts = Enumerable.Range(0, 40).SelectMany(day => SlotFinder.Find(query with { From = from + Duration.FromDays(day), To = from + Duration.FromDays(day + 1) }));
        Assert.Equal(whole, parts);
        Assert.True(whole.Length > 1100);
    }

    [Fact]
    public void More_busy_times_never_give_more_starts_on_the_grid_of_the_window()
    {
        var random = new Random(11);
        for (var number = 0; number < 1000; number++)
        {
            var query = Any(random) with { Buffers = (BufferRule)random.Next(2) };
            var fewer = SlotFinder.Find(query with { Busy = [.. query.Busy.Where((_, i) => i % 2 == 0)] });
            Assert.Subset(fewer.ToHashSet(), SlotFinder.Find(query).ToHashSet());
        }
    }

    private static SlotQuery Any(Random random)
    {
        var (zone, year, month, day) = Changes[random.Next(Changes.Length)];
        var from = Instant.FromUtc(year, month, day, 0, 0) + Duration.FromMinutes(random.Next(-3 * 1440, 1440));
        var to = from + Duration.FromMinutes(random.Next(60, 3 * 1440));
        var closed = (IsoDayOfWeek)random.Next(1, 8);
        var weekly = Enumerable.Range(0, random.Next(1, 5)).Select(_ => new WeeklyWindow(
            [.. Enumerable.Range(1, 7).Select(each => (IsoDayOfWeek)each).Where(each => each != closed && random.Next(3) > 0)], AnyWindow(random)));
        var date = from.InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        var overrides = Enumerable.Range(0, random.Next(3)).Select(_ => date.PlusDays(random.Next(-2, 5)))
            .Where(each => each.DayOfWeek != closed)
            .Select(each => new DayOverride(each, [.. Enumerable.Range(0, random.Next(3)).Select(_ => AnyWindow(random))]));
        return Query(zone, new OpeningRules([.. weekly], [.. overrides]), from, to) with
        {
            Busy = [.. Enumerable.Range(0, random.Next(8)).Select(_ => AnyBusy(random, from, to))],
            Session = Minutes(random.Next(1, 121), random.Next(2) * random.Next(60), random.Next(2) * random.Next(60), AnyStep(random)),
            Now = from + Duration.FromMinutes(random.Next(-1440, 300)),
            Notice = Duration.FromMinutes(random.Next(2) * random.Next(600)),
        };
    }

    private static int AnyStep(Random random) => random.Next(4) switch { 0 => 15, 1 => 30, 2 => 60, _ => random.Next(5, 100) };

    private static DayWindow AnyWindow(Random random)
    {
        var start = random.Next(4) == 0 ? 0 : random.Next(DayWindow.MinutesOfDay);
        return new DayWindow(start, random.Next(3) == 0 ? DayWindow.MinutesOfDay : random.Next(DayWindow.MinutesOfDay + 1));
    }

    private static BusyTime AnyBusy(Random random, Instant from, Instant to)
    {
        var start = from + Duration.FromMinutes(random.Next(-120, (int)(to - from).TotalMinutes + 120));
        return new BusyTime(
            start, start + Duration.FromMinutes(random.Next(1, 300)), Duration.FromMinutes(random.Next(2) * random.Next(45)), Duration.FromMinutes(random.Next(2) * random.Next(45)));
    }

    private static SlotQuery Query(string zone, OpeningRules opening, Instant from, Instant to) => new()
    {
        Zone = DateTimeZoneProviders.Tzdb[zone],
        Opening = opening,
        Busy = [],
        Session = Minutes(60, 0, 0, 30),
        Now = Instant.FromUtc(2000, 1, 1, 0, 0),
        Notice = Duration.Zero,
        From = from,
        To = to,
    };

    private static SessionTimes Minutes(int length, int before, int after, int step) =>
        new(Duration.FromMinutes(length), Duration.FromMinutes(before), Duration.FromMinutes(after), Duration.FromMinutes(step));
}
