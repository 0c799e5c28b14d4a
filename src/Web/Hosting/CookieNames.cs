using Microsoft.AspNetCore.Authentication.Cookies;

namespace Unknot.Web.Hosting;

/// <summary>
/// Names of our cookies. Over https they begin with <c>__Host-</c>: then a browser takes them from this host alone, only encrypted, and no
/// neighbouring host can plant one. Over plain http, on a developer's machine, browsers refuse such names.
/// </summary>
internal sealed class CookieNames : ICookieManager
{
    internal const string HostPrefix = "__Host-";

    private readonly ChunkingCookieManager cookies = new();

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, Of(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => cookies.AppendResponseCookie(context, Of(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, Of(context, key), options);

    private static string Of(HttpContext context, string name) => context.Request.IsHttps ? HostPrefix + name : name;
}
