using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>Names a ready-made programme, such as <c>calves-heel</c>.</summary>
[JsonConverter(typeof(SlugConverter<ProgrammeId>))]
public readonly record struct ProgrammeId : IParsable<ProgrammeId>
{
    private readonly string? slug;

    private ProgrammeId(string slug) => this.slug = slug;

    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static ProgrammeId Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var id) ? id : throw Slug.Refuse(s, "programme id");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ProgrammeId result)
    {
        result = Slug.IsValid(s) ? new ProgrammeId(s!) : default;
        return result.slug is not null;
    }

    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public override string ToString() => slug ?? throw new InvalidOperationException("default(ProgrammeId) has no value.");
}
