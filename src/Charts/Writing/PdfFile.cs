using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Unknot.Charts.Writing;

/// <summary>The objects of a PDF file (ISO 32000-1) and their table. Whoever adds the same objects gets the same bytes.</summary>
internal sealed class PdfFile
{
    private readonly List<byte[]?> objects = [];

    /// <summary>A number for an object that is given later.</summary>
    internal int Reserve()
    {
        objects.Add(null);
        return objects.Count;
    }

    internal int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    internal void Set(int number, string body) => objects[number - 1] = Encoding.Latin1.GetBytes(body);

    /// <param name="entries">Of the stream's dictionary, without length and filter.</param>
    internal int AddStream(string entries, ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(content);
        }

        using var body = new MemoryStream();
        body.Write(Encoding.Latin1.GetBytes($"<< {entries} /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"));
        packed.WriteTo(body);
        body.Write("\nendstream"u8);
        objects.Add(body.ToArray());
        return objects.Count;
    }

    internal byte[] Write(int catalogue, int info)
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%"u8);
        file.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']); // says that the file is not plain text
        var places = new List<long>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Write(Encoding.Latin1.GetBytes($"{i + 1} 0 obj\n"));
            file.Write(objects[i] ?? throw new InvalidOperationException($"Object {i + 1} was reserved and never given."));
            file.Write("\nendobj\n"u8);
        }

        var id = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var table = file.Length;
        var end = new StringBuilder();
        end.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
        {
            end.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        }

        end.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root {catalogue} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{table}\n%%EOF\n");
        file.Write(Encoding.Latin1.GetBytes(end.ToString()));
        return file.ToArray();
    }

    /// <summary>A text as UTF-16 in hexadecimal, as any text may be given.</summary>
    internal static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
}
