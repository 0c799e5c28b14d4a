using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>How a technique is applied to one muscle.</summary>
public sealed record Release
{
    public required TechniqueId Technique { get; init; }

    /// <summary>Posture for this muscle.</summary>
    public required string Posture { get; init; }

    /// <summary>What to do, one short sentence each, in order.</summary>
    public required ImmutableArray<string> Steps { get; init; }

    /// <summary>Where the press or the roll goes: "straight down", "towards the neck".</summary>
    public required string Direction { get; init; }

    /// <summary>One sentence that is spoken while both hands are busy.</summary>
    public required string Cue { get; init; }

    /// <summary>How long and how hard here; <c>null</c> = as the technique says. Never longer, harder or more often than the technique.</summary>
    public Dose? Dose { get; init; }

    /// <summary>Points it reaches; empty = all of the muscle's.</summary>
    public required ImmutableArray<PointId> Points { get; init; }

    /// <summary>How a ball rolls here; <c>null</c> when nothing is rolled.</summary>
    public Roll? Roll { get; init; }
}

/// <summary>What presses.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Tool>))]
public enum Tool
{
    [JsonStringEnumMemberName("fingers")]
    Fingers,

    [JsonStringEnumMemberName("thumb")]
    Thumb,

    [JsonStringEnumMemberName("pinch")]
    Pinch,

    [JsonStringEnumMemberName("opposite-hand")]
    OppositeHand,

    [JsonStringEnumMemberName("ball-wall")]
    BallOnWall,

    [JsonStringEnumMemberName("ball-floor")]
    BallOnFloor,

    [JsonStringEnumMemberName("roller")]
    Roller,

    [JsonStringEnumMemberName("cane")]
    Cane,

    /// <summary>Sitting or lying with the body's weight on a ball on a chair.</summary>
    [JsonStringEnumMemberName("ball-seat")]
    BallOnSeat,

    /// <summary>The forearm, hand or foot presses on a ball that lies on a table or the floor.</summary>
    [JsonStringEnumMemberName("ball-table")]
    BallOnTable,

    /// <summary>Knuckles or a loose fist.</summary>
    [JsonStringEnumMemberName("knuckles")]
    Knuckles,

    /// <summary>The heel or knee of the other leg.</summary>
    [JsonStringEnumMemberName("other-leg")]
    OtherLeg,

    /// <summary>Breathing and letting go, without any pressure.</summary>
    [JsonStringEnumMemberName("breath")]
    Breath,

    /// <summary>A trained therapist's hands.</summary>
    [JsonStringEnumMemberName("therapist")]
    Therapist,
}

/// <summary>A way to release points that several muscles share.</summary>
public sealed record Technique
{
    public required TechniqueId Id { get; init; }

    public required string Name { get; init; }

    public required Tool Tool { get; init; }

    /// <summary>What it is and when it suits, one or two sentences.</summary>
    public required string Summary { get; init; }

    /// <summary>General steps, before what the muscle adds.</summary>
    public required ImmutableArray<string> Steps { get; init; }

    public required Dose Dose { get; init; }

    /// <summary>What to avoid with this tool anywhere.</summary>
    public required ImmutableArray<string> Avoid { get; init; }

    public required Evidence Evidence { get; init; }
}

/// <summary>How long and how hard.</summary>
public sealed record Dose
{
    /// <summary>Shortest hold by default, in seconds.</summary>
    public required int MinSeconds { get; init; }

    /// <summary>Longest hold by default, in seconds.</summary>
    public required int MaxSeconds { get; init; }

    /// <summary>Longest hold that may be chosen, in seconds; never above 90.</summary>
    public required int CeilingSeconds { get; init; }

    /// <summary>Holds on one point in one session, 1 … 3.</summary>
    public required int Repeats { get; init; }

    /// <summary>Highest discomfort on a scale of 10; never above 6.</summary>
    public required int MaxDiscomfort { get; init; }
}
