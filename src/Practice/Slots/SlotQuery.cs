using System.Collections.Immutable;
using NodaTime;

namespace Unknot.Practice.Slots;

/// <summary>Everything that decides when a session may begin. Whoever looks, and from where, is not part of it.</summary>
public sealed record SlotQuery
{
    /// <summary>Of the practice: its rules are read on this wall clock.</summary>
    public required DateTimeZone Zone { get; init; }

    public required OpeningRules Opening { get; init; }

    /// <summary>In any order; they may overlap.</summary>
    public required ImmutableArray<BusyTime> Busy { get; init; }

    public required SessionTimes Session { get; init; }

    public required Instant Now { get; init; }

    /// <summary>Elapsed time from <see cref="Now"/> to the first start that is allowed, not negative. That very start is.</summary>
    public required Duration Notice { get; init; }

    /// <summary>The first start that is asked for.</summary>
    public required Instant From { get; init; }

    /// <summary>Starts lie before this.</summary>
    public required Instant To { get; init; }

    public GridAlignment Alignment { get; init; } = GridAlignment.Window;

    public BufferRule Buffers { get; init; } = BufferRule.Additive;
}

/// <summary>A time that is taken. All durations are elapsed time, not negative.</summary>
/// <param name="Start">Begin of the session itself.</param>
/// <param name="End">Not before <paramref name="Start"/>.</param>
/// <param name="BufferBefore">Kept free before it.</param>
/// <param name="BufferAfter">Kept free after it.</param>
public readonly record struct BusyTime(Instant Start, Instant End, Duration BufferBefore, Duration BufferAfter);

/// <summary>The session that is looked for. All durations are elapsed time.</summary>
/// <param name="Length">Above 0.</param>
/// <param name="BufferBefore">Kept free of other sessions before it, not negative. It may lie outside the opening hours.</param>
/// <param name="BufferAfter">Likewise after it.</param>
/// <param name="Step">From one start to the next, above 0.</param>
public sealed record SessionTimes(Duration Length, Duration BufferBefore, Duration BufferAfter, Duration Step);

/// <summary>Where the grid of starts is anchored.</summary>
public enum GridAlignment
{
    /// <summary>At the opening of a window: the same times every day, whatever is booked.</summary>
    Window,

    /// <summary>Anew as soon as each booking and its buffers end: fewer minutes are lost.</summary>
    Gap,
}

/// <summary>What keeps two sessions apart.</summary>
public enum BufferRule
{
    /// <summary>The buffer after the one and that before the other, one after the other.</summary>
    Additive,

    /// <summary>The longer of both, which serves for both.</summary>
    Shared,
}
