using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Calendars;

/// <summary>How often one network may ask for feeds: many more than calendars do, and far too few to guess a secret.</summary>
internal static class FeedLimit
{
    internal const string Policy = "feed";

    private const int AMinute = 60;

    internal static IServiceCollection AddFeedLimit(this IServiceCollection services) => services.Configure<RateLimiterOptions>(static limits =>
        limits.AddPolicy(Policy, static context => RateLimitPartition.GetSlidingWindowLimiter(
            $"{Policy} {Networks.Of(context.Connection.RemoteIpAddress)}",
            static _ => new SlidingWindowRateLimiterOptions { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })));
}
