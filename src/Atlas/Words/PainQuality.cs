using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>How a pain feels, as far as words for it are known; in the order of the alphabet.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PainQuality>))]
public enum PainQuality
{
    [JsonStringEnumMemberName("aching")]
    Aching,

    [JsonStringEnumMemberName("burning")]
    Burning,

    [JsonStringEnumMemberName("cramping")]
    Cramping,

    [JsonStringEnumMemberName("deep")]
    Deep,

    [JsonStringEnumMemberName("dull")]
    Dull,

    [JsonStringEnumMemberName("electric")]
    Electric,

    [JsonStringEnumMemberName("heavy")]
    Heavy,

    [JsonStringEnumMemberName("itching")]
    Itching,

    [JsonStringEnumMemberName("numb")]
    Numb,

    [JsonStringEnumMemberName("pressing")]
    Pressing,

    [JsonStringEnumMemberName("pulling")]
    Pulling,

    [JsonStringEnumMemberName("radiating")]
    Radiating,

    [JsonStringEnumMemberName("sharp")]
    Sharp,

    [JsonStringEnumMemberName("shooting")]
    Shooting,

    [JsonStringEnumMemberName("sore")]
    Sore,

    [JsonStringEnumMemberName("stabbing")]
    Stabbing,

    [JsonStringEnumMemberName("stiff")]
    Stiff,

    [JsonStringEnumMemberName("throbbing")]
    Throbbing,

    [JsonStringEnumMemberName("tight")]
    Tight,

    [JsonStringEnumMemberName("tingling")]
    Tingling,

    [JsonStringEnumMemberName("weak")]
    Weak,
}

public static class PainQualities
{
    /// <summary>The lower-case word used in files, on the command line and in the API.</summary>
    public static string ToWord(this PainQuality quality) => quality.ToString().ToLowerInvariant();
}
