using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>How often people with an active point report something. No study gives shares, so the atlas gives none.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HowOften>))]
public enum HowOften
{
    /// <summary>Taught as typical of the point.</summary>
    [JsonStringEnumMemberName("often")]
    Often,

    /// <summary>Some people report it.</summary>
    [JsonStringEnumMemberName("sometimes")]
    Sometimes,

    /// <summary>Described, but unusual.</summary>
    [JsonStringEnumMemberName("rarely")]
    Rarely,
}
