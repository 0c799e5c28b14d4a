using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Unknot.Practice.Comments;

/// <summary>Reads what a comment says: a little Markdown in, harmless HTML out.</summary>
public static partial class CommentText
{
    private static readonly MarkdownPipeline Pipeline = Plain();

    /// <summary>Paragraphs, lists, emphasis, code and links; everything else stays the text it is.</summary>
    public static string ToHtml(string text)
    {
        var document = Markdown.Parse(text, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage || !IsWebAddress(link.Url))
            {
                // What it says is kept, where it led is not.
                link.ReplaceBy(new ContainerInline(), copyChildren: true);
                continue;
            }

            link.GetAttributes().AddProperty("rel", "ugc nofollow noopener");
        }

        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.Render(document);
        return writer.ToString();
    }

    /// <summary>Does it lead elsewhere? A moderator then looks first.</summary>
    public static bool HasLink(string text) => Link().IsMatch(text);

    /// <summary>Does it look like a telephone number or an e-mail address? Nobody should publish theirs unknowingly.</summary>
    public static bool HasContact(string text) => Contact().IsMatch(text);

    private static MarkdownPipeline Plain()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseSoftlineBreakAsHardlineBreak();
        builder.BlockParsers.TryRemove<HeadingBlockParser>();
        builder.BlockParsers.TryRemove<ThematicBreakParser>();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.BlockParsers.TryRemove<HtmlBlockParser>();
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        return builder.Build();
    }

    private static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    [GeneratedRegex(@"https?:|www\.|\]\(|\b[a-z0-9-]+\.(com|net|org|info|biz|io|ru|cn|top|xyz|shop|online|site|club)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"[^\s@]+@[^\s@]+\.[a-z]{2,}|(\d[\s().+-]{0,2}){9,}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Contact();
}
