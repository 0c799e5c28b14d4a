namespace Unknot.Practice.Tests.People;

/// <summary>A clock that a test moves.</summary>
internal sealed class HandClock : TimeProvider
{
    internal DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
