using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>Who may press a muscle.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TreatedBy>))]
public enum TreatedBy
{
    /// <summary>The person, as the releases say.</summary>
    [JsonStringEnumMemberName("self")]
    Self,

    /// <summary>The person, lightly and only as described; what goes deeper belongs to a therapist.</summary>
    [JsonStringEnumMemberName("self-lightly")]
    SelfLightly,

    /// <summary>A trained therapist only; the releases say what the person can do instead of pressing.</summary>
    [JsonStringEnumMemberName("professional")]
    Professional,
}

/// <summary>Who presses, and who helps when that is not the person.</summary>
public sealed record Treatment
{
    public required TreatedBy By { get; init; }

    /// <summary>Which therapist, and why; <c>null</c> exactly when the person may press freely.</summary>
    public string? Who { get; init; }
}
