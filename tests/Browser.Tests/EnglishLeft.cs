using System.Collections;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Unknot.Atlas;
using Unknot.Web.Language;

namespace Unknot.Browser.Tests;

/// <summary>
/// English on a page that speaks Spanish: texts of the catalogue as they are in English, and words that only English has. What the atlas has no
/// Spanish for yet may stand there in English.
/// </summary>
internal static partial class EnglishLeft
{
    private static readonly IReadOnlyDictionary<string, string> Catalogue = Texts.Load().Catalogue("es");

    /// <summary>What Spanish has otherwise, as it would stand on a page: values may be anything.</summary>
    private static readonly ImmutableArray<Regex> Sentences =
    [
        .. Catalogue.Where(text => text.Key != text.Value && Letters().Count(Values().Replace(text.Key, "")) >= 3).Select(text => text.Key).Where(key => key.Contains('{', StringComparison.Ordinal))
            .Select(key => new Regex($"^{string.Join(".+", Values().Split(key).Select(Regex.Escape))}$", RegexOptions.None, TimeSpan.FromSeconds(1))),
    ];

    /// <summary>Sentences of the atlas that are the same in both languages, the longest first.</summary>
    private static readonly ImmutableArray<string> Untranslated = [.. TextsOf(AtlasData.Load()).Intersect(TextsOf(AtlasData.Load().In("es")), StringComparer.Ordinal).OrderByDescending(text => text.Length)];

    /// <summary>What is visible in the page's content, or said of it to a screen reader, and is English; empty when all is Spanish. Names and sources are marked as such.</summary>
    internal static async Task<ImmutableArray<string>> InAsync(IPage page)
    {
        var texts = await page.EvaluateAsync<JsonElement>(Visible);
        return [.. texts.EnumerateArray().Select(text => text.GetString()!).Distinct(StringComparer.Ordinal).Where(text => IsEnglish(WithoutUntranslated(text)))];
    }

    /// <summary>The box for one's own words reads English only, and says so.</summary>
    private const string ToBeTyped = "En inglés: ";

    internal static bool IsEnglish(string text) => !text.StartsWith(ToBeTyped, StringComparison.Ordinal) && (
        (Catalogue.TryGetValue(text, out var spanish) && spanish != text)
        || EnglishWords().IsMatch(text)
        || Sentences.Any(sentence => sentence.IsMatch(text)));

    private static string WithoutUntranslated(string text) =>
        Untranslated.Where(each => text.Contains(each, StringComparison.Ordinal)).Aggregate(text, (rest, each) => rest.Replace(each, "", StringComparison.Ordinal));

    /// <summary>All sentences that an atlas holds, wherever they stand in it.</summary>
    private static HashSet<string> TextsOf(AtlasData atlas)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<object>([atlas]);
        while (open.TryPop(out var value))
        {
            if (value is string text)
            {
                if (text.Contains(' ', StringComparison.Ordinal))
                {
                    found.Add(text);
                }
            }
            else if (value is IEnumerable items)
            {
                items.Cast<object?>().OfType<object>().ToList().ForEach(open.Push);
            }
            else if (value.GetType() is { IsEnum: false, Namespace: { } space } type && space.StartsWith("Unknot.Atlas", StringComparison.Ordinal) && (type.IsValueType || seen.Add(value)))
            {
                var properties = type.GetProperties().Where(property => property.GetMethod is { IsPublic: true, IsStatic: false } && property.GetIndexParameters().Length == 0);
                properties.Select(property => property.GetValue(value)).OfType<object>().ToList().ForEach(open.Push);
            }
        }

        return found;
    }

    [GeneratedRegex(@"\b(?:the|and|of|with|your|you|this|that|from|for|not|when|where|how|is|are|press|hold|pain|muscle|side)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EnglishWords();

    [GeneratedRegex(@"\{\d\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Values();

    [GeneratedRegex(@"\p{L}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Letters();

    private const string Visible =
        """
        () => {
          const found = [];
          const add = (text) => { const plain = (text ?? "").replace(/\s+/g, " ").trim(); if (plain) found.push(plain); };
          const read = (node) => {
            if (node.nodeType === Node.TEXT_NODE) add(node.data);
            if (!(node instanceof Element || node instanceof ShadowRoot)) return;
            if (node instanceof Element) {
              if (node.matches("[lang=en], [translate=no], template, script, style") || !node.checkVisibility({ visibilityProperty: true }) || getComputedStyle(node).display === "none") return;
              const isHeard = !node.closest("[aria-hidden=true]");
              for (const name of isHeard ? ["aria-label", "aria-valuetext", "placeholder", "title", "alt"] : []) add(node.getAttribute(name));
              if (node.shadowRoot) read(node.shadowRoot);
            }
            node.childNodes.forEach(read);
          };
          read(document.querySelector("main"));
          return found;
        }
        """;
}
