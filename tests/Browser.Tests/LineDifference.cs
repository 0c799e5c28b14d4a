using System.Text;

namespace Unknot.Browser.Tests;

/// <summary>Two texts, line by line, as a reviewer reads their difference.</summary>
internal static class LineDifference
{
    /// <summary>Lines on both sides that are shown around a difference.</summary>
    private const int Around = 2;

    /// <returns>Empty when they are the same; else removed lines after "-", new ones after "+", and some around them.</returns>
    internal static string Of(string before, string after)
    {
        var (old, fresh) = (before.ReplaceLineEndings("\n").Split('\n'), after.ReplaceLineEndings("\n").Split('\n'));
        var common = CommonFrom(old, fresh);
        var lines = new List<(char Sign, string Text)>();
        var (i, j) = (0, 0);
        while (i < old.Length || j < fresh.Length)
        {
            if (i < old.Length && j < fresh.Length && old[i] == fresh[j])
            {
                lines.Add((' ', old[i]));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == fresh.Length || (i < old.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add(('-', old[i++]));
            }
            else
            {
                lines.Add(('+', fresh[j++]));
            }
        }

        return Shown(lines);
    }

    /// <summary>How many lines both have in common, in order, from each place on.</summary>
    private static int[,] CommonFrom(string[] old, string[] fresh)
    {
        var common = new int[old.Length + 1, fresh.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = fresh.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == fresh[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }

    private static string Shown(List<(char Sign, string Text)> lines)
    {
        var shown = new StringBuilder();
        var last = -1;
        for (var line = 0; line < lines.Count; line++)
        {
            var near = lines.Skip(line - Around).Take(Math.Min(line, Around) + 1 + Around).Any(each => each.Sign != ' ');
            if (!near)
            {
                continue;
            }

            if (line > last + 1)
            {
                shown.AppendLine("…");
            }

            shown.Append(lines[line].Sign).Append(' ').AppendLine(lines[line].Text);
            last = line;
        }

        return shown.ToString();
    }
}
