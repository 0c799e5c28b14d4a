using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Unknot.Atlas;

/// <summary>The form every id of the atlas has: lower-case words of letters and digits joined by single hyphens.</summary>
internal static partial class Slug
{
    internal const int MaxLength = 80;

    /// <summary>The form as a regular expression that JSON schemas understand, too.</summary>
    internal const string Pattern = "^[a-z0-9]+(-[a-z0-9]+)*$";

    internal static bool IsValid(string? text) => text is { Length: > 0 and <= MaxLength } && Form().IsMatch(text);

    internal static FormatException Refuse(string? text, string kind) =>
        new($"'{text}' is not a {kind}: use lower-case letters and digits joined by hyphens, at most {MaxLength} characters.");

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}

/// <summary>Reads and writes an id as a JSON string, also as the name of a property.</summary>
public sealed class SlugConverter<TId> : JsonConverter<TId>
    where TId : struct, IParsable<TId>
{
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        return TId.TryParse(text, null, out var id) ? id : throw new JsonException(Slug.Refuse(text, typeof(TId).Name).Message);
    }

    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
