namespace Unknot.Web.Tests.Front;

/// <summary>The real time, moved on by a test.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Pass(TimeSpan span) => _ahead += span;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(_ahead.TotalSeconds * TimestampFrequency);
}
