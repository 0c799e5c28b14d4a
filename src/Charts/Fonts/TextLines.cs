using System.Collections.Immutable;

namespace Unknot.Charts.Fonts;

/// <summary>Breaks text into lines that fit.</summary>
internal static class TextLines
{
    /// <param name="width">In the unit of <paramref name="size"/>; a word that is longer stands alone and overhangs.</param>
    /// <param name="first">How much shorter the first line is, as after a number that hangs in front.</param>
    /// <returns>At least one line, empty for an empty text.</returns>
    internal static ImmutableArray<string> Break(string text, Typeface face, float size, float width, float first = 0)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && face.Measure(longer, size) > width - (lines.Count == 0 ? first : 0))
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines.ToImmutable();
    }
}
