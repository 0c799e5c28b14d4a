using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Unknot.Web.Hosting;

/// <summary>How often one network may try to come in. Accounts also lock by themselves; this stops trying many accounts.</summary>
internal static class SignInLimit
{
    /// <summary>Policy of pages at which somebody proves who they are. Reading the page is free.</summary>
    internal const string Policy = "sign-in";

    internal const int PerMinute = 10;

    internal static void AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.OnRejected = static (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limits.AddPolicy(Policy, static context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(
                $"{NetworkOf(context.Connection.RemoteIpAddress)} {context.GetEndpoint()?.DisplayName}",     // not by the address as it was written: that has many spellings
                static _ => new SlidingWindowRateLimiterOptions { PermitLimit = PerMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
            : RateLimitPartition.GetNoLimiter(""));
    });

    /// <summary>An address of IPv4, or the /64 of IPv6 that a household or an office gets.</summary>
    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily is AddressFamily.InterNetworkV6 ? Convert.ToHexStringLower(address.GetAddressBytes()[..8]) : address.ToString();
    }
}
