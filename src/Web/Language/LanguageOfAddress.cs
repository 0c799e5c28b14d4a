using System.Globalization;

namespace Unknot.Web.Language;

/// <summary>Takes the language out of the address, before anything looks at it.</summary>
internal static class LanguageOfAddress
{
    internal static IApplicationBuilder UseLanguage(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        var texts = context.RequestServices.GetRequiredService<Texts>();
        var asked = context.Request.Path.Value ?? "/";
        if (RequestLanguage.IsApi(asked))
        {
            if (context.Request.Query[RequestLanguage.Field] is [{ } wanted])
            {
                if (!texts.Languages.Contains(wanted, StringComparer.Ordinal))
                {
                    await TypedResults.Problem(
                        statusCode: StatusCodes.Status400BadRequest,
                        title: "Unknown language",
                        detail: $"There is no language with this code. Allowed in '{RequestLanguage.Field}': {string.Join(", ", texts.Languages)}.").ExecuteAsync(context);
                    return;
                }

                Speak(context, wanted);
            }
        }
        else if (PrefixOf(asked, texts) is { } code)
        {
            // The rest of the site sees the address that English has.
            context.Request.Path = asked.Length == code.Length + 1 ? "/" : asked[(code.Length + 1)..];
            Speak(context, code);
        }

        await next(context);
    });

    /// <summary>
    /// Numbers are written as the language does it only where a text carries them (<see cref="CultureInfo.CurrentUICulture"/>): a drawing or an
    /// attribute with a decimal comma would be broken.
    /// </summary>
    private static void Speak(HttpContext context, string code)
    {
        RequestLanguage.Choose(context, code);
        CultureInfo.CurrentUICulture = Cultures.Of(code);
        context.Response.Headers.ContentLanguage = code;
    }

    /// <returns>Null when the address begins with no language, or with one before something that is the same in all.</returns>
    private static string? PrefixOf(string path, Texts texts)
    {
        var code = path.Split('/')[1];
        if (code == RequestLanguage.Default || !texts.Languages.Contains(code, StringComparer.Ordinal))
        {
            return null;
        }

        var rest = path[(code.Length + 1)..];
        return rest is "" or ['/'] || (rest is not ['/', '/' or '\\', ..] && RequestLanguage.HasLanguages(rest)) ? code : null;
    }
}
