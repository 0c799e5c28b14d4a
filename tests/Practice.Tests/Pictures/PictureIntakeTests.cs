using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using ImageMagick;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Pictures;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Pictures;

public sealed class PictureIntakeTests
{
    static PictureIntakeTests() => RuntimeHelpers.RunClassConstructor(typeof(PictureWorkshop).TypeHandle);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_picture_is_kept_in_the_widths_that_pages_need(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);

        var picture = Assert.IsType<PictureOutcome.Taken>(await TakeAsync(store, Photo(2000, 1000, MagickFormat.Jpeg), "calf\u0007\n.jpg")).Picture;

        Assert.Equal((1600, 800, "calf.jpg"), (picture.Width, picture.Height, picture.Name));
        await using var db = store.Open();
        var files = await db.PictureFiles.OrderBy(file => file.Width).ToListAsync();
        Assert.Equal("480 960 1600", string.Join(' ', files.Select(file => file.Width)));
        Assert.Equal("480 960 1600", string.Join(' ', picture.Widths));
        Assert.All(files, file =>
        {
            Assert.Equal("image/webp", file.ContentType);
            using var decoded = new MagickImage(file.Content);
            Assert.Equal((file.Width, file.Width / 2), ((int)decoded.Width, (int)decoded.Height));
        });
        Assert.Equal("picture.added", Assert.Single(await db.Audit.ToListAsync()).Action);
    }

    [Theory]
    [InlineData(MagickFormat.Png)]
    [InlineData(MagickFormat.Jpeg)]
    [InlineData(MagickFormat.WebP)]
    [InlineData(MagickFormat.Gif)]
    [InlineData(MagickFormat.Avif)]
    public async Task Each_kind_of_picture_is_read_and_none_is_enlarged(MagickFormat format)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);

        var picture = Assert.IsType<PictureOutcome.Taken>(await TakeAsync(store, Photo(300, 200, format))).Picture;

        Assert.Equal((300, 200), (picture.Width, picture.Height));
        Assert.Equal(300, Assert.Single(picture.Files).Width);
    }

    [Fact]
    public async Task Of_pictures_that_move_the_first_is_kept()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var frames = new MagickImageCollection { new MagickImage(MagickColors.Red, 20, 10), new MagickImage(MagickColors.Blue, 20, 10) };

        var picture = Assert.IsType<PictureOutcome.Taken>(await TakeAsync(store, frames.ToByteArray(MagickFormat.Gif))).Picture;

        using var kept = new MagickImageCollection(Assert.Single(picture.Files).Content);
        using var pixels = Assert.Single(kept).GetPixels();
        Assert.True(pixels.GetPixel(5, 5).ToColor()!.R > 200);
    }

    [Fact]
    public async Task What_can_be_seen_through_and_is_small_stays_a_png()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        using var image = new MagickImage(new MagickColor(0, 128, 0, 100), 200, 100);

        var picture = Assert.IsType<PictureOutcome.Taken>(await TakeAsync(store, image.ToByteArray(MagickFormat.Png))).Picture;

        Assert.Equal("image/png", Assert.Single(picture.Files).ContentType);
    }

    [Fact]
    public async Task It_stands_upright_and_says_nothing_of_place_and_camera()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);

        // A camera that lay on its side: orientation 6, and its maker's name, as the standard writes them.
        var exif = "Exif\0\0MM\0*\0\0\0\u0008\0\u0002"u8.ToArray()
            .Concat("\u0001\u000f\0\u0002\0\0\0\u000d\0\0\0\u0026"u8.ToArray())
            .Concat("\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006\0\0"u8.ToArray())
            .Concat("\0\0\0\0SecretCamera\0"u8.ToArray()).ToArray();
        var plain = Photo(640, 480, MagickFormat.Jpeg);
        byte[] file = [.. plain[..2], 0xff, 0xe1, 0, (byte)(exif.Length + 2), .. exif, .. plain[2..]];

        var picture = Assert.IsType<PictureOutcome.Taken>(await TakeAsync(store, file)).Picture;

        Assert.Equal((480, 640), (picture.Width, picture.Height));
        Assert.All(picture.Files, kept =>
        {
            Assert.DoesNotContain("Secret", Encoding.Latin1.GetString(kept.Content), StringComparison.Ordinal);
            using var decoded = new MagickImage(kept.Content);
            Assert.Empty(decoded.ProfileNames);
        });
    }

    [Fact]
    public async Task A_second_file_behind_a_picture_is_not_kept()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        byte[] file = [.. Photo(100, 100, MagickFormat.Png), .. "<script>alert(1)</script>PK\u0003\u0004"u8];

        var picture = Assert.IsType<PictureOutcome.Taken>(await TakeAsync(store, file, "<script>alert(1)</script>.html")).Picture;

        Assert.All(picture.Files, kept => Assert.DoesNotContain("script", Encoding.Latin1.GetString(kept.Content), StringComparison.Ordinal));
    }

    public static TheoryData<string, byte[]> NoPictures { get; } = new()
    {
        { "empty", [] },
        { "text", "Hello"u8.ToArray() },
        { "SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>"u8.ToArray() },
        { "SVG with a declaration", "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray() },
        { "PDF", "%PDF-1.4\n%%EOF"u8.ToArray() },
        { "PostScript", "%!PS-Adobe-3.0 EPSF-3.0\n"u8.ToArray() },
        { "MVG", "push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://example.com/x.jpg\"|ls \"-la)'\npop graphic-context"u8.ToArray() },
        { "MSL", "<?xml version=\"1.0\"?><image><read filename=\"/etc/passwd\"/></image>"u8.ToArray() },
        { "HTML", "<!doctype html><script>alert(1)</script>"u8.ToArray() },
        { "bitmap", "BM\0\0\0\0\0\0\0\0\0\0\0\0(\0\0\0"u8.ToArray() },
        { "TIFF", "II*\0\u0008\0\0\0"u8.ToArray() },
        { "PNM", "P6 1 1 255 abc"u8.ToArray() },
        { "archive", "PK\u0003\u0004"u8.ToArray() },
        { "program", "MZ\0\0"u8.ToArray() },
        { "only the mark of a PNG", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
        { "only the mark of a JPEG", [0xff, 0xd8, 0xff] },
        { "JPEG whose segments lead nowhere", [0xff, 0xd8, 0xff, 0xe0, 0x00, 0x00, 0xff, 0xe0, 0x00, 0x00, 0xff, 0xd9, 0, 0] },
        { "only the mark of a GIF", "GIF89a"u8.ToArray() },
        { "only the mark of a WebP", "RIFF\0\0\0\0WEBPVP8 "u8.ToArray() },
        { "GIF that is a script", "GIF89a/*\0\0*/=1;alert(1)"u8.ToArray() },
        { "PNG that is something else inside", [.. new byte[] { 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13 }, .. "IHDR\0\0\0\u0010\0\0\0\u0010<svg onload=alert(1)>"u8] },
        { "film", [0, 0, 0, 0x18, .. "ftypmp42\0\0\0\0mp42isom"u8] },
        { "HEIC without a size", [0, 0, 0, 0x18, .. "ftypheic\0\0\0\0mif1heic"u8] },
        { "AVIF that is nothing but a size", [0, 0, 0, 0x18, .. "ftypavif\0\0\0\0ispe\0\0\0\0\0\0\0\u0010\0\0\0\u0010"u8] },
    };

    [Theory]
    [MemberData(nameof(NoPictures))]
    public async Task What_is_no_picture_is_refused(string what, byte[] file)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);

        Assert.False(await TakeAsync(store, file, $"{what}.png") is PictureOutcome.Taken, what);

        await using var db = store.Open();
        Assert.Empty(await db.Pictures.ToListAsync());
    }

    [Theory]
    [InlineData(50_000, 50_000)]
    [InlineData(10_000, 5_001)]
    [InlineData(16_001, 1)]
    [InlineData(1, 16_001)]
    [InlineData(-1, -1)]
    [InlineData(0, 10)]
    public async Task A_bomb_is_refused_by_what_its_head_says(int width, int height)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var refused = Assert.IsType<PictureOutcome.Refused>(await TakeAsync(store, Png(width, height, rows: 0)));

        Assert.Contains("pixels", refused.Message, StringComparison.Ordinal);
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 50_000_000);
    }

    [Fact]
    public async Task A_head_that_lies_about_the_size_helps_nobody()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);

        // 10 × 10 in the head, and rows for a thousand times as much.
        var outcome = await TakeAsync(store, Png(10, 10, rows: 100_000));

        Assert.True(outcome is PictureOutcome.Refused or PictureOutcome.Taken { Picture: { Width: 10, Height: 10 } });
    }

    [Fact]
    public async Task As_many_pixels_as_are_allowed_are_read()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);

        var picture = Assert.IsType<PictureOutcome.Taken>(await TakeAsync(store, Png(10_000, 5_000, rows: 5_000))).Picture;

        Assert.Equal((1600, 800), (picture.Width, picture.Height));
    }

    [Theory]
    [InlineData(MagickFormat.Png)]
    [InlineData(MagickFormat.Jpeg)]
    [InlineData(MagickFormat.WebP)]
    [InlineData(MagickFormat.Gif)]
    [InlineData(MagickFormat.Avif)]
    public async Task A_file_that_was_cut_off_is_refused_or_read_as_far_as_it_goes(MagickFormat format)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var file = Photo(600, 400, format);

        foreach (var length in new[] { 12, 40, file.Length / 4, file.Length / 2, file.Length - 1 })
        {
            var outcome = await TakeAsync(store, file[..length]);
            Assert.True(outcome is PictureOutcome.Refused or PictureOutcome.Taken { Picture: { Width: 600, Height: 400 } });
        }
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var small = Photo(10, 10, MagickFormat.Png);
        var file = new byte[PictureIntake.LargestFile + 1];
        small.CopyTo(file, 0);

        Assert.IsType<PictureOutcome.Refused>(await TakeAsync(store, file));
        Assert.IsType<PictureOutcome.Taken>(await TakeAsync(store, file[..^1]));
    }

    [Theory]
    [InlineData("msvg:x.svg")]
    [InlineData("mvg:x.mvg")]
    [InlineData("msl:x.msl")]
    [InlineData("text:/etc/hostname")]
    [InlineData("label:@/etc/hostname")]
    [InlineData("https://example.com/x.png")]
    public void The_library_opens_nothing_else(string what) => Assert.ThrowsAny<MagickException>(() => new MagickImage(what).Dispose());

    private static async Task<PictureOutcome> TakeAsync(TestStore store, byte[] file, string name = "x.png")
    {
        await using var db = store.Open();
        return await new PictureIntake(db, TimeProvider.System).TakeAsync(file, name, null, default);
    }

    private static byte[] Photo(int width, int height, MagickFormat format)
    {
        using var image = new MagickImage(MagickColors.SteelBlue, (uint)width, (uint)height);
        using (var pixels = image.GetPixels())
        {
            for (var x = 0; x < width; x += 7)
            {
                pixels.SetPixel(x, x * height / width, [255, (byte)x, 0]);
            }
        }

        return image.ToByteArray(format);
    }

    /// <summary>A grey PNG of any size, of which only so many rows are there.</summary>
    private static byte[] Png(int width, int height, int rows)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var row = new byte[Math.Max(1, width + 1)];
            for (var i = 0; i < rows; i++)
            {
                zip.Write(row);
            }
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = 8;
        return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, .. Chunk("IHDR", head), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] all = [.. Encoding.ASCII.GetBytes(name), .. content];
        var chunk = new byte[all.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, content.Length);
        all.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Checksum(all));
        return chunk;
    }

    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var each in bytes)
        {
            sum ^= each;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) != 0 ? (sum >> 1) ^ 0xedb88320 : sum >> 1;
            }
        }

        return ~sum;
    }
}
