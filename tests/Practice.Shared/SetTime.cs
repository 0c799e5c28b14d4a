namespace Unknot.Practice.Shared;

/// <summary>A clock that stands until it is moved.</summary>
public sealed class SetTime(DateTime startUtc) : TimeProvider
{
    private DateTimeOffset _now = new(startUtc);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Move(TimeSpan by) => _now += by;
}
