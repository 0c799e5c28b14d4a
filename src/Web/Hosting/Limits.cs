using System.Globalization;
using System.Threading.RateLimiting;

namespace Unknot.Web.Hosting;

/// <summary>
/// How often one network may ask, a minute unless said; each can be set as <c>Limits:…</c>. Reading pages and files is free. The API is free for the machine itself;
/// what writes something is not free for anybody.
/// </summary>
internal static class Limits
{
    /// <summary>Policy of the contact form.</summary>
    internal const string Contact = "contact";

    /// <summary>Policy of what readers write under articles.</summary>
    internal const string Comment = "comment";

    /// <summary>Policy of taking a time to book: so many in ten minutes, as long as one keeps it from others.</summary>
    internal const string Hold = "hold";

    /// <summary>Policy of what is sent about a time that was taken.</summary>
    internal const string Booking = "booking";

    private const string ApiPath = "/api/v1";

    /// <summary>Name in the configuration, and what it is unless told.</summary>
    private static readonly Limit[] All =
    [
        new(Contact, 5),
        new(Comment, 10),
        new(Hold, 10, Minutes: 10),
        new(Booking, 30),

        // While somebody paints, the finder asks anew with each answer: 20 a second on a fast line.
        new("trace", 3000),
        new("api", 120),
        new("read", 1200),
    ];

    internal static void AddLimits(this WebApplicationBuilder builder)
    {
        var perName = All.ToDictionary(limit => limit.Name, limit => limit with { Most = From(builder.Configuration, limit) }, StringComparer.Ordinal);
        builder.Services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.OnRejected = static (rejected, _) =>
            {
                rejected.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.Request.Path.StartsWithSegments(ApiPath, StringComparison.OrdinalIgnoreCase, out var rest) && !Networks.IsOwn(context.Connection.RemoteIpAddress)
                    ? Window(context, KindOf(context, rest), perName)
                    : RateLimitPartition.GetNoLimiter(""));
            foreach (var policy in new[] { Contact, Comment, Hold, Booking })
            {
                limits.AddPolicy(policy, context => HttpMethods.IsPost(context.Request.Method) ? Window(context, policy, perName) : RateLimitPartition.GetNoLimiter(""));
            }
        });
    }

    private static string KindOf(HttpContext context, PathString rest) =>
        !HttpMethods.IsPost(context.Request.Method) ? "read"
        : rest.Equals("/trace", StringComparison.OrdinalIgnoreCase) ? "trace"
        : "api";

    private static RateLimitPartition<string> Window(HttpContext context, string kind, Dictionary<string, Limit> perName) => RateLimitPartition.GetSlidingWindowLimiter(
        $"{kind} {Networks.Of(context.Connection.RemoteIpAddress)}",
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = perName[kind].Most, Window = TimeSpan.FromMinutes(perName[kind].Minutes), SegmentsPerWindow = 6 });

    private static int From(ConfigurationManager configuration, Limit limit) => configuration[$"Limits:{limit.Name}"] is not { Length: > 0 } text ? limit.Most
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new InvalidOperationException($"Limits:{limit.Name} is '{text}'; it must be a number of requests in {limit.Minutes} minutes, 1 or more.");

    private sealed record Limit(string Name, int Most, int Minutes = 1);
}
