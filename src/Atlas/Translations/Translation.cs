using System.Security.Cryptography;
using System.Text;

namespace Unknot.Atlas.Translations;

/// <summary>A text in another language, as written in <c>data/language/&lt;language&gt;/</c>.</summary>
internal sealed record Translation
{
    /// <summary><see cref="HashOf"/> the English text that was translated: when that changes, the translation is out of date and is not shown.</summary>
    public required string Of { get; init; }

    public required string Text { get; init; }

    /// <summary>The first eight hexadecimal digits of the SHA-256 of the text in UTF-8.</summary>
    internal static string HashOf(string english) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(english)).AsSpan(0, 4));
}
