using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Html;

namespace Unknot.Web.Language;

/// <summary>
/// The interface's text in the language of the request. The English text is the key, as in gettext: pages stay readable, and a text that a
/// language lacks appears in English.
/// </summary>
public sealed class Texts
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> catalogues;

    private Texts(IEnumerable<KeyValuePair<string, FrozenDictionary<string, string>>> catalogues)
    {
        this.catalogues = catalogues.ToFrozenDictionary();
        Languages = ["en", .. this.catalogues.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>Two-letter codes, English first.</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>Of the request: its two-letter code.</summary>
    public string Current
    {
        get
        {
            // Without ICU a culture knows its name only.
            var language = CultureInfo.CurrentUICulture.Name.Split('-')[0];
            return catalogues.ContainsKey(language) ? language : "en";
        }
    }

    /// <summary>A text in the language of the request.</summary>
    /// <param name="english">Also the key; <c>{0}</c>, <c>{1}</c>, … stand for the values.</param>
    /// <param name="values">Written as the language writes numbers and dates.</param>
    public string this[string english, params object[] values]
    {
        get
        {
            var text = catalogues.GetValueOrDefault(Current)?.GetValueOrDefault(english) ?? english;
            return values.Length == 0 ? text : string.Format(CultureInfo.CurrentUICulture, text, values);
        }
    }

    /// <summary>
    /// A text with marks in it: <c>**strong**</c>, <c>_emphasis_</c>, <c>`code`</c> and <c>[link]({0})</c>, where the value is an address from the
    /// root. Everything else is encoded, values included.
    /// </summary>
    /// <param name="english">Also the key.</param>
    /// <param name="values">As in a plain text; an address is given without its language.</param>
    public IHtmlContent Rich(string english, params object[] values) =>
        new HtmlString(RichText.ToHtml(this[english], Current, values));

    /// <summary>"41 %", without digits behind the comma.</summary>
    /// <param name="share">0 … 1.</param>
    public string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");

    /// <summary>All texts of a language by their English; empty for English.</summary>
    public IReadOnlyDictionary<string, string> Catalogue(string language) => catalogues.GetValueOrDefault(language) ?? FrozenDictionary<string, string>.Empty;

    /// <summary>What a language calls itself, for the way to it.</summary>
    /// <param name="language">Two-letter code.</param>
    /// <returns>The code for one that has not been named here yet.</returns>
    public static string NameOf(string language) => language switch
    {
        "en" => "English",
        "es" => "Español",
        _ => language,
    };

    /// <summary>Texts other than those the program carries.</summary>
    /// <param name="catalogues">By two-letter code: the texts by their English.</param>
    public static Texts From(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> catalogues)
    {
        ArgumentNullException.ThrowIfNull(catalogues);
        return new Texts(catalogues.Select(catalogue => KeyValuePair.Create(catalogue.Key, catalogue.Value.ToFrozenDictionary(StringComparer.Ordinal))));
    }

    /// <summary>Reads the catalogues that the program carries.</summary>
    public static Texts Load()
    {
        var assembly = typeof(Texts).Assembly;
        const string Folder = "Language/";
        return new Texts(assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
            .Select(name =>
            {
                using var stream = assembly.GetManifestResourceStream(name)!;
                var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
                return KeyValuePair.Create(Path.GetFileNameWithoutExtension(name[Folder.Length..]), texts.ToFrozenDictionary(StringComparer.Ordinal));
            }));
    }
}
