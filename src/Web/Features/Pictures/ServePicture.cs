using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Pictures;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.Pictures;

/// <summary><c>GET /pictures/{id}/{width}</c>: one size of a picture. It never changes, so whoever has it never asks again.</summary>
internal static class ServePicture
{
    internal static void MapServePicture(this IEndpointRouteBuilder app) => app.MapGet("/pictures/{id:guid}/{width:int}", HandleAsync).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NotFound, StatusCodeHttpResult>> HandleAsync(
        Guid id, int width, PracticeDb db, HttpContext context, CancellationToken cancellation)
    {
        var picture = new PictureId(id);
        context.Response.Headers.ETag = $"\"{id:N}-{width}\"";
        if (context.Request.Headers.IfNoneMatch.ToString().Contains($"\"{id:N}-{width}\"", StringComparison.Ordinal)
            && await db.PictureFiles.AnyAsync(file => file.PictureId == picture && file.Width == width, cancellation))
        {
            MayBeKept(context);
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        if (await db.PictureFiles.AsNoTracking().SingleOrDefaultAsync(file => file.PictureId == picture && file.Width == width, cancellation) is not { } found)
        {
            context.Response.Headers.Remove("ETag");
            return TypedResults.NotFound();
        }

        MayBeKept(context);
        return TypedResults.File(found.Content, found.ContentType);
    }

    private static void MayBeKept(HttpContext context) => context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
}
