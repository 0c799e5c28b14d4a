using System.Globalization;
using System.Numerics;
using System.Text;

namespace Unknot.Body.Output;

/// <summary>The text of a path, with relative commands. Places are rounded, and the rounding does not add up along the path.</summary>
/// <param name="places">Decimal places that are kept, 0 … 3.</param>
internal sealed class PathText(int places)
{
    private readonly StringBuilder text = new();
    private readonly int unit = (int)Math.Pow(10, places);
    private (int X, int Y) last;

    internal void Move(Vector2 to)
    {
        last = (0, 0);
        Write('M', to);
    }

    internal void Line(Vector2 to)
    {
        if (Rounded(to) != last)
        {
            Write('l', to);
        }
    }

    internal void Curve(Vector2 first, Vector2 second, Vector2 to) => Write('c', first, second, to);

    internal void Close() => text.Append('z');

    /// <summary>A line through all places.</summary>
    internal void Straight(List<Vector2> line, bool closed)
    {
        Move(line[0]);
        for (var i = 1; i < line.Count; i++)
        {
            Line(line[i]);
        }

        if (closed)
        {
            Close();
        }
    }

    public override string ToString() => text.ToString();

    private (int X, int Y) Rounded(Vector2 place) => ((int)MathF.Round(place.X * unit), (int)MathF.Round(place.Y * unit));

    /// <summary>All places count from the last one; then the last of them is the new one.</summary>
    private void Write(char command, params ReadOnlySpan<Vector2> targets)
    {
        text.Append(command);
        var isFirst = true;
        var at = last;
        foreach (var target in targets)
        {
            at = Rounded(target);
            Append(at.X - last.X);
            Append(at.Y - last.Y);
        }

        last = at;

        void Append(int value)
        {
            var digits = (value / (decimal)unit).ToString("0.###", CultureInfo.InvariantCulture);
            text.Append(isFirst || digits[0] == '-' ? "" : " ").Append(digits);
            isFirst = false;
        }
    }
}
