using System.Buffers.Binary;
using System.Collections.Frozen;

namespace Unknot.Charts.Fonts;

/// <summary>
/// A font file built into this assembly (Source Sans 3, SIL Open Font License) and the widths of its letters, so that text is
/// measured once and set alike by every writer.
/// </summary>
internal sealed class Typeface
{
    internal const string Family = "Source Sans 3";

    private readonly FrozenDictionary<int, float> advances;

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
        advances = ReadAdvances(bytes);
    }

    internal static Typeface Regular { get; } = new("SourceSans3-Regular.ttf", 400, isItalic: false);

    internal static Typeface SemiBold { get; } = new("SourceSans3-SemiBold.ttf", 600, isItalic: false);

    internal static Typeface Italic { get; } = new("SourceSans3-Italic.ttf", 400, isItalic: true);

    internal string Resource { get; }

    internal int Weight { get; }

    internal bool IsItalic { get; }

    /// <summary>The file.</summary>
    internal byte[] Bytes { get; }

    /// <summary>Width without kerning, in the unit of <paramref name="size"/>. A letter that the font lacks counts as a wide one.</summary>
    internal float Measure(string text, float size)
    {
        var sum = 0f;
        foreach (var rune in text.EnumerateRunes())
        {
            sum += advances.GetValueOrDefault(rune.Value, 0.9f);
        }

        return sum * size;
    }

    /// <summary>Whether the font has every letter of a text.</summary>
    internal bool Has(string text) => text.EnumerateRunes().All(rune => advances.ContainsKey(rune.Value));

    /// <summary>Widths by code point, in ems: tables <c>cmap</c> (format 4), <c>hmtx</c>, <c>head</c> and <c>hhea</c> of OpenType.</summary>
    private static FrozenDictionary<int, float> ReadAdvances(byte[] font)
    {
        ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(font.AsSpan(at));
        int U32(int at) => (int)BinaryPrimitives.ReadUInt32BigEndian(font.AsSpan(at));
        var tables = Enumerable.Range(0, U16(4)).ToDictionary(i => System.Text.Encoding.ASCII.GetString(font, 12 + (16 * i), 4), i => U32(12 + (16 * i) + 8));
        var unitsPerEm = (float)U16(tables["head"] + 18);
        var lastWidth = U16(tables["hhea"] + 34) - 1;
        var cmap = tables["cmap"];
        var unicode = Enumerable.Range(0, U16(cmap + 2)).Select(i => cmap + U32(cmap + 4 + (8 * i) + 4)).First(at => U16(at) == 4);
        var segments = U16(unicode + 6) / 2;
        var result = new Dictionary<int, float>();
        for (var segment = 0; segment < segments; segment++)
        {
            var endAt = unicode + 14 + (2 * segment);
            var startAt = endAt + (2 * segments) + 2;
            var deltaAt = startAt + (2 * segments);
            var rangeAt = deltaAt + (2 * segments);
            for (int code = U16(startAt); code <= U16(endAt) && code != 0xffff; code++)
            {
                int glyph = U16(rangeAt) == 0 ? code : U16(rangeAt + U16(rangeAt) + (2 * (code - U16(startAt))));
                glyph = glyph == 0 ? 0 : (glyph + U16(deltaAt)) & 0xffff;
                if (glyph != 0)
                {
                    result[code] = U16(tables["hmtx"] + (4 * Math.Min(glyph, lastWidth))) / unitsPerEm;
                }
            }
        }

        return result.ToFrozenDictionary();
    }
}
