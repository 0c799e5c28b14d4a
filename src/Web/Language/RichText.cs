using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Unknot.Web.Language;

/// <summary>Turns the marks of a text into HTML.</summary>
internal static partial class RichText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="text">With marks and places for values.</param>
    /// <param name="language">Of the links.</param>
    /// <param name="values">What stands at the places; marks in them mean nothing.</param>
    internal static string ToHtml(string text, string language, object[] values)
    {
        var html = Marks().Replace(text, match => match switch
        {
            _ when match.Groups["strong"] is { Success: true } strong => $"<strong>{Filled(strong.Value)}</strong>",
            _ when match.Groups["em"] is { Success: true } em => $"<em>{Filled(em.Value)}</em>",
            _ when match.Groups["code"] is { Success: true } code => $"<code>{Filled(code.Value)}</code>",
            _ when match.Groups["link"] is { Success: true } link =>
                $"<a href=\"{Encoder.Encode(RequestLanguage.AddressIn(language, Plain(match.Groups["to"].Value)))}\">{Filled(link.Value)}</a>",
            _ => Filled(match.Value),
        });
        return html;

        string Plain(string part) => string.Format(CultureInfo.CurrentUICulture, part, values);

        string Filled(string part) => Encoder.Encode(Plain(part));
    }

    [GeneratedRegex(@"\*\*(?<strong>[^*]+)\*\*|\b_(?<em>[^_]+)_\b|`(?<code>[^`]+)`|\[(?<link>[^\]]+)\]\((?<to>[^)]+)\)|[^*_`\[]+|.", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex Marks();
}
