using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>Where a landmark lies between skin and bone.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LandmarkLayer>))]
public enum LandmarkLayer
{
    /// <summary>Snapped to the nearest point of the skin.</summary>
    [JsonStringEnumMemberName("skin")]
    Skin,

    /// <summary>Kept where it is given, inside the body.</summary>
    [JsonStringEnumMemberName("deep")]
    Deep,
}

/// <summary>A named place, given once for the left half and the midline.</summary>
public sealed record Landmark
{
    public required LandmarkId Id { get; init; }

    /// <summary>What a person calls the place.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// x, y, z in millimetres in the body frame: x = the person's left (0 = midline, never negative), y up from the floor,
    /// z forward; a 1,750 mm adult in the anatomical position.
    /// </summary>
    public required ImmutableArray<float> Position { get; init; }

    public required LandmarkLayer Layer { get; init; }

    /// <summary>
    /// What stands beside the place on a figure, at most 24 characters; only for a place on the skin that a person can see or feel.
    /// <c>null</c> for every other.
    /// </summary>
    public string? Sign { get; init; }

    /// <summary>True when the place exists once.</summary>
    [JsonIgnore]
    public bool IsMidline => Position is [0, ..];
}
