using System.Globalization;
using System.Numerics;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Art;

/// <summary>Reads the path data that the flat drawings are written in: M, L, H, V, C and Z, absolute and relative.</summary>
internal static class SvgPath
{
    /// <exception cref="FormatException">Another command, or a number that cannot be read.</exception>
    internal static Outline Read(ReadOnlySpan<char> data)
    {
        var draw = new Outline.Builder();
        var (at, start) = (Vector2.Zero, Vector2.Zero);
        var (position, command) = (0, 'M');
        while (SkipToNext(data, ref position))
        {
            if (char.IsAsciiLetter(data[position]))
            {
                command = data[position++];
            }

            var origin = char.IsAsciiLetterLower(command) ? at : Vector2.Zero;
            switch (char.ToUpperInvariant(command))
            {
                case 'M':
                    at = start = origin + Place(data, ref position);
                    draw.Move(at);
                    command = command == 'm' ? 'l' : 'L'; // further places of a move are lines
                    break;
                case 'L':
                    at = origin + Place(data, ref position);
                    draw.Line(at);
                    break;
                case 'H':
                    at = at with { X = origin.X + Number(data, ref position) };
                    draw.Line(at);
                    break;
                case 'V':
                    at = at with { Y = origin.Y + Number(data, ref position) };
                    draw.Line(at);
                    break;
                case 'C':
                    var (first, second) = (origin + Place(data, ref position), origin + Place(data, ref position));
                    at = origin + Place(data, ref position);
                    draw.Curve(first, second, at);
                    break;
                case 'Z':
                    at = start;
                    draw.Close();
                    break;
                default:
                    throw new FormatException($"The command '{command}' at {position} of a path is none that the flat drawings use.");
            }
        }

        return draw.Done();
    }

    private static bool SkipToNext(ReadOnlySpan<char> data, ref int position)
    {
        while (position < data.Length && (char.IsWhiteSpace(data[position]) || data[position] == ','))
        {
            position++;
        }

        return position < data.Length;
    }

    private static Vector2 Place(ReadOnlySpan<char> data, ref int position)
    {
        var x = Number(data, ref position);
        return new Vector2(x, Number(data, ref position));
    }

    private static float Number(ReadOnlySpan<char> data, ref int position)
    {
        SkipToNext(data, ref position);
        var from = position;
        var hasPoint = false;
        for (; position < data.Length; position++)
        {
            var letter = data[position];
            if (!(char.IsAsciiDigit(letter) || (letter == '-' && position == from) || (letter == '.' && !hasPoint)))
            {
                break;
            }

            hasPoint |= letter == '.';
        }

        return float.Parse(data[from..position], NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
