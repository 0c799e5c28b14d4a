using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Unknot.Web.Language;

namespace Unknot.Web.Hosting;

/// <summary>
/// The address under which the site is known: the setting <c>Site:Address</c>, such as <c>https://unknot.example</c>, or else the one that was
/// asked. Canonical links, the site map and structured data need it in full.
/// </summary>
internal static class SiteAddress
{
    private static readonly JsonSerializerOptions InScript = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>In the language of the request.</summary>
    /// <param name="path">From the root, beginning with a slash; without a language.</param>
    internal static string Of(HttpContext context, string path) => Of(context, path, RequestLanguage.Of(context).Code);

    /// <param name="path">From the root, beginning with a slash; without a language.</param>
    /// <param name="language">Two letters.</param>
    internal static string Of(HttpContext context, string path, string language)
    {
        var setting = context.RequestServices.GetRequiredService<IConfiguration>()["Site:Address"];
        var root = string.IsNullOrWhiteSpace(setting) ? $"{context.Request.Scheme}://{context.Request.Host}" : setting.TrimEnd('/');
        return root + RequestLanguage.AddressIn(language, path);
    }

    /// <summary>Where the site is, as far as the server knows by itself: what a link in a mail begins with when nobody has asked for a page.</summary>
    /// <returns>Without a slash at the end.</returns>
    internal static string RootOf(IConfiguration settings, IServer server)
    {
        if (settings["Site:Address"] is { Length: > 0 } known)
        {
            return known.TrimEnd('/');
        }

        var bound = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";

        // "Every address of this machine" is none that a browser can ask.
        return BindingAddress.Parse(bound) is { Host: "*" or "+" or "0.0.0.0" or "[::]" } all ? $"{all.Scheme}://localhost:{all.Port}" : bound.TrimEnd('/');
    }

    /// <summary>Structured data as it may stand in a script element: nothing in it can end the element.</summary>
    internal static string JsonLd(JsonObject data) => data.ToJsonString(InScript);
}
