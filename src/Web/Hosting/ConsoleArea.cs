using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace Unknot.Web.Hosting;

/// <summary>
/// What holds for everything under <c>/console</c>: only people of the practice come in, each folder of pages asks for a role, nothing
/// is stored on the way, no search engine lists it, and every post carries the token of its form.
/// </summary>
internal static class ConsoleArea
{
    internal const string Path = "/console";

    internal const string SignInPath = "/console/sign-in";

    /// <summary>Pages of the console and who may see them. A folder that is not named here is for every signed-in person.</summary>
    private static readonly (string Folder, string Policy)[] Folders =
    [
        ("/Console/Articles", Policies.Editor),
        ("/Console/Comments", Policies.Editor),
        ("/Console/Pictures", Policies.Editor),
        ("/Console/Calendar", Policies.Therapist),
        ("/Console/Waiting", Policies.Therapist),
        ("/Console/Clients", Policies.Therapist),
        ("/Console/Receipts", Policies.Therapist),
        ("/Console/Offer", Policies.Owner),
        ("/Console/Connections", Policies.Owner),
        ("/Console/Site", Policies.Owner),
        ("/Console/Outbox", Policies.Owner),
        ("/Console/People", Policies.Owner),
        ("/Console/Audit", Policies.Owner),
    ];

    internal static void Protect(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Console");
        pages.AllowAnonymousToFolder("/Console/Entry");
        foreach (var (folder, policy) in Folders)
        {
            pages.AuthorizeFolder(folder, policy);
        }
    }

    internal static bool Holds(HttpContext context) => context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// After routing and authentication, for endpoints that are no pages too: whatever under <c>/console</c> says nothing about who may use it
    /// asks for a signed-in person, and a post without the token of its form is refused before anything looks at it.
    /// </summary>
    internal static IApplicationBuilder UseConsoleRules(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        if (Holds(context) && context.GetEndpoint() is { Metadata: var metadata })
        {
            if (context.User.Identity?.IsAuthenticated is not true && metadata.GetMetadata<IAuthorizeData>() is null && metadata.GetMetadata<IAllowAnonymous>() is null)
            {
                await context.ChallengeAsync();
                return;
            }

            if (!IsSafe(context.Request.Method) && !await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return;
            }
        }

        await next(context);
    });

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);
}
