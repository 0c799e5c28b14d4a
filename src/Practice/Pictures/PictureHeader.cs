using System.Buffers.Binary;

namespace Unknot.Practice.Pictures;

/// <summary>What the first bytes of a file say: which kind of picture it is, and how large. Nothing is decoded.</summary>
internal sealed record PictureHeader(PictureKind Kind, long Width, long Height)
{
    private const int LongestSearch = 256 * 1024;

    /// <returns>Null for everything that is no picture of a known kind, or whose size cannot be read.</returns>
    internal static PictureHeader? Read(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith<byte>([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
        {
            return file.Length >= 24 && file[12..16].SequenceEqual("IHDR"u8) ? new(PictureKind.Png, Big32(file[16..]), Big32(file[20..])) : null;
        }

        if (file.StartsWith<byte>([0xff, 0xd8, 0xff]))
        {
            return Jpeg(file);
        }

        if (file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8))
        {
            return file.Length >= 10 ? new(PictureKind.Gif, Little16(file[6..]), Little16(file[8..])) : null;
        }

        if (file.Length >= 30 && file.StartsWith("RIFF"u8) && file[8..12].SequenceEqual("WEBP"u8))
        {
            return WebP(file);
        }

        return file.Length >= 16 && file[4..8].SequenceEqual("ftyp"u8) ? Heif(file) : null;
    }

    private static PictureHeader? Jpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 < file.Length;)
        {
            if (file[at] != 0xff)
            {
                return null;
            }

            var marker = file[at + 1];
            if (marker == 0xff)
            {
                at++;       // padding
            }
            else if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc))
            {
                return new(PictureKind.Jpeg, Big16(file[(at + 7)..]), Big16(file[(at + 5)..]));
            }
            else if (marker is 0xd9 or 0xda)
            {
                return null;
            }
            else
            {
                at += 2 + Big16(file[(at + 2)..]);
            }
        }

        return null;
    }

    private static PictureHeader? WebP(ReadOnlySpan<byte> file)
    {
        var kind = file[12..16];
        if (kind.SequenceEqual("VP8X"u8))
        {
            return new(PictureKind.WebP, 1 + Little24(file[24..]), 1 + Little24(file[27..]));
        }

        if (kind.SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(file[21..]);
            return file[20] == 0x2f ? new(PictureKind.WebP, 1 + (bits & 0x3fff), 1 + ((bits >> 14) & 0x3fff)) : null;
        }

        return kind.SequenceEqual("VP8 "u8) && file[23..26].SequenceEqual<byte>([0x9d, 0x01, 0x2a])
            ? new(PictureKind.WebP, Little16(file[26..]) & 0x3fff, Little16(file[28..]) & 0x3fff)
            : null;
    }

    /// <summary>The largest of the sizes that the properties of an AVIF or HEIC picture name.</summary>
    private static PictureHeader? Heif(ReadOnlySpan<byte> file)
    {
        var brand = file[8..12];
        var kind = brand.SequenceEqual("avif"u8) || brand.SequenceEqual("avis"u8)
            ? PictureKind.Avif
            : brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) ? PictureKind.Heic : (PictureKind?)null;
        var head = file[..Math.Min(file.Length, LongestSearch)];
        var (width, height) = (0L, 0L);
        for (var from = 0; kind is not null; from += 4)
        {
            var next = head[from..].IndexOf("ispe"u8);
            from += next;
            if (next < 0 || from + 16 > head.Length)
            {
                break;
            }

            width = Math.Max(width, Big32(head[(from + 8)..]));
            height = Math.Max(height, Big32(head[(from + 12)..]));
        }

        return kind is { } known && width > 0 && height > 0 ? new(known, width, height) : null;
    }

    private static long Big32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static int Big16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static int Little16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static int Little24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}

/// <summary>Kinds of pictures that are taken in.</summary>
internal enum PictureKind
{
    Png,
    Jpeg,
    WebP,
    Gif,
    Avif,
    Heic,
}
