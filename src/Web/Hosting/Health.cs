using Microsoft.AspNetCore.Http.HttpResults;
using Unknot.Practice.Storage;

namespace Unknot.Web.Hosting;

/// <summary><c>GET /health/live</c>: the process answers. <c>GET /health/ready</c>: it can work, its database included.</summary>
internal static class Health
{
    internal const string Path = "/health";

    internal static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{Path}/live", static () => TypedResults.Text("live")).ExcludeFromDescription();
        app.MapGet($"{Path}/ready", ReadyAsync).ExcludeFromDescription();
    }

    private static async Task<ContentHttpResult> ReadyAsync(Migrator migrator, ILoggerFactory logs, CancellationToken cancellation)
    {
        try
        {
            return await migrator.IsUpToDateAsync(cancellation)
                ? TypedResults.Text("ready")
                : TypedResults.Text("the database is not of this version", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (System.Data.Common.DbException trouble)
        {
            HealthLog.Unreachable(logs.CreateLogger(typeof(Health)), trouble);
            return TypedResults.Text("the database cannot be reached", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}

internal static partial class HealthLog
{
    [LoggerMessage(LogLevel.Warning, "The database cannot be reached.")]
    internal static partial void Unreachable(ILogger log, Exception trouble);
}
