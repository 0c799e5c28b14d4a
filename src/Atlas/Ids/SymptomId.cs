using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>Names something that a person notices beside pain, such as <c>dizziness</c>.</summary>
[JsonConverter(typeof(SlugConverter<SymptomId>))]
public readonly record struct SymptomId : IParsable<SymptomId>
{
    private readonly string? slug;

    private SymptomId(string slug) => this.slug = slug;

    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static SymptomId Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var id) ? id : throw Slug.Refuse(s, "symptom id");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SymptomId result)
    {
        result = Slug.IsValid(s) ? new SymptomId(s!) : default;
        return result.slug is not null;
    }

    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public override string ToString() => slug ?? throw new InvalidOperationException("default(SymptomId) has no value.");
}
