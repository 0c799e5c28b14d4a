using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Unknot.Practice.People;

namespace Unknot.Web.Hosting;

/// <summary>Signing in: accounts, cookies, passkeys and who may do what.</summary>
internal static class PeopleAtTheDoor
{
    internal static void AddPeople(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddPracticePeople().AddSignInManager();
        services.AddSingleton<SessionShelf>();
        services.AddScoped<PracticeTime>();
        services.AddSingleton(Console.Out);
        services.AddHostedService<FirstRun>();
        services.AddSingleton<IAntiforgery, FormTokens>();
        services.AddAuthorization(Policies.Add);
        services.AddSignInLimit();

        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, cookie =>
            {
                Configure(cookie, "unknot");
                cookie.ExpireTimeSpan = Sessions.IdleFor;
                cookie.SlidingExpiration = true;
                cookie.LoginPath = ConsoleArea.SignInPath;
                cookie.ReturnUrlParameter = "returnUrl";
                cookie.Events.OnValidatePrincipal = SignedIn.ValidateAsync;
                cookie.Events.OnRedirectToAccessDenied = static denied =>
                {
                    denied.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, cookie =>
            {
                // Carries the challenge of a passkey to its answer, and nothing else.
                Configure(cookie, "unknot-passkey");
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
                cookie.SlidingExpiration = false;
            });

        services.Configure<IdentityPasskeyOptions>(passkey =>
        {
            passkey.UserVerificationRequirement = "required";
            passkey.ResidentKeyRequirement = "required";
            passkey.AttestationConveyancePreference = "none";

            // A posted form names no origin here (Referrer-Policy), so that of the signed answer is held against the address that was asked.
            passkey.ValidateOrigin = static asked => ValueTask.FromResult(!asked.CrossOrigin && OriginsOf(asked.HttpContext).Contains(asked.Origin, StringComparer.Ordinal));
        });
    }

    /// <summary>After routing. A page that is asked for without the right to it is never run.</summary>
    internal static void UsePeople(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseConsoleRules();
    }

    private static void Configure(CookieAuthenticationOptions options, string name)
    {
        options.CookieManager = new CookieNames();
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
    }

    private static IEnumerable<string> OriginsOf(HttpContext context)
    {
        yield return $"{context.Request.Scheme}://{context.Request.Host}";
        if (Uri.TryCreate(context.RequestServices.GetRequiredService<IConfiguration>()["Site:Address"], UriKind.Absolute, out var known))
        {
            yield return known.GetLeftPart(UriPartial.Authority);
        }
    }
}
