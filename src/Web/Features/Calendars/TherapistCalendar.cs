using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Practice.Booking;

namespace Unknot.Web.Features.Calendars;

/// <summary>
/// <c>GET /calendar/{key}.ics</c>: a therapist's calendar for other programs. The key is a secret: it is looked up by its hash, so that what is compared tells nothing of it, and it stands in no log:
/// requests are logged neither by address nor by route value.
/// </summary>
internal static class TherapistCalendar
{
    internal static void MapTherapistCalendar(this IEndpointRouteBuilder app) =>
        app.MapGet("/calendar/{key}.ics", HandleAsync).RequireRateLimiting(FeedLimit.Policy).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, StatusCodeHttpResult, NotFound>> HandleAsync(string key, TherapistFeed feed, HttpContext context, CancellationToken cancellation)
    {
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        if (await feed.ReadAsync(key, cancellation) is not { } text)
        {
            context.Response.Headers.CacheControl = "no-store";
            return TypedResults.NotFound();
        }

        var file = Encoding.UTF8.GetBytes(text);
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(file))[..24]}\"";
        (context.Response.Headers.ETag, context.Response.Headers.CacheControl) = (tag, "private, no-cache");
        return context.Request.Headers.IfNoneMatch.ToString().Split(',', StringSplitOptions.TrimEntries).Contains(tag, StringComparer.Ordinal)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.File(file, $"{CalendarFile.ContentType}; charset=utf-8");
    }
}
