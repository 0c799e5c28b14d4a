using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Unknot.Practice.People;

namespace Unknot.Web.Hosting;

/// <summary>Who sits before the browser: put into the cookie as two ids and the account's stamp, and looked up with every request.</summary>
internal static class SignedIn
{
    private const string SessionClaim = "session";

    private const string StampClaim = "stamp";

    /// <exception cref="InvalidOperationException">Nobody is signed in; the page should not have been reached.</exception>
    internal static Guid PersonId(this ClaimsPrincipal who) => Guid.Parse(who.FindFirstValue(ClaimTypes.NameIdentifier) ?? throw new InvalidOperationException("Nobody is signed in."));

    /// <inheritdoc cref="PersonId"/>
    internal static Guid SessionId(this ClaimsPrincipal who) => Guid.Parse(who.FindFirstValue(SessionClaim) ?? throw new InvalidOperationException("Nobody is signed in."));

    /// <summary>Starts a session in this browser.</summary>
    internal static async Task SignInAsync(HttpContext context, Person person, string means)
    {
        var sessions = context.RequestServices.GetRequiredService<Sessions>();
        var session = await sessions.StartAsync(person.Id, means, context.Request.Headers.UserAgent, context.RequestAborted);
        await WriteCookieAsync(context, person.Id, session.Id, person.SecurityStamp ?? "");
    }

    /// <summary>Keeps this browser signed in after the account's stamp has changed.</summary>
    internal static Task KeepAsync(HttpContext context, Person person) => WriteCookieAsync(context, person.Id, context.User.SessionId(), person.SecurityStamp ?? "");

    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var state = Guid.TryParse(context.Principal?.FindFirstValue(SessionClaim), out var session)
            ? await services.GetRequiredService<SessionShelf>().FindAsync(session, services.GetRequiredService<Sessions>(), context.HttpContext.RequestAborted)
            : null;
        if (state is null || context.Principal?.FindFirstValue(StampClaim) != state.SecurityStamp)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        // Name and role are those of now, not of when the cookie was made.
        context.ReplacePrincipal(Principal(
            state.PersonId,
            state.SessionId,
            state.SecurityStamp,
            new Claim(ClaimTypes.Name, state.Name),
            new Claim(ClaimTypes.Role, state.Role)));
    }

    private static Task WriteCookieAsync(HttpContext context, Guid person, Guid session, string stamp) => context.SignInAsync(
        IdentityConstants.ApplicationScheme,
        Principal(person, session, stamp),
        new AuthenticationProperties { IsPersistent = true });

    private static ClaimsPrincipal Principal(Guid person, Guid session, string stamp, params ReadOnlySpan<Claim> more) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, person.ToString()), new Claim(SessionClaim, session.ToString()), new Claim(StampClaim, stamp), .. more],
        IdentityConstants.ApplicationScheme));
}
