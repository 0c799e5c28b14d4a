namespace Unknot.Web.Language;

/// <summary>The language in which a request is answered, and how addresses carry it: pages at <c>/es/…</c>, the API with <c>?lang=es</c>, English plainly.</summary>
public sealed class RequestLanguage
{
    private RequestLanguage(string code) => Code = code;

    /// <summary>What no address needs to name.</summary>
    internal const string Default = "en";

    /// <summary>The field of a query that chooses the language of an answer of the API.</summary>
    internal const string Field = "lang";

    /// <summary>Two letters.</summary>
    public string Code { get; }

    /// <summary>Of this request; English outside of one that chose another.</summary>
    public static RequestLanguage Of(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Features.Get<RequestLanguage>() ?? new RequestLanguage(Default);
    }

    /// <summary>The address of the same page or answer in this language.</summary>
    /// <param name="address">From the root, with its query and fragment; anything else comes back as it is.</param>
    public string Address(string address) => AddressIn(Code, address);

    /// <inheritdoc cref="Address"/>
    /// <param name="code">Two letters.</param>
    /// <param name="address">From the root, with its query and fragment; anything else comes back as it is.</param>
    internal static string AddressIn(string code, string address)
    {
        if (code == Default || !IsFromRoot(address))
        {
            return address;
        }

        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        if (IsApi(path))
        {
            var fragment = address.IndexOf('#', StringComparison.Ordinal);
            var (before, after) = fragment < 0 ? (address, "") : (address[..fragment], address[fragment..]);
            return $"{before}{(before.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Field}={code}{after}";
        }

        return HasLanguages(path) ? $"/{code}{address}" : address;
    }

    /// <summary>Whether there is one in each language: pages, and the chart as a file. Other files, the data and the console of the practice are the same for all.</summary>
    internal static bool HasLanguages(string path) =>
        !IsApi(path) && !IsHealth(path) && !IsConsole(path) && (Path.GetExtension(path).Length == 0 || path.StartsWith("/chart.", StringComparison.Ordinal));

    internal static bool IsApi(string path) => path.StartsWith("/api/", StringComparison.OrdinalIgnoreCase);

    private static bool IsConsole(string path) => path.Equals("/console", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/console/", StringComparison.OrdinalIgnoreCase);

    private static bool IsHealth(string path) => path.StartsWith($"{Hosting.Health.Path}/", StringComparison.OrdinalIgnoreCase);

    internal static void Choose(HttpContext context, string code) => context.Features.Set(new RequestLanguage(code));

    /// <summary>An address that begins with two slashes would lead to another site.</summary>
    private static bool IsFromRoot(string address) => address is ['/', ..] and not ['/', '/' or '\\', ..];
}
