using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Unknot.Charts.Tests;

/// <summary>Reads back what a PDF says, by the rules of ISO 32000 and not by our writer's code: streams, fonts, and the texts shown with them.</summary>
internal sealed partial class PdfText
{
    private readonly Dictionary<int, string> dictionaries = [];
    private readonly Dictionary<int, byte[]> streams = [];

    internal PdfText(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        foreach (Match found in ObjectStart().Matches(text))
        {
            var number = int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture);
            var end = text.IndexOf("endobj", found.Index, StringComparison.Ordinal);
            var stream = text.IndexOf("stream\n", found.Index, StringComparison.Ordinal);
            if (stream >= 0 && stream < end)
            {
                dictionaries[number] = text[found.Index..stream];
                var length = int.Parse(Length().Match(dictionaries[number]).Groups["length"].Value, CultureInfo.InvariantCulture);
                using var packed = new ZLibStream(new MemoryStream(file, stream + 7, length), CompressionMode.Decompress);
                using var plain = new MemoryStream();
                packed.CopyTo(plain);
                streams[number] = plain.ToArray();
            }
            else
            {
                dictionaries[number] = text[found.Index..end];
            }
        }

        Text = string.Join('\n', Pages().Select(TextOf));
    }

    /// <summary>Every line of text, in the order it is written.</summary>
    internal string Text { get; }

    internal int PageCount => Pages().Count();

    /// <summary>Names of fonts whose outlines are in the file.</summary>
    internal IEnumerable<string> EmbeddedFonts => dictionaries.Values
        .Where(dictionary => dictionary.Contains("/FontFile2", StringComparison.Ordinal))
        .Select(dictionary => FontName().Match(dictionary).Groups["name"].Value);

    internal IEnumerable<string> AllFonts => dictionaries.Values
        .Where(dictionary => dictionary.Contains("/Subtype /Type0", StringComparison.Ordinal))
        .Select(dictionary => BaseFont().Match(dictionary).Groups["name"].Value);

    /// <summary>The drawing operators of every page, one after the other.</summary>
    internal static string ContentsOf(byte[] file)
    {
        var pdf = new PdfText(file);
        return string.Concat(pdf.Pages().Select(page => Encoding.Latin1.GetString(pdf.streams[Reference(page, "Contents")])));
    }

    internal bool HasImages => dictionaries.Values.Any(dictionary => dictionary.Contains("/Subtype /Image", StringComparison.Ordinal));

    private IEnumerable<string> Pages() => dictionaries.OrderBy(pair => pair.Key).Select(pair => pair.Value).Where(value => value.Contains("/Type /Page ", StringComparison.Ordinal));

    private string TextOf(string page)
    {
        var resources = dictionaries[Reference(page, "Resources")];
        var letters = FontEntry().Matches(resources).ToDictionary(
            entry => entry.Groups["name"].Value,
            entry => LettersOf(int.Parse(entry.Groups["number"].Value, CultureInfo.InvariantCulture)),
            StringComparer.Ordinal);
        var content = Encoding.Latin1.GetString(streams[Reference(page, "Contents")]);
        return string.Join('\n', Shown().Matches(content).Select(shown => string.Concat(
            shown.Groups["hex"].Value.Chunk(4).Select(glyph => letters[shown.Groups["font"].Value][new string(glyph)]))));
    }

    private Dictionary<string, string> LettersOf(int font) => Letter().Matches(Encoding.Latin1.GetString(streams[Reference(dictionaries[font], "ToUnicode")])).ToDictionary(
        letter => letter.Groups["glyph"].Value,
        letter => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(letter.Groups["text"].Value)),
        StringComparer.Ordinal);

    private static int Reference(string dictionary, string key) =>
        int.Parse(Regex.Match(dictionary, $"/{key} (?<number>[0-9]+) 0 R", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["number"].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=^|\n)(?<number>[0-9]+) 0 obj\n", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex ObjectStart();

    [GeneratedRegex("/Length (?<length>[0-9]+) >>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Length();

    [GeneratedRegex("/FontName /(?<name>[^ ]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FontName();

    [GeneratedRegex("/BaseFont /(?<name>[^ ]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BaseFont();

    [GeneratedRegex("/(?<name>F[0-9]+) (?<number>[0-9]+) 0 R", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FontEntry();

    [GeneratedRegex("/(?<font>F[0-9]+) [0-9.]+ Tf [^<]*<(?<hex>[0-9A-F]*)> Tj", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Shown();

    [GeneratedRegex("<(?<glyph>[0-9A-F]{4})> <(?<text>[0-9A-F]+)>", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Letter();
}
