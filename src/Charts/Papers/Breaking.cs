using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Unknot.Charts.Fonts;

namespace Unknot.Charts.Papers;

/// <summary>Texts of anybody as a sheet can hold them.</summary>
internal static class Breaking
{
    /// <summary>Stands for a letter that the font lacks.</summary>
    private const string Unknown = "□";

    /// <summary>On one line, without what has no shape. Letters that the font lacks, such as those of Hebrew or Chinese, become boxes.</summary>
    internal static string Clean(string text, Typeface face)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                clean.Append(' ');
            }
            else if (category is not UnicodeCategory.Format)
            {
                clean.Append(face.Has(rune.ToString()) ? rune.ToString() : face.Has(Unknown) ? Unknown : "?");
            }
        }

        return clean.ToString();
    }

    /// <summary>Whether <see cref="Clean"/> would put a box for a letter.</summary>
    internal static bool Loses(string text, Typeface face) =>
        text.EnumerateRunes().Any(rune => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.Format && !face.Has(rune.ToString()));

    /// <summary>Lines no wider than the width: broken between words, and within a word that is wider alone. A line that ends with a space goes on with a new word.</summary>
    /// <param name="text">Clean.</param>
    /// <param name="width">In the unit of <paramref name="size"/>; at least two letters fit.</param>
    /// <returns>At least one line.</returns>
    internal static ImmutableArray<string> Lines(string text, Typeface face, float size, float width)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (face.Measure(longer, size) <= width)
            {
                line = longer;
                continue;
            }

            if (line.Length > 0)
            {
                lines.Add($"{line} ");
            }

            line = word;
            while (face.Measure(line, size) > width && LettersThatFit(line, face, size, width) is var fits && fits < line.Length)
            {
                lines.Add(line[..fits]);
                line = line[fits..];
            }
        }

        lines.Add(line);
        return lines.ToImmutable();
    }

    /// <returns>At least one letter, with the marks upon it.</returns>
    private static int LettersThatFit(string word, Typeface face, float size, float width)
    {
        var end = 0;
        foreach (var start in StringInfo.ParseCombiningCharacters(word).Append(word.Length).Skip(1))
        {
            if (end > 0 && face.Measure(word[..start], size) > width)
            {
                break;
            }

            end = start;
        }

        return end;
    }
}
