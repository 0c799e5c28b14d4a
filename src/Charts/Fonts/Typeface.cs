using System.Collections.Frozen;

namespace Unknot.Charts.Fonts;

/// <summary>
/// A font file built into this assembly (Source Sans 3, SIL Open Font License) and the widths of its letters, so that text is
/// measured once and set alike by every writer.
/// </summary>
internal sealed class Typeface
{
    internal const string Family = "Source Sans 3";

    private readonly FrozenDictionary<int, Glyph> glyphs;

    private Typeface(string resource, int weight, bool isItalic)
    {
        Resource = resource;
        Weight = weight;
        IsItalic = isItalic;
        using var stream = typeof(Typeface).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not built into the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        Bytes = bytes;
        (glyphs, Ascent, Descent, BoundingBox) = Read(bytes);
    }

    internal static Typeface Regular { get; } = new("SourceSans3-Regular.ttf", 400, isItalic: false);

    internal static Typeface SemiBold { get; } = new("SourceSans3-SemiBold.ttf", 600, isItalic: false);

    internal static Typeface Italic { get; } = new("SourceSans3-Italic.ttf", 400, isItalic: true);

    internal string Resource { get; }

    internal int Weight { get; }

    internal bool IsItalic { get; }

    /// <summary>Of the letters above and below the baseline, in ems; the second is below 0.</summary>
    internal float Ascent { get; }

    internal float Descent { get; }

    /// <summary>Around every letter: left, bottom, right, top, in ems.</summary>
    internal (float Left, float Bottom, float Right, float Top) BoundingBox { get; }

    /// <summary>The file.</summary>
    internal byte[] Bytes { get; }

    /// <summary>Width without kerning, in the unit of <paramref name="size"/>. A letter that the font lacks counts as a wide one.</summary>
    internal float Measure(string text, float size)
    {
        var sum = 0f;
        foreach (var rune in text.EnumerateRunes())
        {
            sum += GlyphOf(rune.Value).Advance;
        }

        return sum * size;
    }

    /// <summary>Whether the font has every letter of a text.</summary>
    internal bool Has(string text) => text.EnumerateRunes().All(rune => glyphs.ContainsKey(rune.Value));

    /// <summary>The picture of a letter; for one that the font lacks, the font's own sign for that.</summary>
    internal Glyph GlyphOf(int codePoint) => glyphs.GetValueOrDefault(codePoint, new Glyph(0, 0.9f));

    /// <param name="Number">Within the font file; 0 = missing.</param>
    /// <param name="Advance">In ems.</param>
    internal readonly record struct Glyph(ushort Number, float Advance);

    private static (FrozenDictionary<int, Glyph> Glyphs, float Ascent, float Descent, (float, float, float, float) Box) Read(byte[] bytes)
    {
        var font = new OpenTypeFile(bytes);
        var (head, hhea) = (font.At("head"), font.At("hhea"));
        var em = (float)font.U16(head + 18);
        var lastWidth = font.U16(hhea + 34) - 1;
        var result = new Dictionary<int, Glyph>();
        foreach (var (code, glyph) in font.Characters())
        {
            result[code] = new Glyph(glyph, font.U16(font.At("hmtx") + (4 * Math.Min(glyph, lastWidth))) / em);
        }

        return (result.ToFrozenDictionary(), font.I16(hhea + 4) / em, font.I16(hhea + 6) / em,
            (font.I16(head + 36) / em, font.I16(head + 38) / em, font.I16(head + 40) / em, font.I16(head + 42) / em));
    }
}
