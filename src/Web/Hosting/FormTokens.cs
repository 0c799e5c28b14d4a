using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;

namespace Unknot.Web.Hosting;

/// <summary>Tokens against forged posts, as ASP.NET makes them, with a cookie that is named as <see cref="CookieNames"/> says.</summary>
internal sealed class FormTokens(IDataProtectionProvider keys, ILoggerFactory log) : IAntiforgery
{
    private const string Cookie = "unknot-form";

    private readonly IAntiforgery encrypted = Make(keys, log, CookieNames.HostPrefix + Cookie, CookieSecurePolicy.Always);
    private readonly IAntiforgery plain = Make(keys, log, Cookie, CookieSecurePolicy.None);

    public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => For(httpContext).GetAndStoreTokens(httpContext);

    public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => For(httpContext).GetTokens(httpContext);

    public Task<bool> IsRequestValidAsync(HttpContext httpContext) => For(httpContext).IsRequestValidAsync(httpContext);

    public void SetCookieTokenAndHeader(HttpContext httpContext) => For(httpContext).SetCookieTokenAndHeader(httpContext);

    public Task ValidateRequestAsync(HttpContext httpContext) => For(httpContext).ValidateRequestAsync(httpContext);

    private IAntiforgery For(HttpContext context) => context.Request.IsHttps ? encrypted : plain;

    private static IAntiforgery Make(IDataProtectionProvider keys, ILoggerFactory log, string cookie, CookieSecurePolicy secure) => new ServiceCollection()
        .AddSingleton(keys)
        .AddSingleton(log)
        .AddLogging()
        .AddAntiforgery(options =>
        {
            options.Cookie.Name = cookie;
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = secure;
            options.SuppressXFrameOptionsHeader = true;     // the content policy says so for every answer
        })
        .BuildServiceProvider()
        .GetRequiredService<IAntiforgery>();
}
