using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Unknot.Practice.Hooks;

namespace Unknot.Web.Features.BookingApi;

/// <summary>Knows the practice's own programs by the key that they send: <c>Authorization: Bearer unk_…</c>.</summary>
internal sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    internal const string Key = "api-key";

    /// <summary>A key may read.</summary>
    internal const string Reading = "api-reading";

    /// <summary>A key may also write.</summary>
    internal const string Writing = "api-writing";

    internal const string MayWrite = "may-write";

    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        if (await keys.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted) is not { } key)
        {
            return AuthenticateResult.Fail("This key is unknown or was revoked.");
        }

        var identity = new ClaimsIdentity(Scheme.Name);
        identity.AddClaim(new Claim(ClaimTypes.NameIdentifier, key.CreatedById.ToString()));
        identity.AddClaim(new Claim(Key, key.Id.ToString()));
        if (key.MayWrite)
        {
            identity.AddClaim(new Claim(MayWrite, "true"));
        }

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return TypedResults.Problem(
            statusCode: StatusCodes.Status401Unauthorized,
            title: "A key is needed",
            detail: "Send the header Authorization: Bearer unk_…, with a key that the owner of the practice has made and not revoked.").ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => TypedResults.Problem(
        statusCode: StatusCodes.Status403Forbidden,
        title: "This key may only read",
        detail: "The owner of the practice can make one that may write.").ExecuteAsync(Context);
}
