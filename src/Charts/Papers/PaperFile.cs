using System.Globalization;
using System.Numerics;
using System.Security;
using System.Text;
using Unknot.Charts.Fonts;
using Unknot.Charts.Sheets;
using Unknot.Charts.Writing;

namespace Unknot.Charts.Papers;

/// <summary>The pages of a document while they are written: lines of text that belong to an element, and lines and grounds that mean nothing.</summary>
internal sealed class PaperFile
{
    private readonly PdfFile file = new();
    private readonly Dictionary<Typeface, (string Name, PdfFont Font)> fonts = [];
    private readonly List<Page> pages = [];
    private readonly int resources;
    private readonly int tree;
    private readonly Vector2 size;

    internal PaperFile(Paper paper)
    {
        size = paper.Layout;
        resources = file.Reserve();
        tree = file.Reserve();
        Tags = new TagTree(file);
    }

    internal TagTree Tags { get; }

    internal int PageCount => pages.Count;

    internal Vector2 Size => size;

    internal void AddPage()
    {
        var content = new PdfContent();
        content.Transform(1, -1, new Vector2(0, size.Y));
        pages.Add(new Page(file.Reserve(), Tags.AddPage(), content));
    }

    /// <summary>A line of text on the newest page.</summary>
    /// <param name="left">Where it begins.</param>
    /// <param name="baseline">Downwards from the upper edge.</param>
    internal void Text(TagTree.Element element, string words, Typeface face, float points, Ink ink, float left, float baseline)
    {
        var page = pages[^1];
        page.Content.Write(string.Create(CultureInfo.InvariantCulture, $"/{element.Type} << /MCID {Tags.AddPiece(element, page.Place, page.Number)} >> BDC"));
        Show(page, words, face, points, ink, left, baseline);
        page.Content.Write("EMC");
    }

    /// <summary>Text that belongs to the page and not to the document.</summary>
    internal void TextBeside(int page, string words, Typeface face, float points, Ink ink, float left, float baseline)
    {
        pages[page].Content.Write("/Artifact BMC");
        Show(pages[page], words, face, points, ink, left, baseline);
        pages[page].Content.Write("EMC");
    }

    internal void Shape(Outline path, Ink? fill, Ink? line = null, float width = 0.5f)
    {
        pages[^1].Content.Write("/Artifact BMC");
        pages[^1].Content.Shape(path, fill, line, width);
        pages[^1].Content.Write("EMC");
    }

    internal byte[] Write(string title, string author, DateOnly date)
    {
        foreach (var page in pages)
        {
            var stream = file.AddStream("", page.Content.Bytes);
            file.Set(page.Number, string.Create(
                CultureInfo.InvariantCulture,
                $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfContent.N(size.X)} {PdfContent.N(size.Y)}] /Resources {resources} 0 R /Contents {stream} 0 R /StructParents {page.Place} /Tabs /S >>"));
        }

        file.Set(tree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(page => $"{page.Number} 0 R"))}] >>");
        foreach (var (_, font) in fonts.Values)
        {
            font.WriteTo(file);
        }

        var opacities = pages.SelectMany(page => page.Content.Opacities).Distinct().Order();
        file.Set(resources, $"<< /Font << {string.Join(' ', fonts.Values.Select(font => $"/{font.Name} {font.Font.Number} 0 R"))} >> "
            + $"/ExtGState << {string.Join(' ', opacities.Select(percent => string.Create(CultureInfo.InvariantCulture, $"/O{percent} << /ca {percent / 100f:0.##} /CA {percent / 100f:0.##} >>")))} >> >>");
        var about = file.AddStream("/Type /Metadata /Subtype /XML", Encoding.UTF8.GetBytes(About(title, author, date)));
        var catalogue = file.Add($"<< /Type /Catalog /Pages {tree} 0 R /Lang (en-US) /MarkInfo << /Marked true >> /StructTreeRoot {Tags.WriteTo()} 0 R /Metadata {about} 0 R /ViewerPreferences << /DisplayDocTitle true >> >>");
        var day = date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var info = file.Add($"<< /Title {PdfFile.Text(title)} /Author {PdfFile.Text(author)} /Creator (Unknot) /Producer (Unknot) /CreationDate (D:{day}000000Z) /ModDate (D:{day}000000Z) >>");
        return file.Write(catalogue, info);
    }

    private void Show(Page page, string words, Typeface face, float points, Ink ink, float left, float baseline)
    {
        if (!fonts.TryGetValue(face, out var font))
        {
            font = fonts[face] = ($"F{(fonts.Count + 1).ToString(CultureInfo.InvariantCulture)}", new PdfFont(face, file.Reserve()));
        }

        page.Content.Text(new Mark.Text(new Vector2(left, baseline), words, face, points, ink), font.Name, font.Font.Encode(words));
    }

    private static string About(string title, string author, DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"""
        <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>{SecurityElement.Escape(author)}</rdf:li></rdf:Seq></dc:creator>
        <dc:language><rdf:Bag><rdf:li>en-US</rdf:li></rdf:Bag></dc:language>
        <xmp:CreateDate>{date:yyyy-MM-dd}T00:00:00Z</xmp:CreateDate><xmp:CreatorTool>Unknot</xmp:CreatorTool>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="r"?>
        """);

    private sealed record Page(int Number, int Place, PdfContent Content);
}
