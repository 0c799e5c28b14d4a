using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>Names something that sets points off or keeps them alive, such as <c>desk-work</c>.</summary>
[JsonConverter(typeof(SlugConverter<CauseId>))]
public readonly record struct CauseId : IParsable<CauseId>
{
    private readonly string? slug;

    private CauseId(string slug) => this.slug = slug;

    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static CauseId Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var id) ? id : throw Slug.Refuse(s, "cause id");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CauseId result)
    {
        result = Slug.IsValid(s) ? new CauseId(s!) : default;
        return result.slug is not null;
    }

    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public override string ToString() => slug ?? throw new InvalidOperationException("default(CauseId) has no value.");
}
