using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Xml;
using Unknot.Charts.Fonts;
using Unknot.Charts.Sheets;

namespace Unknot.Charts.Writing;

/// <summary>Sheets as SVG. Text is set to the measured widths, so that it fits with any font the reader has.</summary>
internal static class SvgWriter
{
    private const float GapBetweenSheets = 18;
    private const string Fallbacks = "'Source Sans Pro', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

    /// <param name="sheets">At least one, of one size; several are laid below one another.</param>
    /// <param name="scale">How much larger than laid out.</param>
    /// <param name="prefix">Of every id, when several files become part of one page.</param>
    internal static byte[] Write(ImmutableArray<Sheet> sheets, float scale, string prefix = "")
    {
        var svg = new StringBuilder();
        var settings = new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = "", NewLineChars = "\n" };
        using (var xml = XmlWriter.Create(svg, settings))
        {
            var size = new Vector2(sheets[0].Size.X, (sheets.Length * (sheets[0].Size.Y + GapBetweenSheets)) - GapBetweenSheets);
            xml.WriteStartElement("svg", "http://www.w3.org/2000/svg");
            Attribute(xml, "viewBox", $"0 0 {N(size.X)} {N(size.Y)}");
            Attribute(xml, "width", $"{N(size.X * scale)}pt");
            Attribute(xml, "height", $"{N(size.Y * scale)}pt");

            // What holds links is no picture for those who cannot see it.
            Attribute(xml, "role", sheets.Any(sheet => sheet.Marks.Any(mark => mark is Mark.Link)) ? "group" : "img");
            Attribute(xml, "font-family", $"'{Typeface.Family}', {Fallbacks}");
            xml.WriteElementString("title", string.Join("; ", sheets.Select(sheet => sheet.Title)));
            WriteFigures(xml, sheets);
            for (var i = 0; i < sheets.Length; i++)
            {
                xml.WriteStartElement("g");
                Attribute(xml, "id", $"{prefix}sheet-{i + 1}");
                if (i > 0)
                {
                    Attribute(xml, "transform", $"translate(0 {N(i * (sheets[0].Size.Y + GapBetweenSheets))})");
                }

                var windows = 0;
                foreach (var mark in sheets[i].Marks)
                {
                    Write(xml, mark, () => $"{prefix}w{i + 1}-{++windows}");
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetBytes(svg.Append('\n').ToString());
    }

    private static void WriteFigures(XmlWriter xml, ImmutableArray<Sheet> sheets)
    {
        var arts = sheets.SelectMany(sheet => sheet.Marks).OfType<Mark.Figure>().Select(figure => figure.Art).DistinctBy(art => art.Name, StringComparer.Ordinal).OrderBy(art => art.Name, StringComparer.Ordinal);
        xml.WriteStartElement("defs");
        foreach (var art in arts)
        {
            xml.WriteStartElement("g");
            Attribute(xml, "id", $"{art.Name}-areas");
            Attribute(xml, "fill-rule", "evenodd");
            foreach (var area in art.Layers.Where(layer => layer.Fill is not null))
            {
                WritePath(xml, area.Path, area.Fill, null, 0);
            }

            xml.WriteEndElement();
            xml.WriteStartElement("g");
            Attribute(xml, "id", $"{art.Name}-line");
            foreach (var line in art.Layers.Where(layer => layer.Fill is null))
            {
                xml.WriteStartElement("path");
                Attribute(xml, "d", Data(line.Path));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, Mark mark, Func<string> nextId)
    {
        switch (mark)
        {
            case Mark.Shape shape:
                WritePath(xml, shape.Path, shape.Fill, shape.Line, shape.LineWidth);
                break;
            case Mark.Dots dots:
                xml.WriteStartElement("path");
                Attribute(xml, "stroke", Colour(dots.Ink));
                Attribute(xml, "stroke-width", N(dots.Diameter));
                Attribute(xml, "stroke-linecap", "round");
                Attribute(xml, "d", string.Concat(dots.Places.Select(place => $"M{N(place.X)} {N(place.Y)}h0")));
                xml.WriteEndElement();
                break;
            case Mark.Text text:
                WriteText(xml, text);
                break;
            case Mark.Figure figure:
                WriteFigure(xml, figure, nextId());
                break;
            case Mark.Link link:
                xml.WriteStartElement("a");
                Attribute(xml, "href", link.Address);
                Attribute(xml, "tabindex", "-1");
                foreach (var inner in link.Marks)
                {
                    Write(xml, inner, nextId);
                }

                xml.WriteEndElement();
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void WriteText(XmlWriter xml, Mark.Text text)
    {
        xml.WriteStartElement("text");
        Attribute(xml, "x", N(text.Left));
        Attribute(xml, "y", N(text.At.Y));
        Attribute(xml, "font-size", N(text.Size));
        Attribute(xml, "fill", Colour(text.Ink));
        if (text.Face.Weight != 400)
        {
            Attribute(xml, "font-weight", text.Face.Weight.ToString(CultureInfo.InvariantCulture));
        }

        if (text.Face.IsItalic)
        {
            Attribute(xml, "font-style", "italic");
        }

        Attribute(xml, "textLength", N(text.Width));
        Attribute(xml, "lengthAdjust", "spacingAndGlyphs");
        xml.WriteString(text.Words);
        xml.WriteEndElement();
    }

    private static void WriteFigure(XmlWriter xml, Mark.Figure figure, string id)
    {
        xml.WriteStartElement("clipPath");
        Attribute(xml, "id", id);
        WritePath(xml, Outline.Of(figure.Window), null, null, 0);
        xml.WriteEndElement();
        xml.WriteStartElement("g");
        Attribute(xml, "clip-path", $"url(#{id})");
        xml.WriteStartElement("g");
        Attribute(xml, "transform", $"translate({N(figure.At.X)} {N(figure.At.Y)}) scale({figure.Scale.ToString("0.#####", CultureInfo.InvariantCulture)})");
        Attribute(xml, "stroke-linecap", "round");
        Attribute(xml, "stroke-linejoin", "round");
        WriteUse(xml, $"{figure.Art.Name}-areas");
        WriteUse(xml, $"{figure.Art.Name}-line", ("fill", "none"), ("stroke", Colour(LineStyle.Ink)), ("stroke-width", N(LineStyle.Width / figure.Scale)));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteUse(XmlWriter xml, string id, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement("use");
        Attribute(xml, "href", $"#{id}");
        foreach (var (name, value) in attributes)
        {
            Attribute(xml, name, value);
        }

        xml.WriteEndElement();
    }

    private static void WritePath(XmlWriter xml, Outline path, Ink? fill, Ink? line, float width)
    {
        xml.WriteStartElement("path");
        Attribute(xml, "d", Data(path));
        if (fill is null && line is not null)
        {
            Attribute(xml, "fill", "none");
        }

        if (fill is { } inside)
        {
            Attribute(xml, "fill", Colour(inside));
            if (inside.Opacity < 1)
            {
                Attribute(xml, "fill-opacity", N(inside.Opacity));
            }
        }

        if (line is { } around)
        {
            Attribute(xml, "stroke", Colour(around));
            Attribute(xml, "stroke-width", N(width));
            Attribute(xml, "stroke-linecap", "round");
            Attribute(xml, "stroke-linejoin", "round");
            if (around.Opacity < 1)
            {
                Attribute(xml, "stroke-opacity", N(around.Opacity));
            }
        }

        xml.WriteEndElement();
    }

    private static string Data(Outline path)
    {
        var data = new StringBuilder();
        foreach (var step in path.Steps)
        {
            data.Append(step.Kind switch
            {
                Outline.StepKind.Move => $"M{P(step.To)}",
                Outline.StepKind.Line => $"L{P(step.To)}",
                Outline.StepKind.Curve => $"C{P(step.First)} {P(step.Second)} {P(step.To)}",
                Outline.StepKind.Close => "Z",
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }

        return data.ToString();
    }

    private static void Attribute(XmlWriter xml, string name, string value) => xml.WriteAttributeString(name, value);

    private static string Colour(Ink ink) => $"#{ink.Red:x2}{ink.Green:x2}{ink.Blue:x2}";

    private static string P(Vector2 place) => $"{N(place.X)} {N(place.Y)}";

    private static string N(float value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
