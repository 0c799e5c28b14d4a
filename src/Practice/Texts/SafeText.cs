using Markdig;
using Markdig.Renderers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Unknot.Practice.Texts;

/// <summary>Small texts in Markdown that become part of a page: paragraphs, lists, emphasis and links. No HTML of the writer passes, no picture, no heading.</summary>
public static class SafeText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().DisableHeadings().UseAutoLinks().Build();

    /// <param name="markdown">Any text.</param>
    /// <param name="isByStranger">Then links tell search engines that the site does not vouch for them.</param>
    /// <returns>HTML; a text nested too deeply to be read comes back as it is, in one paragraph.</returns>
    public static string ToHtml(string markdown, bool isByStranger = false)
    {
        var document = ParseOrNull(markdown, Pipeline) ?? AsItIs(markdown);
        SafeLinks.Apply(document, isByStranger ? "noopener nofollow ugc" : "noopener", picture: null);
        return Write(document, Pipeline, address: null);
    }

    /// <returns>Null when it is nested so deeply that reading it would exhaust the stack.</returns>
    internal static MarkdownDocument? ParseOrNull(string markdown, MarkdownPipeline pipeline)
    {
        try
        {
            return Markdown.Parse(markdown, pipeline);
        }
        catch (ArgumentException)
        {
            return null;        // Markdig says so for a depth above its limit, and for nothing else
        }
    }

    internal static MarkdownDocument AsItIs(string markdown) =>
        new() { new ParagraphBlock { Inline = new ContainerInline().AppendChild(new LiteralInline(markdown)) } };

    /// <param name="address">Gives the address that a link on the same site gets; null leaves it.</param>
    internal static string Write(MarkdownObject content, MarkdownPipeline pipeline, Func<string, string>? address)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer) { LinkRewriter = address };
        pipeline.Setup(renderer);
        renderer.Render(content);
        return writer.ToString();
    }
}
