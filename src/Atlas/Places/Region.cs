using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>Whether a region exists on each side or once.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegionSides>))]
public enum RegionSides
{
    [JsonStringEnumMemberName("paired")]
    Paired,

    [JsonStringEnumMemberName("midline")]
    Midline,
}

/// <summary>Whether a region can be painted.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RegionSurface>))]
public enum RegionSurface
{
    /// <summary>A patch of skin, made of surface cells.</summary>
    [JsonStringEnumMemberName("skin")]
    Skin,

    /// <summary>Not on the skin: teeth, tongue, deep in the ear, …; chosen from the list only.</summary>
    [JsonStringEnumMemberName("inside")]
    Inside,
}

/// <summary>The part of the body that a list of regions is ordered by.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BodyPart>))]
public enum BodyPart
{
    [JsonStringEnumMemberName("head")]
    Head,

    [JsonStringEnumMemberName("face")]
    Face,

    [JsonStringEnumMemberName("neck")]
    Neck,

    [JsonStringEnumMemberName("shoulder-arm")]
    ShoulderArm,

    [JsonStringEnumMemberName("forearm-hand")]
    ForearmHand,

    [JsonStringEnumMemberName("chest-abdomen")]
    ChestAbdomen,

    [JsonStringEnumMemberName("back")]
    Back,

    [JsonStringEnumMemberName("pelvis-hip")]
    PelvisHip,

    [JsonStringEnumMemberName("thigh-knee")]
    ThighKnee,

    [JsonStringEnumMemberName("leg-foot")]
    LegFoot,
}

/// <summary>A named area that people and clinicians use for where it hurts.</summary>
public sealed record Region
{
    public required RegionId Id { get; init; }

    /// <summary>Plain name without a side: "Temple", "Back of neck".</summary>
    public required string Name { get; init; }

    /// <summary>Other words for it, lower case; used to find it, never shown first.</summary>
    public required ImmutableArray<string> Synonyms { get; init; }

    public required BodyPart Part { get; init; }

    public required RegionSides Sides { get; init; }

    public required RegionSurface Surface { get; init; }

    /// <summary>
    /// Paths over landmarks on the left half. Each cell of skin belongs to the region whose path is nearest along the skin, so
    /// regions cover the body without gaps. Empty for a region inside the body.
    /// </summary>
    public required ImmutableArray<ImmutableArray<Place>> Seeds { get; init; }

    /// <summary>Subtracted from the distance to the seeds, in millimetres; 0 … 60. Makes a region win over its neighbours.</summary>
    public float ReachMillimetres { get; init; }

    /// <summary>Where a region inside the body is shown on the figure; <c>null</c> for a region of the skin.</summary>
    public Place? ShownAt { get; init; }

    /// <summary>The sides it may be named with.</summary>
    [JsonIgnore]
    public ImmutableArray<Side> AllowedSides => Sides == RegionSides.Paired ? [Side.Left, Side.Right] : [Side.Midline];
}

/// <summary>A region on one side: what a finding names.</summary>
public readonly record struct SidedRegion(RegionId Region, Side Side)
{
    public override string ToString() => $"{Region}:{Side.ToWord()}";
}

/// <summary>A trigger point on one side.</summary>
public readonly record struct SidedPoint(PointId Point, Side Side)
{
    public override string ToString() => $"{Point}:{Side.ToWord()}";
}
