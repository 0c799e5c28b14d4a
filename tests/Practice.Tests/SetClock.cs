namespace Unknot.Practice.Tests;

/// <summary>A clock that a test sets. It stands still by itself.</summary>
internal sealed class SetClock(DateTime nowUtc) : TimeProvider
{
    public SetClock()
        : this(new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc))
    {
    }

    public DateTime NowUtc { get; private set; } = nowUtc;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(TimeSpan span) => NowUtc += span;

    public override DateTimeOffset GetUtcNow() => new(NowUtc);

    public override long GetTimestamp() => NowUtc.Ticks;
}
