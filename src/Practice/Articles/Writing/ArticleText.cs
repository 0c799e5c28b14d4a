using System.Collections.Immutable;
using System.Text;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Unknot.Practice.Pictures;
using Unknot.Practice.Texts;

namespace Unknot.Practice.Articles.Writing;

/// <summary>
/// Reads articles: Markdown without HTML, with tables and footnotes, shortcodes for what the atlas shows, and citations of its sources.
/// What is not allowed or not known is left out and listed, with its line. Immutable; safe to share between threads.
/// </summary>
public sealed class ArticleText(AtlasNames atlas)
{
    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    /// <param name="markdown">Any text; nothing in it makes this throw.</param>
    public WrittenArticle Read(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var parsed = SafeText.ParseOrNull(markdown, Pipeline);
        var document = parsed ?? SafeText.AsItIs(markdown);
        var problems = new List<TextProblem>();
        void Report(int line, string message) => problems.Add(new TextProblem(line + 1, message));

        if (parsed is null)
        {
            Report(0, "Lists or quotes are nested too deeply to be read.");
        }

        foreach (var (line, address) in SafeLinks.Apply(document, "noopener", link => PictureInline.TryReplace(link)))
        {
            Report(line, $"'{Shortened(address)}' is left out: links lead to http, https, mailto, or from the root like /muscles; pictures are uploaded here first.");
        }

        MuscleMentions.Mark(document, atlas.NamesOfMuscles);
        var headings = GiveHeadingsNames(document);
        var sources = Number(document, Report);
        var (muscles, regions) = Subjects(document, Report);
        var pictures = Pictures(document, Report);
        foreach (var stray in document.Descendants<StrayShortcode>().ToList())
        {
            Report(stray.Line, "A shortcode stands on a line of its own.");
            stray.Remove();
        }

        var plain = PlainTextOf(document);
        var stretches = Split(document, muscles, Report);
        return new WrittenArticle(stretches)
        {
            Problems = [.. problems.OrderBy(problem => problem.Line)],
            Sources = sources,
            Headings = headings,
            Muscles = [.. muscles.OrderBy(mention => mention.At).Select(mention => mention.Id).Distinct(StringComparer.Ordinal)],
            Regions = regions,
            Pictures = pictures,
            PlainText = plain,
            IsTooDeep = parsed is null,
        };
    }

    internal static string Write(MarkdownDocument document, IReadOnlyDictionary<PictureId, Picture> pictures, Func<string, string>? address)
    {
        using var writer = new StringWriter();
        var renderer = new HtmlRenderer(writer) { LinkRewriter = address };
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Add(new CitationRenderer());
        renderer.ObjectRenderers.Add(new MentionRenderer());
        renderer.ObjectRenderers.Add(new PictureRenderer(pictures, address));
        renderer.Render(document);
        return writer.ToString();
    }

