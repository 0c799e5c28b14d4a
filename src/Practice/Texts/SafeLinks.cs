using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Unknot.Practice.Texts;

/// <summary>Makes every link of a parsed text one that may be followed, and takes the others out.</summary>
internal static class SafeLinks
{
    /// <param name="relOfOthers">The <c>rel</c> of links to other sites.</param>
    /// <param name="picture">Decides about a picture; null takes all of them out.</param>
    /// <returns>The links that were taken out, with the line they stood on, from 0.</returns>
    internal static List<(int Line, string Address)> Apply(MarkdownDocument document, string relOfOthers, Func<LinkInline, bool>? picture)
    {
        var refused = new List<(int, string)>();
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            var address = link.GetDynamicUrl?.Invoke() ?? link.Url;
            if (link.IsImage)
            {
                if (picture is null || !picture(link))
                {
                    refused.Add((link.Line, address ?? ""));
                    link.Remove();
                }

                continue;
            }

            link.Title = null;
            switch (LinkRules.Of(address))
            {
                case LinkRules.Kind.Refused:
                    refused.Add((link.Line, address ?? ""));
                    Unwrap(link);
                    break;
                case LinkRules.Kind.OtherSite:
                    link.GetAttributes().AddPropertyIfNotExist("rel", relOfOthers);
                    break;
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            switch (link.IsEmail ? LinkRules.Kind.Mail : LinkRules.Of(link.Url))
            {
                case LinkRules.Kind.Refused:
                    refused.Add((link.Line, link.Url));
                    link.ReplaceBy(new LiteralInline(link.Url));
                    break;
                case LinkRules.Kind.OtherSite:
                    link.GetAttributes().AddPropertyIfNotExist("rel", relOfOthers);
                    break;
            }
        }

        return refused;
    }

    /// <summary>Leaves the words of a link where it was.</summary>
    private static void Unwrap(LinkInline link)
    {
        Inline last = link;
        while (link.FirstChild is { } child)
        {
            child.Remove();
            last.InsertAfter(child);
            last = child;
        }

        link.Remove();
    }
}
