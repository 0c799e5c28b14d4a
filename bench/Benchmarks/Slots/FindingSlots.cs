using BenchmarkDotNet.Attributes;
using NodaTime;
using Unknot.Practice.Slots;

namespace Unknot.Benchmarks.Slots;

/// <summary>The free times of sixty days of one therapist with two hundred bookings, across a change of the clock.</summary>
public class FindingSlots
{
    private static readonly Instant From = Instant.FromUtc(2026, 2, 10, 5, 0);

    private SlotQuery _query = null!;

    [Params(GridAlignment.Window, GridAlignment.Gap)]
    public GridAlignment Alignment { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(3);
        _query = new SlotQuery
        {
            Zone = DateTimeZoneProviders.Tzdb["America/New_York"],
            Opening = new OpeningRules(
                [
                    new WeeklyWindow([IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday], new DayWindow(9 * 60, 13 * 60)),
                    new WeeklyWindow([IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday], new DayWindow(14 * 60, 19 * 60)),
                ],
                [new DayOverride(new LocalDate(2026, 2, 16), [])]),
            Busy = [.. Enumerable.Range(0, 200).Select(_ => Taken(random))],
            Session = new SessionTimes(Duration.FromMinutes(60), Duration.Zero, Duration.FromMinutes(15), Duration.FromMinutes(15)),
            Now = From,
            Notice = Duration.FromHours(2),
            From = From,
            To = From + Duration.FromDays(60),
            Alignment = Alignment,
        };
    }

    [Benchmark(Description = "slots: 60 days, 200 bookings")]
    public int Find() => SlotFinder.Find(_query).Length;

    private static BusyTime Taken(Random random)
    {
        var start = From + Duration.FromDays(random.Next(60)) + Duration.FromMinutes((9 * 60) + (15 * random.Next(36)));
        return new BusyTime(start, start + Duration.FromMinutes(random.Next(2) == 0 ? 60 : 90), Duration.Zero, Duration.FromMinutes(15));
    }
}
