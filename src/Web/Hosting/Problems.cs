using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace Unknot.Web.Hosting;

/// <summary>Every trouble gets an answer in words: a problem document from the API, a page otherwise.</summary>
internal static class Problems
{
    /// <summary>Where a trouble is told as a page; the status code follows.</summary>
    internal const string PagePath = "/problem";

    internal static IServiceCollection AddProblems(this IServiceCollection services) => services.AddProblemDetails();

    internal static IApplicationBuilder UseProblems(this IApplicationBuilder app)
    {
        app.UseWhen(IsForProgram, static api =>
        {
            api.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = AnswerExceptionAsync, SuppressDiagnosticsCallback = IsFaultOfClient });
            api.UseStatusCodePages(static status => AnswerAsync(status.HttpContext, status.HttpContext.Response.StatusCode, detail: null));
        });
        app.UseWhen(static context => !IsForProgram(context), static pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = $"{PagePath}/500",
                StatusCodeSelector = StatusOf,
                SuppressDiagnosticsCallback = IsFaultOfClient,
            });
            pages.UseStatusCodePagesWithReExecute($"{PagePath}/{{0}}");
        });
        return app;
    }

    private static bool IsForProgram(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);

    private static Task AnswerExceptionAsync(HttpContext context)
    {
        var exception = context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
        var detail = exception switch
        {
            BadHttpRequestException { InnerException: JsonException json } => JsonTrouble.Describe(json, context),
            BadHttpRequestException bad when bad.Message.Contains("no body was provided", StringComparison.Ordinal) => JsonTrouble.DescribeMissing(context),
            BadHttpRequestException bad => bad.Message,
            _ => null,
        };
        return AnswerAsync(context, StatusOf(exception), detail);
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static bool IsFaultOfClient(ExceptionHandlerSuppressDiagnosticsContext context) =>
        StatusOf(context.Exception) < StatusCodes.Status500InternalServerError;

    private static Task AnswerAsync(HttpContext context, int status, string? detail) => TypedResults.Problem(
        statusCode: status,
        title: ReasonPhrases.GetReasonPhrase(status),
        detail: detail ?? status switch
        {
            StatusCodes.Status404NotFound => $"There is nothing to {context.Request.Method} at {context.Request.Path}. The addresses of the API are listed at /openapi/v1.json.",
            StatusCodes.Status405MethodNotAllowed => $"{context.Request.Path} does not take {context.Request.Method}. Allowed: {context.Response.Headers.Allow}.",
            StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json.",
            StatusCodes.Status500InternalServerError => "The server made a mistake. Nothing of the request was kept; trying again may help.",
            _ => null,
        }).ExecuteAsync(context);
}
