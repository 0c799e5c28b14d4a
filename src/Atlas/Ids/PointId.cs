using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>Names a typical trigger point on the left half of the body, such as <c>upper-trapezius-1</c>; the side is said beside it.</summary>
[JsonConverter(typeof(SlugConverter<PointId>))]
public readonly record struct PointId : IParsable<PointId>
{
    private readonly string? slug;

    private PointId(string slug) => this.slug = slug;

    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static PointId Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var id) ? id : throw Slug.Refuse(s, "trigger point id");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PointId result)
    {
        result = Slug.IsValid(s) ? new PointId(s!) : default;
        return result.slug is not null;
    }

    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public override string ToString() => slug ?? throw new InvalidOperationException("default(PointId) has no value.");
}
