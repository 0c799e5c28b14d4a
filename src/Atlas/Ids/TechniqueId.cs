using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>Names a way to release a point, such as <c>ball-on-wall</c>.</summary>
[JsonConverter(typeof(SlugConverter<TechniqueId>))]
public readonly record struct TechniqueId : IParsable<TechniqueId>
{
    private readonly string? slug;

    private TechniqueId(string slug) => this.slug = slug;

    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static TechniqueId Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var id) ? id : throw Slug.Refuse(s, "technique id");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TechniqueId result)
    {
        result = Slug.IsValid(s) ? new TechniqueId(s!) : default;
        return result.slug is not null;
    }

    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public override string ToString() => slug ?? throw new InvalidOperationException("default(TechniqueId) has no value.");
}
