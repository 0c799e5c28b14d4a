using System.Text.RegularExpressions;

namespace Unknot.Web.Tests.Articles;

/// <summary>Reads the elements of a page as a browser tells them apart, well enough to find one that could act.</summary>
internal static partial class Html
{
    internal sealed record Element(string Name, IReadOnlyDictionary<string, string> Attributes);

    /// <summary>Every start tag, and what the page is not allowed to hold beside them.</summary>
    internal static IReadOnlyList<Element> Elements(string page)
    {
        var elements = new List<Element>();
        for (var at = page.IndexOf('<', StringComparison.Ordinal); at >= 0; at = page.IndexOf('<', at))
        {
            if (page.AsSpan(at).StartsWith("<!--"))
            {
                at = page.IndexOf("-->", at, StringComparison.Ordinal);
                continue;
            }

            var tag = Start().Match(page, at);
            if (!tag.Success || tag.Index != at)
            {
                at++;
                continue;
            }

            var name = tag.Groups["name"].Value.ToLowerInvariant();
            var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (Match attribute in Attribute().Matches(tag.Groups["attributes"].Value))
            {
                attributes.TryAdd(attribute.Groups["key"].Value, System.Net.WebUtility.HtmlDecode(attribute.Groups["value"].Value));
            }

            elements.Add(new Element(name, attributes));
            at = tag.Index + tag.Length;
            if (name is "script" or "style" or "textarea" or "title")
            {
                // Nothing within these is an element until they end.
                at = page.IndexOf($"</{name}", at, StringComparison.OrdinalIgnoreCase);
            }
        }

        return elements;
    }

    /// <summary>Everything in a page that our own pages never hold: what an attack would have to become.</summary>
    internal static IEnumerable<string> WhatActs(string page)
    {
        foreach (var element in Elements(page))
        {
            if (element.Name is "iframe" or "object" or "embed" or "base" or "style" or "frame" or "applet" or "math" or "foreignobject" or "set" or "animate" or "use" or "marquee" or "video" or "audio")
            {
                yield return element.Name;
            }

            if (element.Name == "script" && !(element.Attributes.TryGetValue("src", out var source) ? source.StartsWith("/islands/", StringComparison.Ordinal) : element.Attributes.GetValueOrDefault("type") == "application/ld+json"))
            {
                yield return "script";
            }

            foreach (var (key, value) in element.Attributes)
            {
                if (key.StartsWith("on", StringComparison.OrdinalIgnoreCase) || key is "style" or "srcdoc" or "formaction")
                {
                    yield return $"{element.Name} {key}";
                }

                if (key is "href" or "src" or "action" or "xlink:href" or "data" or "srcset" && !IsHarmless(element, value))
                {
                    yield return $"{element.Name} {key}={value}";
                }
            }
        }
    }

    private static bool IsHarmless(Element element, string address) =>
        address.Length == 0
        || address is ['/', not ('/' or '\\'), ..] or "/" or ['#', ..] or ['?', ..]
        || address.StartsWith("http://localhost/", StringComparison.Ordinal)
        || (element.Name == "a" && (address.StartsWith("mailto:", StringComparison.Ordinal) || address.StartsWith("https://", StringComparison.Ordinal)));

    [GeneratedRegex("""<(?<name>[A-Za-z][^\s/>]*)(?<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)>""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Start();

    [GeneratedRegex("""(?<key>[^\s=/"'>]+)\s*(?:=\s*(?:"(?<value>[^"]*)"|'(?<value>[^']*)'|(?<value>[^\s"'>]+)))?""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Attribute();
}
