using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>A side of the body, always the person's own.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Side>))]
public enum Side
{
    /// <summary>The person's left, x above 0 in the body frame.</summary>
    [JsonStringEnumMemberName("left")]
    Left,

    /// <summary>The person's right, x below 0 in the body frame.</summary>
    [JsonStringEnumMemberName("right")]
    Right,

    /// <summary>On the midline: the place exists once.</summary>
    [JsonStringEnumMemberName("midline")]
    Midline,
}

public static class Sides
{
    /// <summary>left → right, right → left, midline → midline.</summary>
    public static Side Mirrored(this Side side) => side switch
    {
        Side.Left => Side.Right,
        Side.Right => Side.Left,
        Side.Midline => Side.Midline,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The lower-case word used in files, on the command line and in the API.</summary>
    public static string ToWord(this Side side) => side switch
    {
        Side.Left => "left",
        Side.Right => "right",
        Side.Midline => "midline",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
