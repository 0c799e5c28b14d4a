using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Unknot.Charts.Art;
using Unknot.Charts.Fonts;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Writing;

/// <summary>Sheets as a PDF with real text, embedded fonts and vector art only. The same sheets give the same bytes.</summary>
internal sealed class PdfWriter
{
    private readonly PdfFile file = new();
    private readonly Dictionary<Typeface, (string Name, PdfFont Font)> fonts = [];
    private readonly Dictionary<(FigureArt Art, bool IsLine), (string Name, int Number)> figures = [];
    private readonly SortedSet<int> opacities = [];
    private readonly float scale;
    private readonly int resources;

    private PdfWriter(float scale)
    {
        this.scale = scale;
        resources = file.Reserve();
    }

    /// <param name="sheets">At least one; each becomes a page.</param>
    /// <param name="scale">How much larger than laid out.</param>
    /// <param name="dataVersion">Begins with year and month, <c>2026.11</c>: the date of the file.</param>
    internal static byte[] Write(ImmutableArray<Sheet> sheets, float scale, string title, string dataVersion) =>
        new PdfWriter(scale).WriteAll(sheets, title, dataVersion);

    private byte[] WriteAll(ImmutableArray<Sheet> sheets, string title, string dataVersion)
    {
        var tree = file.Reserve();
        var pages = sheets.Select(sheet => WritePage(sheet, tree)).ToList();
        file.Set(tree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(page => $"{page} 0 R"))}] >>");
        foreach (var (_, font) in fonts.Values)
        {
            font.WriteTo(file);
        }

        // One dictionary for all: every page and figure may use every font, figure and opacity.
        file.Set(resources, $"<< /Font << {string.Join(' ', fonts.Values.Select(font => $"/{font.Name} {font.Font.Number} 0 R"))} >> "
            + $"/XObject << {string.Join(' ', figures.Values.Select(figure => $"/{figure.Name} {figure.Number} 0 R"))} >> "
            + $"/ExtGState << {string.Join(' ', opacities.Select(GraphicsState))} >> >>");
        var catalogue = file.Add($"<< /Type /Catalog /Pages {tree} 0 R /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>");
        var date = $"(D:{dataVersion[..4]}{dataVersion[5..7]}01000000Z)";
        var info = file.Add($"<< /Title {PdfFile.Text(title)} /Author (Unknot) /Creator (Unknot) /Producer (Unknot) "
            + $"/Subject {PdfFile.Text("Trigger points and where their pain is felt. Licence: CC BY 4.0.")} /Keywords {PdfFile.Text($"trigger points; data {dataVersion}")} "
            + $"/CreationDate {date} /ModDate {date} >>");
        return file.Write(catalogue, info);
    }

    private int WritePage(Sheet sheet, int tree)
    {
        var size = sheet.Size * scale;
        var content = new PdfContent();
        content.Transform(scale, -scale, new Vector2(0, size.Y));
        foreach (var mark in sheet.Marks)
        {
            Draw(content, mark);
        }

        opacities.UnionWith(content.Opacities);
        var stream = file.AddStream("", content.Bytes);
        return file.Add(
            $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {PdfContent.N(size.X)} {PdfContent.N(size.Y)}] /Resources {resources} 0 R /Contents {stream} 0 R >>");
    }

    private void Draw(PdfContent content, Mark mark)
    {
        switch (mark)
        {
            case Mark.Shape shape:
                content.Shape(shape.Path, shape.Fill, shape.Line, shape.LineWidth);
                break;
            case Mark.Dots dots:
                content.Dots(dots);
                break;
            case Mark.Text text:
                var (name, font) = FontOf(text.Face);
                content.Text(text, name, font.Encode(text.Words));
                break;
            case Mark.Figure figure:
                var window = figure.Window;
                content.Write("q");
                content.Write($"{PdfContent.N(window.Left)} {PdfContent.N(window.Top)} {PdfContent.N(window.Width)} {PdfContent.N(window.Height)} re W n");
                content.Transform(figure.Scale, figure.Scale, figure.At);
                content.Write($"/{FigureOf(figure.Art, isLine: false)} Do");

                // What a shared drawing does not set it takes from where it is shown: so its line keeps its weight at every scale.
                content.Line(LineStyle.Ink, LineStyle.Width / figure.Scale);
                content.Write($"/{FigureOf(figure.Art, isLine: true)} Do");
                content.Write("Q");
                break;
            case Mark.Link link:
                foreach (var inner in link.Marks)
                {
                    Draw(content, inner);
                }

                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private (string Name, PdfFont Font) FontOf(Typeface face)
    {
        if (!fonts.TryGetValue(face, out var known))
        {
            known = fonts[face] = ($"F{(fonts.Count + 1).ToString(CultureInfo.InvariantCulture)}", new PdfFont(face, file.Reserve()));
        }

        return known;
    }

    /// <summary>The areas of a drawing, or the line around it, stored once in the file and shown wherever they are needed.</summary>
    private string FigureOf(FigureArt art, bool isLine)
    {
        if (figures.TryGetValue((art, isLine), out var known))
        {
            return known.Name;
        }

        var content = new PdfContent();
        foreach (var layer in art.Layers.Where(layer => layer.Fill is null == isLine))
        {
            if (layer.Fill is { } fill)
            {
                content.Shape(layer.Path, fill, null, 0);
            }
            else
            {
                content.Path(layer.Path);
                content.Write("S");
            }
        }

        opacities.UnionWith(content.Opacities);
        var size = art.Projection.Size;
        var number = file.AddStream(
            $"/Type /XObject /Subtype /Form /BBox [0 0 {PdfContent.N(size.X)} {PdfContent.N(size.Y)}] /Resources {resources} 0 R", content.Bytes);
        var name = $"X{(figures.Count + 1).ToString(CultureInfo.InvariantCulture)}";
        figures[(art, isLine)] = (name, number);
        return name;
    }

    private static string GraphicsState(int percent) => string.Create(
        CultureInfo.InvariantCulture, $"/O{percent} << /ca {percent / 100f:0.##} /CA {percent / 100f:0.##} >>");
}
