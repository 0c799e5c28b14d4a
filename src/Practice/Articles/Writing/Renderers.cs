using System.Collections.Immutable;
using System.Globalization;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Unknot.Practice.Pictures;

namespace Unknot.Practice.Articles.Writing;

/// <summary>A picture that was uploaded here.</summary>
internal sealed class PictureInline(PictureId picture, string alt) : LeafInline
{
    internal PictureId Picture => picture;

    internal string Alt => alt;

    /// <returns>False when it is the address of anything else.</returns>
    internal static bool TryReplace(LinkInline link)
    {
        var parts = (link.GetDynamicUrl?.Invoke() ?? link.Url)?.Split('/');
        if (parts is not ["", "pictures", var id, .. var rest] || rest.Length > 1 || !Guid.TryParseExact(id, "D", out var value))
        {
            return false;
        }

        var words = string.Concat(link.Descendants<LeafInline>().Select(leaf => leaf switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            LineBreakInline => " ",
            _ => "",
        }));
        link.ReplaceBy(new PictureInline(new PictureId(value), words.Trim()) { Line = link.Line, Span = link.Span }, copyChildren: false);
        return true;
    }
}

internal sealed class CitationRenderer : HtmlObjectRenderer<Citation>
{
    protected override void Write(HtmlRenderer renderer, Citation obj)
    {
        if (obj.Numbers.IsEmpty)
        {
            return;
        }

        renderer.Write("<sup class=\"cited\">");
        for (var i = 0; i < obj.Numbers.Length; i++)
        {
            var (number, isFirst) = obj.Numbers[i];
            var digits = number.ToString(CultureInfo.InvariantCulture);
            renderer.Write(i > 0 ? ", " : "").Write("<a href=\"").WriteEscapeUrl($"#source-{digits}").Write("\"");
            renderer.Write(isFirst ? $" id=\"cited-{digits}\"" : "").Write(" aria-label=\"Source ").Write(digits).Write("\">").Write(digits).Write("</a>");
        }

        renderer.Write("</sup>");
    }
}

internal sealed class MentionRenderer : HtmlObjectRenderer<Mention>
{
    protected override void Write(HtmlRenderer renderer, Mention obj)
    {
        renderer.Write("<a class=\"mention\" href=\"").WriteEscapeUrl($"/muscles/{obj.Muscle}").Write("\" data-muscle=\"").WriteEscape(obj.Muscle).Write("\">");
        renderer.WriteEscape(obj.Words).Write("</a>");
    }
}

/// <summary>With its size, so that nothing moves when it arrives.</summary>
internal sealed class PictureRenderer(IReadOnlyDictionary<PictureId, Picture> pictures, Func<string, string>? address) : HtmlObjectRenderer<PictureInline>
{
    protected override void Write(HtmlRenderer renderer, PictureInline obj)
    {
        if (!pictures.TryGetValue(obj.Picture, out var picture))
        {
            return;
        }

        string Address(int width) => address?.Invoke(picture.AddressAt(width)) ?? picture.AddressAt(width);
        ImmutableArray<int> widths = picture.Widths;
        renderer.Write("<img src=\"").WriteEscapeUrl(picture.AddressAt(picture.Width)).Write("\"");
        if (widths.Length > 1)
        {
            renderer.Write(" srcset=\"").WriteEscape(string.Join(", ", widths.Select(width => $"{Address(width)} {width}w"))).Write("\" sizes=\"(min-width: 48rem) 42rem, 92vw\"");
        }

        renderer.Write($" width=\"{picture.Width}\" height=\"{picture.Height}\" alt=\"").WriteEscape(obj.Alt).Write("\" loading=\"lazy\" decoding=\"async\">");
    }
}
