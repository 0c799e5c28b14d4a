using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>Names an area where people feel pain, such as <c>temple</c>; the side is said beside it.</summary>
[JsonConverter(typeof(SlugConverter<RegionId>))]
public readonly record struct RegionId : IParsable<RegionId>
{
    private readonly string? slug;

    private RegionId(string slug) => this.slug = slug;

    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static RegionId Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var id) ? id : throw Slug.Refuse(s, "region id");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RegionId result)
    {
        result = Slug.IsValid(s) ? new RegionId(s!) : default;
        return result.slug is not null;
    }

    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public override string ToString() => slug ?? throw new InvalidOperationException("default(RegionId) has no value.");
}
