using System.Globalization;
using System.Text;

namespace Unknot.Practice.Receipts;

/// <summary>Texts as a document may hold them: one line, with nothing that cannot be seen.</summary>
internal static class OneLine
{
    /// <summary>
    /// Control characters and ends of lines become spaces; marks that turn the direction of text around, and others without a shape, go; spaces are single.
    /// Half a surrogate pair becomes the sign for that.
    /// </summary>
    internal static string Of(string? text)
    {
        var line = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune) || category is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }

            // Joiners stay: names in some scripts are misspelt without them.
            else if (category is not UnicodeCategory.Format || rune.Value is 0x200C or 0x200D)
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }
}
