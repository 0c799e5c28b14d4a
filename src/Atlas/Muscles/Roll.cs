using System.Collections.Immutable;

namespace Unknot.Atlas;

/// <summary>
/// How a ball rolls along a muscle: in lanes, each there and back, holding still on the points it passes. A point that no lane
/// passes within its spread gets a short lane of its own. The hold itself is the technique's dose.
/// </summary>
public sealed record Roll
{
    /// <summary>Diameter of the ball in millimetres, 40 … 120.</summary>
    public required float BallMillimetres { get; init; }

    public required RollSpeed Speed { get; init; }

    /// <summary>Ways along a lane before the next one, 1 … 4: there, back, there, back. The holds are on the last.</summary>
    public required int Passes { get; init; }

    /// <summary>Discomfort out of 10 while the ball moves, 1 … <see cref="HoldingDiscomfort"/>.</summary>
    public required int RollingDiscomfort { get; init; }

    /// <summary>Most discomfort out of 10 while it holds still on a point; never above the technique's, so never above 6.</summary>
    public required int HoldingDiscomfort { get; init; }

    /// <summary>One to three, in order.</summary>
    public required ImmutableArray<RollLane> Lanes { get; init; }

    /// <summary>What the ball stays away from, measured from where it touches the skin. A lane ends where it would come nearer.</summary>
    public required ImmutableArray<KeptClear> KeepClear { get; init; }
}

/// <summary>How fast a ball rolls, in millimetres a second, 5 … 100, with 5 ≤ low ≤ usual ≤ high ≤ 100.</summary>
public sealed record RollSpeed
{
    public required float MillimetresPerSecond { get; init; }

    public required float Low { get; init; }

    public required float High { get; init; }

    public required Evidence Evidence { get; init; }
}

/// <summary>One way along the muscle, as a share of its fibres, and what is said on it.</summary>
public sealed record RollLane
{
    /// <summary>Where across the bundle: 0 is the first fibre, 100 the last.</summary>
    public required float AcrossPercent { get; init; }

    /// <summary>Where the ball starts, share of the way along the fibres from their first station, 0 … 100.</summary>
    public required float FromPercent { get; init; }

    /// <summary>Where it turns back, 0 … 100; below <see cref="FromPercent"/> when it rolls towards the first station.</summary>
    public required float ToPercent { get; init; }

    /// <summary>Caption while the ball is set down.</summary>
    public required string Start { get; init; }

    /// <summary>Caption on the way there.</summary>
    public required string Forth { get; init; }

    /// <summary>Caption at the far end.</summary>
    public required string Turn { get; init; }

    /// <summary>Caption on the way back.</summary>
    public required string Back { get; init; }
}

/// <summary>A place, or a line over the skin, that a ball must not come near.</summary>
public sealed record KeptClear
{
    /// <summary>What it is, as the end of "stay clear of …".</summary>
    public required string What { get; init; }

    /// <summary>At least one place; several are a line over the skin.</summary>
    public required ImmutableArray<Place> Path { get; init; }

    /// <summary>Least distance in millimetres, 5 … 150.</summary>
    public required float Millimetres { get; init; }
}
