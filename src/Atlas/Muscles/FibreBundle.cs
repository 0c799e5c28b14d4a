using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>How fibres find their way between the places they are given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FibreCourse>))]
public enum FibreCourse
{
    /// <summary>Follows the skin at a depth: superficial muscles.</summary>
    [JsonStringEnumMemberName("under-skin")]
    UnderSkin,

    /// <summary>Runs straight through the places as given, but never outside the skin: deep muscles.</summary>
    [JsonStringEnumMemberName("through")]
    Through,
}

/// <summary>Whether a muscle is seen as soon as the skin is lifted off.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MuscleLayer>))]
public enum MuscleLayer
{
    /// <summary>For the most part directly under the skin.</summary>
    [JsonStringEnumMemberName("superficial")]
    Superficial,

    /// <summary>For the most part covered by other muscles.</summary>
    [JsonStringEnumMemberName("deep")]
    Deep,
}

/// <summary>
/// The fibres of a muscle. Each station is a line of places across the muscle, from its first fibre to its last; every fibre runs
/// through all stations in order, at the same share of each line. A station of one place gathers all fibres there, as a tendon does.
/// </summary>
public sealed record FibreBundle
{
    public required MuscleLayer Layer { get; init; }

    public required FibreCourse Course { get; init; }

    /// <summary>Number of fibres drawn, 1 … 24; without those of further heads.</summary>
    public required int Count { get; init; }

    /// <summary>Depth of the fibres' centre below the skin in millimetres, 2 … 120, for the course under the skin.</summary>
    public required float DepthMillimetres { get; init; }

    /// <summary>Radius of a fibre at the belly in millimetres, 1 … 25; it tapers towards both ends.</summary>
    public required float RadiusMillimetres { get; init; }

    /// <summary>Two to eight stations from one attachment to the other.</summary>
    public required ImmutableArray<ImmutableArray<Place>> Stations { get; init; }

    /// <summary>Heads that run apart from the first one, as in a calf or a biceps; most muscles have none.</summary>
    public ImmutableArray<FibreHead> FurtherHeads
    {
        get => field.IsDefault ? [] : field;
        init;
    }

    /// <summary>Fibres of all heads; they are numbered from 1 through the heads in order.</summary>
    [JsonIgnore]
    public int TotalCount => Count + FurtherHeads.Sum(head => head.Count);

    /// <summary>Every head with its fibres, the first one included.</summary>
    [JsonIgnore]
    public IEnumerable<FibreHead> AllHeads => FurtherHeads.Prepend(new FibreHead { Count = Count, Stations = Stations });
}
