using System.Diagnostics;
using ImageMagick;
using ImageMagick.Configuration;

namespace Unknot.Practice.Pictures;

/// <summary>
/// The only door to the picture library. It knows six kinds of files, and a plain ground to draw on, and no others, whatever a file says of itself, starts no other
/// program, and works on one large picture at a time within limits.
/// </summary>
internal static class PictureWorkshop
{
    private const ulong MostMemory = 1024UL * 1024 * 1024;

    private const string Policy = """
        <?xml version="1.0" encoding="UTF-8"?>
        <policymap>
          <policy domain="delegate" rights="none" pattern="*" />
          <policy domain="filter" rights="none" pattern="*" />
          <policy domain="path" rights="none" pattern="@*" />
          <policy domain="coder" rights="none" pattern="*" />
          <policy domain="coder" rights="read | write" pattern="{PNG,JPEG,WEBP,GIF,AVIF,HEIC,XC}" />
        </policymap>
        """;

    private static readonly SemaphoreSlim OneAtATime = new(1);

    static PictureWorkshop()
    {
        var files = ConfigurationFiles.Default;
        files.Policy.Data = Policy;
        MagickNET.Initialize(files);
        ResourceLimits.Width = PictureIntake.LongestSide;
        ResourceLimits.Height = PictureIntake.LongestSide;
        ResourceLimits.Area = MostMemory / 4;
        ResourceLimits.Memory = MostMemory;
        ResourceLimits.Disk = 0;
        ResourceLimits.ListLength = 4;
        ResourceLimits.Thread = 1;
    }

    /// <summary>Runs something with the library, when nobody else does.</summary>
    internal static async Task<T> WorkAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            return await Task.Run(work, cancellation);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>The first picture of a file, upright, in the colours of the web, with nothing beside its pixels.</summary>
    /// <exception cref="MagickException">It is broken, or beyond the limits.</exception>
    internal static MagickImage Open(ReadOnlySpan<byte> file, PictureKind kind)
    {
        var image = new MagickImage(file, new MagickReadSettings
        {
            Format = kind switch
            {
                PictureKind.Png => MagickFormat.Png,
                PictureKind.Jpeg => MagickFormat.Jpeg,
                PictureKind.WebP => MagickFormat.WebP,
                PictureKind.Gif => MagickFormat.Gif,
                PictureKind.Avif => MagickFormat.Avif,
                PictureKind.Heic => MagickFormat.Heic,
                _ => throw new UnreachableException(),
            },
            FrameIndex = 0,
            FrameCount = 1,
        });
        try
        {
            image.AutoOrient();
            if (image.GetColorProfile() is null || !image.TransformColorSpace(ColorProfiles.SRGB))
            {
                image.ColorSpace = ColorSpace.sRGB;
            }

            image.Strip();
            image.ResetPage();
            return image;
        }
        catch
        {
            image.Dispose();
            throw;
        }
    }
}
