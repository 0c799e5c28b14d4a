using System.Globalization;
using System.Text;
using Unknot.Charts.Fonts;

namespace Unknot.Charts.Writing;

/// <summary>A font as a file needs it: the outlines that are used, their widths, and which letters they are, so that text can be searched and copied.</summary>
internal sealed class PdfFont(Typeface face, int number)
{
    private const int MostInOneList = 100;

    private readonly SortedDictionary<ushort, int> codePoints = [];

    /// <summary>Of the font's object in the file.</summary>
    internal int Number => number;

    /// <summary>The glyphs of a text as a hexadecimal string.</summary>
    internal string Encode(string text)
    {
        var hex = new StringBuilder(text.Length * 4);
        foreach (var rune in text.EnumerateRunes())
        {
            var glyph = face.GlyphOf(rune.Value).Number;
            codePoints[glyph] = rune.Value;
            hex.Append(glyph.ToString("X4", CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }

    /// <summary>Adds what the texts so far have used.</summary>
    internal void WriteTo(PdfFile file)
    {
        // A subset has a tag of six capitals; it only has to differ between the fonts of a file.
        var name = $"UNKNO{(char)('A' + ((face.Weight / 100) + (face.IsItalic ? 10 : 0)))}+SourceSans3-{(face.IsItalic ? "Italic" : face.Weight > 400 ? "SemiBold" : "Regular")}";
        var outlines = new OpenTypeFile(face.Bytes).Subset(codePoints.Keys);
        var program = file.AddStream($"/Length1 {outlines.Length}", outlines);
        var box = face.BoundingBox;
        var descriptor = file.Add(string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /FontDescriptor /FontName /{name} /Flags {(face.IsItalic ? 96 : 32)} /FontBBox [{M(box.Left)} {M(box.Bottom)} {M(box.Right)} {M(box.Top)}] /ItalicAngle {(face.IsItalic ? -11 : 0)} /Ascent {M(face.Ascent)} /Descent {M(face.Descent)} /CapHeight 660 /StemV {(face.Weight > 400 ? 120 : 80)} /FontFile2 {program} 0 R >>"));
        var widths = string.Concat(codePoints.Select(pair => $"{pair.Key.ToString(CultureInfo.InvariantCulture)} [{M(face.GlyphOf(pair.Value).Advance)}] "));
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor {descriptor} 0 R /DW 500 /W [{widths}] /CIDToGIDMap /Identity >>");
        var unicode = file.AddStream("", Encoding.ASCII.GetBytes(UnicodeMap()));
        file.Set(number, $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    private string UnicodeMap()
    {
        var map = new StringBuilder();
        map.Append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n");
        map.Append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var list in codePoints.Chunk(MostInOneList))
        {
            map.Append(CultureInfo.InvariantCulture, $"{list.Length} beginbfchar\n");
            foreach (var (glyph, code) in list)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{glyph:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(code)))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }

    /// <summary>Thousandths of an em.</summary>
    private static string M(float ems) => MathF.Round(1000 * ems).ToString(CultureInfo.InvariantCulture);
}