    private static MarkdownPipeline MakePipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseFootnotes().UseAutoLinks().UsePreciseSourceLocation();
        builder.BlockParsers.InsertBefore<ParagraphBlockParser>(new ShortcodeParser());
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new CitationParser());
        return builder.Build();
    }

    /// <summary>The title of the article is the page's only first heading, and every other one can be linked to.</summary>
    private static ImmutableArray<ArticleHeading> GiveHeadingsNames(MarkdownDocument document)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var headings = ImmutableArray.CreateBuilder<ArticleHeading>();
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Max(2, heading.Level);
            var words = WordsOf(heading.Inline);

            // The letter in front keeps the names apart from those of the page's own parts.
            var (name, number) = ($"s-{Slugs.From(words)}", 1);
            while (!taken.Add(number == 1 ? name : $"{name}-{number}"))
            {
                number++;
            }

            name = number == 1 ? name : $"{name}-{number}";
            heading.GetAttributes().Id = name;
            headings.Add(new ArticleHeading(heading.Level, name, words));
        }

        return headings.ToImmutable();
    }

    private ImmutableArray<string> Number(MarkdownDocument document, Action<int, string> report)
    {
        var order = new List<string>();
        foreach (var citation in document.Descendants<Citation>().OrderBy(citation => citation.Span.Start).ToList())
        {
            // A number stands close to the word before it.
            if (citation.PreviousSibling is LiteralInline before)
            {
                before.Content = new StringSlice(before.Content.ToString().TrimEnd());
            }

            foreach (var unknown in citation.Sources.Where(source => !atlas.Sources.Contains(source)))
            {
                report(citation.Line, $"The atlas has no source '{Shortened(unknown)}'.");
            }

            citation.Numbers =
            [
                .. citation.Sources.Where(atlas.Sources.Contains).Distinct(StringComparer.Ordinal).Select(source =>
                {
                    var known = order.IndexOf(source);
                    if (known < 0)
                    {
                        order.Add(source);
                    }

                    return known < 0 ? (order.Count, true) : (known + 1, false);
                }),
            ];
        }

        return [.. order];
    }

    private (List<(int At, string Id)> Muscles, ImmutableArray<string> Regions) Subjects(MarkdownDocument document, Action<int, string> report)
    {
        var muscles = document.Descendants<Mention>().Select(mention => (mention.Span.Start, mention.Muscle)).ToList();
        var regions = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var link in document.Descendants<LinkInline>())
        {
            if (MuscleMentions.MuscleOf(link.Url) is { } muscle)
            {
                if (atlas.Muscles.Contains(muscle))
                {
                    muscles.Add((link.Span.Start, muscle));
                    link.GetAttributes().AddPropertyIfNotExist("data-muscle", muscle);
                }
                else
                {
                    report(link.Line, $"The atlas has no muscle '{Shortened(muscle)}'.");
                }
            }
            else if (MuscleMentions.IdAfter("/pain/", link.Url) is { } region)
            {
                if (atlas.Regions.Contains(region))
                {
                    regions.Add(region);
                }
                else
                {
                    report(link.Line, $"The atlas has no region '{Shortened(region)}'.");
                }
            }
            else if (MuscleMentions.IdAfter("/techniques/", link.Url) is { } technique && !atlas.Techniques.Contains(technique))
            {
                report(link.Line, $"The atlas has no technique '{Shortened(technique)}'.");
            }
            else if (MuscleMentions.IdAfter("/release/", link.Url) is { } programme && !atlas.Programmes.Contains(programme))
            {
                report(link.Line, $"The atlas has no programme '{Shortened(programme)}'.");
            }
        }

        return (muscles, [.. regions]);
    }

    private static ImmutableArray<PictureId> Pictures(MarkdownDocument document, Action<int, string> report)
    {
        var pictures = document.Descendants<PictureInline>().ToList();
        foreach (var silent in pictures.Where(picture => picture.Alt.Length == 0))
        {
            report(silent.Line, "This picture has no words for those who cannot see it: write them between the brackets of ![…].");
        }

        return [.. pictures.Select(picture => picture.Picture).Distinct()];
    }

    /// <summary>Takes the shortcodes out from between the texts.</summary>
    private ImmutableArray<(MarkdownDocument? Text, ArticlePart? Card)> Split(MarkdownDocument document, List<(int At, string Id)> muscles, Action<int, string> report)
    {
        var reader = new ShortcodeReader(atlas);
        foreach (var nested in document.Descendants<ShortcodeBlock>().Where(block => block.Parent != document).ToList())
        {
            report(nested.Line, "A shortcode cannot stand in a list or a quote.");
            nested.Parent!.Remove(nested);
        }

        var stretches = ImmutableArray.CreateBuilder<(MarkdownDocument?, ArticlePart?)>();
        var text = new MarkdownDocument();
        foreach (var block in document.ToList())
        {
            document.Remove(block);
            if (block is not ShortcodeBlock shortcode)
            {
                text.Add(block);
                continue;
            }

            if (reader.Read(shortcode.Name, shortcode.Arguments, message => report(shortcode.Line, message)) is not { } card)
            {
                continue;
            }

            muscles.AddRange(card switch
            {
                ArticlePart.Muscle muscle => [(shortcode.Span.Start, muscle.Id)],
                ArticlePart.Figure figure => figure.Muscles.Select(muscle => (shortcode.Span.Start, muscle)),
                _ => [],
            });
            if (text.Count > 0)
            {
                stretches.Add((text, null));
                text = [];
            }

            stretches.Add((null, card));
        }

        if (text.Count > 0)
        {
            stretches.Add((text, null));
        }

        return stretches.ToImmutable();
    }

    private static string PlainTextOf(MarkdownDocument document)
    {
        var text = new StringBuilder();
        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (leaf.Inline is not null)
            {
                text.Append(WordsOf(leaf.Inline)).Append('\n');
            }
            else if (leaf is CodeBlock code)
            {
                text.Append(code.Lines.ToString()).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string WordsOf(ContainerInline? inlines)
    {
        var words = new StringBuilder();
        foreach (var inline in inlines?.Descendants<LeafInline>() ?? [])
        {
            words.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                Mention mention => mention.Words,
                CodeInline code => code.Content,
                AutolinkInline link => link.Url,
                LineBreakInline => " ",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                _ => "",
            });
        }

        return words.ToString().Trim();
    }

    private static string Shortened(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
