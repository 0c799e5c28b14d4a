using System.Buffers.Binary;
using System.Text;

namespace Unknot.Charts.Fonts;

/// <summary>The tables of a font file with TrueType outlines (OpenType specification 1.9), as far as charts need them.</summary>
internal sealed class OpenTypeFile
{
    /// <summary>What a printer needs to draw glyphs by number.</summary>
    private static readonly string[] NeededTables = ["cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "prep"];

    private readonly byte[] bytes;
    private readonly Dictionary<string, (int At, int Length)> tables;

    internal OpenTypeFile(byte[] bytes)
    {
        this.bytes = bytes;
        tables = Enumerable.Range(0, U16(4)).Select(i => 12 + (16 * i)).ToDictionary(
            entry => Encoding.ASCII.GetString(bytes, entry, 4), entry => (U32(entry + 8), U32(entry + 12)), StringComparer.Ordinal);
    }

    /// <summary>Where a table begins.</summary>
    internal int At(string table) => tables[table].At;

    internal ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));

    internal short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(at));

    internal int U32(int at) => (int)BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));

    /// <summary>Every code point of the basic plane that has a glyph (table <c>cmap</c>, format 4).</summary>
    internal IEnumerable<(int CodePoint, ushort Glyph)> Characters()
    {
        var cmap = At("cmap");
        var map = Enumerable.Range(0, U16(cmap + 2)).Select(i => cmap + U32(cmap + 8 + (8 * i))).First(at => U16(at) == 4);
        var segments = U16(map + 6) / 2;
        for (var segment = 0; segment < segments; segment++)
        {
            var endAt = map + 14 + (2 * segment);
            var startAt = endAt + (2 * segments) + 2;
            var deltaAt = startAt + (2 * segments);
            var rangeAt = deltaAt + (2 * segments);
            for (int code = U16(startAt); code <= U16(endAt) && code != 0xffff; code++)
            {
                var range = U16(rangeAt);
                var raw = range == 0 ? code : U16(rangeAt + range + (2 * (code - U16(startAt))));
                var glyph = raw == 0 && range != 0 ? 0 : (raw + U16(deltaAt)) & 0xffff;
                if (glyph != 0)
                {
                    yield return (code, (ushort)glyph);
                }
            }
        }
    }

    /// <summary>The font with the outlines of some glyphs only; every glyph keeps its number.</summary>
    internal byte[] Subset(IEnumerable<ushort> glyphs)
    {
        var isLong = U16(At("head") + 50) == 1;
        var count = U16(At("maxp") + 4);
        int Offset(int glyph) => isLong ? U32(At("loca") + (4 * glyph)) : 2 * U16(At("loca") + (2 * glyph));

        var kept = new SortedSet<int>([0]);
        var waiting = new Stack<int>(glyphs.Select(glyph => (int)glyph));
        while (waiting.TryPop(out var glyph))
        {
            if (kept.Add(glyph) && Offset(glyph + 1) > Offset(glyph))
            {
                foreach (var part in PartsOf(At("glyf") + Offset(glyph)))
                {
                    waiting.Push(part);
                }
            }
        }

        using var outlines = new MemoryStream();
        var places = new byte[4 * (count + 1)];
        for (var glyph = 0; glyph < count; glyph++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * glyph), (uint)outlines.Length);
            if (kept.Contains(glyph))
            {
                outlines.Write(bytes, At("glyf") + Offset(glyph), Offset(glyph + 1) - Offset(glyph));
                outlines.Write(new byte[(4 - (int)(outlines.Length % 4)) % 4]);
            }
        }

        BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(4 * count), (uint)outlines.Length);
        return Assemble(NeededTables.Where(tables.ContainsKey).Select(name => (name, name switch
        {
            "glyf" => outlines.ToArray(),
            "loca" => places,
            "head" => HeadWithLongOffsets(),
            _ => bytes.AsSpan(tables[name].At, tables[name].Length).ToArray(),
        })).ToList());
    }

    /// <summary>The glyphs that a compound glyph is put together from.</summary>
    private IEnumerable<int> PartsOf(int at)
    {
        if (I16(at) >= 0)
        {
            yield break;
        }

        const int WordArguments = 1, Scale = 8, More = 32, TwoScales = 64, Matrix = 128;
        at += 10;
        for (var flags = More; (flags & More) != 0;)
        {
            flags = U16(at);
            yield return U16(at + 2);
            at += 4 + ((flags & WordArguments) != 0 ? 4 : 2) + ((flags & Scale) != 0 ? 2 : (flags & TwoScales) != 0 ? 4 : (flags & Matrix) != 0 ? 8 : 0);
        }
    }

    private byte[] HeadWithLongOffsets()
    {
        var head = bytes.AsSpan(tables["head"].At, tables["head"].Length).ToArray();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1);
        return head;
    }

    private static byte[] Assemble(List<(string Name, byte[] Bytes)> parts)
    {
        static int Padded(int length) => (length + 3) & ~3;
        var at = 12 + (16 * parts.Count);
        var font = new byte[at + parts.Sum(part => Padded(part.Bytes.Length))];
        var power = (int)Math.Log2(parts.Count);
        BinaryPrimitives.WriteUInt32BigEndian(font, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(4), (ushort)parts.Count);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(6), (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(8), (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(font.AsSpan(10), (ushort)((16 * parts.Count) - (16 << power)));
        for (var i = 0; i < parts.Count; i++)
        {
            var entry = font.AsSpan(12 + (16 * i));
            parts[i].Bytes.CopyTo(font.AsSpan(at));
            Encoding.ASCII.GetBytes(parts[i].Name, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], Checksum(font.AsSpan(at, Padded(parts[i].Bytes.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(entry[8..], (uint)at);
            BinaryPrimitives.WriteUInt32BigEndian(entry[12..], (uint)parts[i].Bytes.Length);
            at += Padded(parts[i].Bytes.Length);
        }

        return font;
    }

    private static uint Checksum(ReadOnlySpan<byte> padded)
    {
        var sum = 0u;
        for (var i = 0; i < padded.Length; i += 4)
        {
            sum += BinaryPrimitives.ReadUInt32BigEndian(padded[i..]);
        }

        return sum;
    }
}
