using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Unknot.Practice.Site;

/// <summary>
/// Markdown of the settings and of an author's words as HTML. HTML in it is text, links lead to the web, to mail and telephone or within the site only, and
/// pictures become links: a page asks no other host for anything.
/// </summary>
public static class PlainMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    /// <param name="topHeading">Level that the highest of its headings becomes, 1 … 6; no level below it is left out.</param>
    /// <returns>HTML that holds no script, style or foreign content; empty for an empty text.</returns>
    /// <exception cref="ArgumentException"><see cref="CanRead"/> is false for the text.</exception>
    public static string ToHtml(string markdown, int topHeading = 2)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var document = Markdown.Parse(markdown, Pipeline);
        var headings = document.Descendants<HeadingBlock>().ToList();
        var levels = headings.Select(heading => heading.Level).Distinct().Order().ToList();
        foreach (var heading in headings)
        {
            heading.Level = Math.Min(topHeading + levels.IndexOf(heading.Level), 6);
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            link.IsImage = false;
            if (!IsSafe(link.Url))
            {
                link.Url = "";
                link.GetDynamicUrl = null;
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && !IsSafe(link.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        return document.ToHtml(Pipeline);
    }

    /// <summary>False when it nests more deeply than the reader of Markdown goes.</summary>
    public static bool CanRead(string markdown)
    {
        try
        {
            ToHtml(markdown);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsSafe(string? url) =>
        url is not null
        && (url is ['/', ..] and not ['/', '/' or '\\', ..] || url is ['#', ..] || (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" or "mailto" or "tel"));
}
