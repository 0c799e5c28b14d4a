namespace Unknot.Practice.Texts;

/// <summary>The lines <c>key: value</c> between two lines of hyphens at the top of a text.</summary>
public static class FrontMatter
{
    private const string Fence = "---";

    /// <returns>The lines by their keys, and the text below them.</returns>
    /// <exception cref="FormatException">There is no such head, a line of it is none, or a key is there twice.</exception>
    public static (Dictionary<string, string> Head, string Body) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, Fence, 1);
        if (lines[0] != Fence || end < 0)
        {
            throw new FormatException("The text does not begin with '---' and lines of 'key: value' up to another '---'.");
        }

        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines[1..end])
        {
            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            if (colon <= 0 || !head.TryAdd(line[..colon], line[(colon + 2)..].Trim()))
            {
                throw new FormatException($"'{line}' is no 'key: value', or its key is there twice.");
            }
        }

        return (head, string.Join('\n', lines[(end + 1)..]).Trim('\n') + "\n");
    }
}
