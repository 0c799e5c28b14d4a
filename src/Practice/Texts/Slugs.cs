using System.Text;
using System.Text.RegularExpressions;

namespace Unknot.Practice.Texts;

/// <summary>Names as they stand in addresses: lower-case letters, digits, and single hyphens between them.</summary>
public static partial class Slugs
{
    public const int Longest = 100;

    /// <summary>Letters of the languages around, and below each what it becomes: without ICU the platform does not take them apart.</summary>
    private const string Accented = "áàâäãåāçčćéèêëēíìîïīñńóòôöõøōßšśúùûüūýÿžź";
    private const string Plain = "aaaaaaaccceeeeeiiiiinnooooooosssuuuuuyyzz";

    /// <param name="name">Whether it may stand in an address as it is, and is not too long.</param>
    public static bool IsSlug(string name, int longest = Longest) => name.Length <= longest && Pattern().IsMatch(name);

    /// <summary>The name in an address that a title suggests.</summary>
    /// <returns><c>text</c> when no letter or digit of it can stand in one.</returns>
    public static string From(string title, int longest = Longest)
    {
        ArgumentNullException.ThrowIfNull(title);
        var name = new StringBuilder();
        foreach (var letter in WithoutMarks(title))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                name.Append(letter);
            }
            else if (letter is not ('\'' or '’') && name.Length > 0 && name[^1] != '-')
            {
                name.Append('-');
            }
        }

        var all = name.ToString().Trim('-');
        if (all.Length > longest)
        {
            var end = all.LastIndexOf('-', longest);
            all = all[..(end > 0 ? end : longest)];
        }

        return all.Length == 0 ? "text" : all;
    }

    /// <summary>The text in lower case without the marks of its letters, for comparing and sorting what people type: "Zoë" → "zoe".</summary>
    public static string WithoutMarks(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.Create(text.Length, text, static (plain, text) =>
        {
            text.AsSpan().ToLowerInvariant(plain);
            for (var i = 0; i < plain.Length; i++)
            {
                var accented = Accented.IndexOf(plain[i], StringComparison.Ordinal);
                plain[i] = accented >= 0 ? Plain[accented] : plain[i];
            }
        });
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
