using System.Globalization;
using System.Numerics;
using System.Text;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Writing;

/// <summary>The drawing operators of a page or of a figure that pages share. y points down, as on sheets.</summary>
internal sealed class PdfContent
{
    private readonly StringBuilder operators = new();
    private readonly SortedSet<int> opacities = [];

    /// <summary>Percent; each is a graphics state that the content names <c>/O&lt;percent&gt;</c>.</summary>
    internal IReadOnlyCollection<int> Opacities => opacities;

    internal byte[] Bytes => Encoding.ASCII.GetBytes(operators.ToString());

    internal static string N(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    internal void Write(string text) => operators.Append(text).Append('\n');

    /// <summary>Moves and scales everything that follows.</summary>
    internal void Transform(float scaleX, float scaleY, Vector2 move) =>
        Write($"{scaleX.ToString("0.######", CultureInfo.InvariantCulture)} 0 0 {scaleY.ToString("0.######", CultureInfo.InvariantCulture)} {N(move.X)} {N(move.Y)} cm");

    internal void Fill(Ink ink)
    {
        SetOpacity(ink.Opacity);
        Write($"{Colour(ink)} rg");
    }

    internal void Line(Ink ink, float width)
    {
        SetOpacity(ink.Opacity);
        Write($"{Colour(ink)} RG {N(width)} w 1 J 1 j");
    }

    internal void Path(Outline path)
    {
        foreach (var step in path.Steps)
        {
            Write(step.Kind switch
            {
                Outline.StepKind.Move => $"{P(step.To)} m",
                Outline.StepKind.Line => $"{P(step.To)} l",
                Outline.StepKind.Curve => $"{P(step.First)} {P(step.Second)} {P(step.To)} c",
                Outline.StepKind.Close => "h",
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }
    }

    internal void Shape(Outline path, Ink? fill, Ink? line, float width)
    {
        if (fill is { } inside)
        {
            Fill(inside);
            Path(path);
            Write("f*");
        }

        if (line is { } around)
        {
            Line(around, width);
            Path(path);
            Write("S");
        }
    }

    /// <summary>A line without length and with round ends is a dot: a few bytes where a circle takes a hundred.</summary>
    internal void Dots(Mark.Dots dots)
    {
        Line(dots.Ink, dots.Diameter);
        foreach (var place in dots.Places)
        {
            Write($"{P(place)} m {P(place)} l");
        }

        Write("S");
    }

    /// <param name="hex">The glyphs.</param>
    internal void Text(Mark.Text text, string font, string hex)
    {
        Fill(text.Ink);
        Write($"BT /{font} {N(text.Size)} Tf 1 0 0 -1 {N(text.Left)} {N(text.At.Y)} Tm <{hex}> Tj ET");
    }

    private void SetOpacity(float opacity)
    {
        var percent = (int)MathF.Round(100 * opacity);
        opacities.Add(percent);
        Write($"/O{percent.ToString(CultureInfo.InvariantCulture)} gs");
    }

    private static string P(Vector2 place) => $"{N(place.X)} {N(place.Y)}";

    private static string Colour(Ink ink) =>
        string.Join(' ', new[] { ink.Red, ink.Green, ink.Blue }.Select(part => (part / 255f).ToString("0.###", CultureInfo.InvariantCulture)));
}
