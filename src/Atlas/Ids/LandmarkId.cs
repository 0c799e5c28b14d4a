using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>Names a place on the left half or the midline of the figure, such as <c>acromion</c>.</summary>
[JsonConverter(typeof(SlugConverter<LandmarkId>))]
public readonly record struct LandmarkId : IParsable<LandmarkId>
{
    private readonly string? slug;

    private LandmarkId(string slug) => this.slug = slug;

    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static LandmarkId Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var id) ? id : throw Slug.Refuse(s, "landmark id");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LandmarkId result)
    {
        result = Slug.IsValid(s) ? new LandmarkId(s!) : default;
        return result.slug is not null;
    }

    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public override string ToString() => slug ?? throw new InvalidOperationException("default(LandmarkId) has no value.");
}
