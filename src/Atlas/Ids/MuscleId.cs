using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>Names a muscle or the part of one that has its own pain map, such as <c>upper-trapezius</c>. Given once, never reused.</summary>
[JsonConverter(typeof(SlugConverter<MuscleId>))]
public readonly record struct MuscleId : IParsable<MuscleId>
{
    private readonly string? slug;

    private MuscleId(string slug) => this.slug = slug;

    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static MuscleId Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var id) ? id : throw Slug.Refuse(s, "muscle id");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MuscleId result)
    {
        result = Slug.IsValid(s) ? new MuscleId(s!) : default;
        return result.slug is not null;
    }

    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public override string ToString() => slug ?? throw new InvalidOperationException("default(MuscleId) has no value.");
}
