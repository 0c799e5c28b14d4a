using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Unknot.Atlas;

/// <summary>Names a question about a movement, a posture or a simple test, such as <c>cannot-reach-back-pocket</c>.</summary>
[JsonConverter(typeof(SlugConverter<QuestionId>))]
public readonly record struct QuestionId : IParsable<QuestionId>
{
    private readonly string? slug;

    private QuestionId(string slug) => this.slug = slug;

    /// <exception cref="FormatException">The text is not a slug.</exception>
    public static QuestionId Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var id) ? id : throw Slug.Refuse(s, "question id");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out QuestionId result)
    {
        result = Slug.IsValid(s) ? new QuestionId(s!) : default;
        return result.slug is not null;
    }

    /// <exception cref="InvalidOperationException">The value is <c>default</c>.</exception>
    public override string ToString() => slug ?? throw new InvalidOperationException("default(QuestionId) has no value.");
}
