namespace Unknot.Web.Hosting;

/// <summary>Headers of every answer: nothing but our own files may run, load, or frame a page.</summary>
internal static class SecurityHeaders
{
    /// <summary>
    /// Images from <c>data:</c> and <c>blob:</c> are textures that the 3D figure makes itself; media from <c>blob:</c> is the silence that the
    /// guided session plays for who wants to work it by the buttons of a headset.
    /// </summary>
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src blob:; connect-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The one file that pages of other sites may load: it makes a link into a button.</summary>
    private const string ForOtherSites = "/islands/embed-book.js";

    internal static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // Asked now: a page about an error is run at another address.
        var inConsole = ConsoleArea.Holds(context);

        // Set at the last moment: an error handler starts the answer anew and would drop them.
        context.Response.OnStarting(static state =>
        {
            var (answered, inConsole) = ((HttpContext, bool))state;
            var headers = answered.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = answered.Request.Path == ForOtherSites ? "cross-origin" : "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), browsing-topics=(), publickey-credentials-get=(self), publickey-credentials-create=(self)";
            if (headers.CacheControl.Count == 0)
            {
                headers.CacheControl = "no-store";
            }

            if (inConsole)
            {
                headers.CacheControl = "no-store";
                headers["X-Robots-Tag"] = "noindex, nofollow";
            }

            // A browser that was here once over https comes back over nothing else. Other hosts of the practice's domain are not ours to bind.
            if (answered.Request.IsHttps && answered.RequestServices.GetRequiredService<IHostEnvironment>().IsProduction() && answered.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"))
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            if (answered.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
            {
                headers[SiteRelease.Header] = answered.RequestServices.GetRequiredService<SiteRelease>().Name;
            }

            return Task.CompletedTask;
        }, (context, inConsole));
        return next(context);
    });
}
