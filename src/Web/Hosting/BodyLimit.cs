using System.Buffers;
using Microsoft.AspNetCore.Http.Features;
using Unknot.Practice.Pictures;

namespace Unknot.Web.Hosting;

/// <summary>
/// Refuses a request body above <see cref="MaxBytes"/> with a problem document: 413 from the API, 400 from its addresses without a version and from pages. The rest of it, up to <see cref="DrainBytes"/>, is
/// read and thrown away first: a client that is still writing when the connection closes never sees the answer.
/// </summary>
internal static class BodyLimit
{
    internal const int MaxBytes = 1024 * 1024;

    private const long DrainBytes = 16L * 1024 * 1024;

    /// <summary>
    /// Where people of the practice send more: pictures, and texts of 200,000 characters, which a form may send as nine bytes each. Nothing of it
    /// is read before it is known who sends it.
    /// </summary>
    private static readonly (PathString Path, long Bytes)[] Larger =
    [
        ("/console/pictures", PictureIntake.LargestFile + (64 * 1024)),
        ("/console/articles", 2 * 1024 * 1024),
    ];

    internal static WebApplicationBuilder AddBodyLimit(this WebApplicationBuilder builder)
    {
        // Ours is stricter and answers in words; the server's own would cut the connection.
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        return builder;
    }

    internal static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var larger = Array.Find(Larger, place => context.Request.Path.StartsWithSegments(place.Path, StringComparison.OrdinalIgnoreCase));
        if (larger.Bytes > 0)
        {
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            {
                limit.MaxRequestBodySize = larger.Bytes;
            }

            await next(context);
            return;
        }

        using var kept = new MemoryStream();
        var fits = await ReadAsync(context.Request.Body, kept, context.RequestAborted);

        // A page about an error runs through here again, when everything has been read.
        context.Request.Body = Stream.Null;
        if (!fits)
        {
            throw new BadHttpRequestException("The body is larger than 1 MiB (1,048,576 bytes), the most this server reads.", StatusOf(context.Request.Path));
        }

        kept.Position = 0;
        context.Request.Body = kept;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Body = Stream.Null;
        }
    });

    private static int StatusOf(PathString path) => path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase)
        ? StatusCodes.Status413PayloadTooLarge
        : StatusCodes.Status400BadRequest;

    /// <returns>False when there was more than may be kept.</returns>
    private static async Task<bool> ReadAsync(Stream body, MemoryStream kept, CancellationToken cancellation)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            for (var total = 0L; total < DrainBytes;)
            {
                var read = await body.ReadAsync(buffer, cancellation);
                if (read == 0)
                {
                    return total <= MaxBytes;
                }

                total += read;
                if (total <= MaxBytes)
                {
                    kept.Write(buffer, 0, read);
                }
            }

            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
