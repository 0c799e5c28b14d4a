using Microsoft.Net.Http.Headers;
using Unknot.Web.Language;

namespace Unknot.Web.Hosting;

/// <summary>Answers that only change with the data of the atlas.</summary>
internal static class Versioned
{
    /// <summary>
    /// Sets the cache headers. With the right <c>?v=</c> in the address the answer never changes and is kept for a year; without it
    /// the browser asks each time and mostly hears "not modified".
    /// </summary>
    /// <returns>True when the client already has this version, so that 304 is the whole answer.</returns>
    internal static bool IsKnownToClient(HttpContext context, string version)
    {
        // Each language has an address of its own, but a tag may also be kept apart from its address.
        var language = RequestLanguage.Of(context).Code;
        var tag = new EntityTagHeaderValue(language == RequestLanguage.Default ? $"\"{version}\"" : $"\"{version}.{language}\"", isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        context.Response.Headers.CacheControl = context.Request.Query["v"] == version ? "public, max-age=31536000, immutable" : "no-cache";
        return context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false));
    }
}
