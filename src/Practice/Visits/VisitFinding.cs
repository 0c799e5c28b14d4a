using System.Text.Json.Serialization;

namespace Unknot.Practice.Visits;

/// <summary>What a therapist found at one point of the atlas, and did there.</summary>
public sealed record VisitFinding
{
    public const int MostSeconds = 600;

    /// <summary>How bad the pain is at worst.</summary>
    public const int MostPain = 10;

    public const int LongestWords = 300;

    /// <summary>Id of the point and the client's own side: <c>upper-trapezius-1:right</c>.</summary>
    public required string Point { get; init; }

    public required PressFound Found { get; init; }

    /// <summary>How long it was pressed, 1 … <see cref="MostSeconds"/>; null when it was only felt for.</summary>
    public required int? Seconds { get; init; }

    /// <summary>Null when it was only felt for.</summary>
    public required PressedWith? How { get; init; }

    /// <summary>Pain under the same pressure before, 0 … <see cref="MostPain"/>; null when it was not asked.</summary>
    public required int? Before { get; init; }

    /// <summary>Pain afterwards, 0 … <see cref="MostPain"/>; null when it was not asked.</summary>
    public required int? After { get; init; }

    /// <summary>At most <see cref="LongestWords"/> characters; may be empty.</summary>
    public required string Words { get; init; }
}

/// <summary>What a press brought on.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PressFound>))]
public enum PressFound
{
    /// <summary>The pain the client came with.</summary>
    [JsonStringEnumMemberName("familiar pain")]
    FamiliarPain,

    [JsonStringEnumMemberName("tender")]
    Tender,

    [JsonStringEnumMemberName("nothing")]
    Nothing,
}

/// <summary>With what a point was treated. Written by name: add new ones, never rename.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PressedWith>))]
public enum PressedWith
{
    [JsonStringEnumMemberName("hand")]
    Hand,

    [JsonStringEnumMemberName("thumb")]
    Thumb,

    [JsonStringEnumMemberName("elbow")]
    Elbow,

    [JsonStringEnumMemberName("ball")]
    Ball,

    [JsonStringEnumMemberName("roller")]
    Roller,

    [JsonStringEnumMemberName("tool")]
    Tool,

    [JsonStringEnumMemberName("stretch")]
    Stretch,
}
