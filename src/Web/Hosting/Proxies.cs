using Microsoft.AspNetCore.HttpOverrides;

namespace Unknot.Web.Hosting;

/// <summary>
/// Where a proxy stands in front, it says who asked and whether encrypted (<c>X-Forwarded-For</c>, <c>-Proto</c>). It is believed when it runs on this machine or in a network
/// of <c>Proxies</c> (<c>10.0.0.0/8</c>, …; several are parted by commas), and nobody else is: limits count by address.
/// </summary>
internal static class Proxies
{
    internal static void AddProxies(this WebApplicationBuilder builder)
    {
        var networks = (builder.Configuration["Proxies"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => System.Net.IPNetwork.TryParse(text, out var network) ? network : throw new InvalidOperationException($"Proxies holds '{text}'; write networks like 10.0.0.0/8."))
            .ToList();
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var network in networks)
            {
                forwarded.KnownIPNetworks.Add(network);
            }
        });
    }

    internal static IApplicationBuilder UseProxies(this IApplicationBuilder app) => app.UseForwardedHeaders();
}
