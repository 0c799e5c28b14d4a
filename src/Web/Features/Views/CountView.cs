using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Practice.Articles;
using Unknot.Practice.Views;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Views;

/// <summary>
/// <c>POST /articles/view</c>: a reader's page says that its article has been seen. The answer is always the same, so that
/// nobody learns from it whether he was counted.
/// </summary>
internal static class CountView
{
    internal const string Purpose = "article-view";

    /// <summary>Nobody has read anything sooner.</summary>
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(5);

    /// <summary>A page that was left open over night is no view of today.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromHours(6);

    internal static void Map(IEndpointRouteBuilder app) => app.MapPost("/articles/view", HandleAsync).ExcludeFromDescription();

    private static async Task<Results<NoContent, BadRequest>> HandleAsync(
        HttpContext context, SignedTokens tokens, ViewCounter counter, ViewCaps caps, CancellationToken cancellation)
    {
        var form = await PostedForm.ReadAsync(context.Request, cancellation);
        if (tokens.Read(Purpose, form?["token"]) is not { } token || !Guid.TryParse(token.Subject, out var article))
        {
            return TypedResults.BadRequest();
        }

        var reader = ReaderTrace.Of(context.Connection.RemoteIpAddress, context.Request.Headers.UserAgent.ToString());
        if (token.Age >= Soonest && token.Age <= Latest && IsReader(context) && !KnownBots.Includes(reader.Browser) && caps.Hourly.Allows($"{article}{reader.Network}"))
        {
            await counter.CountAsync(ArticleId.Of(article), reader, cancellation);
        }

        return TypedResults.NoContent();
    }

    /// <summary>Neither the practice's own people nor a browser that fetches ahead, nor another site's page.</summary>
    private static bool IsReader(HttpContext context)
    {
        var headers = context.Request.Headers;
        return context.User.Identity?.IsAuthenticated is not true
            && !headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase)
            && !headers["Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase)
            && headers["Sec-Fetch-Site"].ToString() is "" or "same-origin";
    }
}
