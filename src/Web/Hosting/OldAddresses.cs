using System.Collections.Frozen;

namespace Unknot.Web.Hosting;

/// <summary>
/// The API was at <c>/api/…</c> before it had a version. What was there then is still answered, by the very endpoints of <c>/api/v1/…</c>;
/// only the new addresses are described, and what came later is at them alone.
/// </summary>
internal static class OldAddresses
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "trace", "words", "regions", "muscles", "my-map");

    /// <summary>Before routing, which then sees the new address.</summary>
    internal static IApplicationBuilder UseOldAddresses(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        var asked = context.Request.Path;
        if (!IsOld(asked, out var rest))
        {
            await next(context);
            return;
        }

        context.Request.Path = new PathString("/api/v1").Add(rest);
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Path = asked; // problems name the address that was asked
        }
    });

    /// <param name="rest">What follows <c>/api</c>.</param>
    internal static bool IsOld(PathString path, out PathString rest) =>
        path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase, out rest)
        && rest.Value?.Split('/') is ["", var first, ..]
        && Known.Contains(first);
}
