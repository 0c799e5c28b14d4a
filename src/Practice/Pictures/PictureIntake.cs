using System.Collections.Immutable;
using ImageMagick;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Pictures;

/// <summary>
/// Takes pictures in. What a file is is read from its bytes, never from its name; its pixels are written anew in the sizes that pages need,
/// so that nothing else of the file is kept: no place, no camera, no second file within.
/// </summary>
public sealed class PictureIntake(PracticeDb db, TimeProvider time)
{
    /// <summary>Bytes of a file.</summary>
    public const int LargestFile = 15 * 1024 * 1024;

    public const long MostPixels = 50_000_000;

    public const int LongestSide = 16_000;

    /// <summary>A larger picture is kept in this width.</summary>
    public const int LargestWidth = 1600;

    private const int LongestName = 200;

    /// <summary>Bytes up to which a picture that can be seen through stays a PNG.</summary>
    private const int LargestPng = 60 * 1024;

    private const string Kinds = "PNG, JPEG, WebP, GIF, AVIF or HEIC";

    /// <summary>Widths that a larger picture also has.</summary>
    public static ImmutableArray<int> SmallerWidths { get; } = [480, 960];

    /// <param name="name">Of the file, as somebody called it; shown in the console only.</param>
    /// <param name="personId">Who; null for the product itself.</param>
    public async Task<PictureOutcome> TakeAsync(ReadOnlyMemory<byte> file, string name, Guid? personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (file.Length > LargestFile)
        {
            return new PictureOutcome.Refused($"The file is larger than {LargestFile / 1024 / 1024} MB.");
        }

        if (PictureHeader.Read(file.Span) is not { } header)
        {
            return new PictureOutcome.Refused($"This is not a picture that can be read: {Kinds}.");
        }

        if (header.Width < 1 || header.Height < 1 || header.Width > LongestSide || header.Height > LongestSide || header.Width * header.Height > MostPixels)
        {
            return new PictureOutcome.Refused(
                $"The picture is {header.Width} × {header.Height} pixels. At most {MostPixels / 1_000_000} million are read, and {LongestSide:N0} along a side.");
        }

        Picture picture;
        try
        {
            picture = await PictureWorkshop.WorkAsync(() => Make(file.Span, header.Kind, Tidied(name), personId), cancellation);
        }
        catch (MagickException)
        {
            return new PictureOutcome.Refused("The picture is damaged or incomplete.");
        }

        db.Pictures.Add(picture);
        AuditTrail.Note(db, time, personId, "picture.added", "picture", picture.Id.ToString());
        await db.SaveChangesAsync(cancellation);
        return new PictureOutcome.Taken(picture);
    }

    private Picture Make(ReadOnlySpan<byte> file, PictureKind kind, string name, Guid? personId)
    {
        using var image = PictureWorkshop.Open(file, kind);
        if (image.Width > LargestWidth)
        {
            image.Resize(LargestWidth, 0);
        }

        var id = PictureId.New(time);
        var picture = new Picture
        {
            Id = id,
            Name = name,
            Width = (int)image.Width,
            Height = (int)image.Height,
            AddedAtUtc = time.GetUtcNow().UtcDateTime,
            PersonId = personId,
        };
        foreach (var width in picture.Widths)
        {
            using var sized = (MagickImage)image.Clone();
            if (width < sized.Width)
            {
                sized.Resize((uint)width, 0);
            }

            picture.Files.Add(Encode(sized, id, width));
        }

        return picture;
    }

    private static PictureFile Encode(MagickImage image, PictureId id, int width)
    {
        if (image.HasAlpha && !image.IsOpaque)
        {
            var png = image.ToByteArray(MagickFormat.Png);
            if (png.Length <= LargestPng)
            {
                return new PictureFile { PictureId = id, Width = width, ContentType = "image/png", Content = png };
            }
        }

        image.Quality = 82;
        return new PictureFile { PictureId = id, Width = width, ContentType = "image/webp", Content = image.ToByteArray(MagickFormat.WebP) };
    }

    /// <summary>A name is shown, so nothing in it may act on a terminal or run across the page.</summary>
    private static string Tidied(string name)
    {
        var visible = string.Concat(name.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))).Trim();
        return visible.Length == 0 ? "picture" : visible.Length > LongestName ? visible[..LongestName] : visible;
    }
}
