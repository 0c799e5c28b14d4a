using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Unknot.Practice.Site;

/// <summary>A colour of the screen, sRGB, 0 … 255 each.</summary>
public readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <param name="text"><c>#rrggbb</c> and nothing else.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Rgb colour)
    {
        colour = default;
        if (text is not ['#', _, _, _, _, _, _] || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
        {
            return false;
        }

        colour = new Rgb((byte)(number >> 16), (byte)(number >> 8), (byte)number);
        return true;
    }

    /// <exception cref="FormatException">It is no <c>#rrggbb</c>.</exception>
    public static Rgb Parse(string text) => TryParse(text, out var colour) ? colour : throw new FormatException($"'{text}' is no colour such as #0f5c63.");

    /// <summary>This with a part of another in it.</summary>
    /// <param name="share">0 … 1 of the other.</param>
    public Rgb Mixed(Rgb other, double share)
    {
        return new Rgb(Part(Red, other.Red), Part(Green, other.Green), Part(Blue, other.Blue));

        byte Part(byte own, byte its) => (byte)Math.Round(own + (share * (its - own)));
    }

    /// <summary>How well one is read on the other, as WCAG 2.2 defines it.</summary>
    /// <returns>1 … 21.</returns>
    public double ContrastTo(Rgb other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private double Luminance
    {
        get
        {
            return (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

            static double Linear(byte part)
            {
                var share = part / 255.0;
                return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
            }
        }
    }
}
