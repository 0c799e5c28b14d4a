using System.Globalization;
using System.Numerics;
using System.Security;
using System.Text;
using Unknot.Atlas;
using Unknot.Body.Figure;

namespace Unknot.Body.Output;

/// <summary>
/// The figure as a drawing: soft tones, cells that can be filled, thin lines, and labels that say whose side is where. Colours
/// are custom properties with defaults, given as attributes, so that a page can change them and needs no style of its own.
/// </summary>
internal static class FigureSvg
{
    private const float OutlineBlur = 0.8f;
    private const float OutlineSoftness = 3;
    private const float OutlineTolerance = 0.2f;
    private const float SmallestLoop = 60;
    private const int FadeStops = 5;

    /// <summary>Of the firm and the soft lines, as shares of the width of the outline.</summary>
    private const float FirmWidth = 0.8f;

    /// <inheritdoc cref="FirmWidth"/>
    private const float SoftWidth = 0.62f;

    /// <param name="names">The name of each region, without a side.</param>
    internal static byte[] Write(View view, FigureBuild build, BodyAtlas body, IReadOnlyDictionary<RegionId, string> names)
    {
        var raster = Raster.Of(body.Surface, view, build);
        var mask = Array.ConvertAll(raster.Nearness, nearness => nearness > Raster.Nothing ? 1f : 0);
        var traced = Contours.At(0.5f, Blur.Plain(raster.Coverage(), raster.Width, raster.Height, OutlineBlur), raster.Width, raster.Height)
            .FindAll(loop => MathF.Abs(Polyline.DoubleArea(loop)) > SmallestLoop);
        var outline = new PathText(PlacesOf(view));
        traced.ForEach(loop => Inking.Write(outline, Inking.Loop(loop, OutlineSoftness, OutlineTolerance, _ => true), raster.MillimetresPerPixel, closed: true));

        var svg = new StringBuilder();
        WriteRoot(svg, view, build);
        WriteTones(svg, view, outline.ToString(), Tones.Of(raster, mask, view, body.Surface));
        CellGroups.Write(svg, raster, view, body, names);
        WriteLines(svg, view, new InnerLines(raster, view, body.Surface, traced), Features(raster, view, build, body.Surface), outline.ToString());
        WriteLabels(svg, view);
        svg.Append("</svg>\n");
        return Encoding.UTF8.GetBytes(svg.ToString());
    }

    /// <summary>Decimal places of lines: what is drawn larger is written more exactly.</summary>
    internal static int PlacesOf(View view) => view.MillimetresPerPixel < 0.35f ? 2 : 1;

    private static void WriteRoot(StringBuilder svg, View view, FigureBuild build)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {view.Width} {view.Height}\" role=\"group\" aria-label=\"{view.Title}\"");
        svg.Append(CultureInfo.InvariantCulture, $" data-view=\"{view.Name}\" data-build=\"{build.Id}\"");
        svg.Append(CultureInfo.InvariantCulture, $" data-right=\"{Direction(view.Right)}\" data-up=\"{Direction(view.Up)}\"");
        svg.Append(CultureInfo.InvariantCulture, $" data-origin-x=\"{view.OriginX:0.###}\" data-origin-y=\"{view.OriginY:0.###}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{view.Title}</title>\n");
        if (view.FadeAbove is null && view.FadeBelow is null)
        {
            return;
        }

        // White shows what it covers; a gradient over the whole height holds both ends.
        svg.Append(CultureInfo.InvariantCulture, $"<defs><linearGradient id=\"fading\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"{view.Height}\" gradientUnits=\"userSpaceOnUse\">");
        foreach (var share in view.FadeAbove is null ? [] : Enumerable.Range(0, FadeStops + 1).Select(stop => 1 - (stop / (float)FadeStops)))
        {
            WriteStop(svg, view, view.FadeAbove!.Value, share);
        }

        foreach (var share in view.FadeBelow is null ? [] : Enumerable.Range(0, FadeStops + 1).Select(stop => stop / (float)FadeStops))
        {
            WriteStop(svg, view, view.FadeBelow!.Value, share);
        }

        svg.Append(CultureInfo.InvariantCulture, $"</linearGradient><mask id=\"fade\" maskUnits=\"userSpaceOnUse\" x=\"0\" y=\"0\" width=\"{view.Width}\" height=\"{view.Height}\">");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{view.Width}\" height=\"{view.Height}\" fill=\"url(#fading)\"/></mask></defs>\n");
    }

    /// <param name="share">0 where the drawing is clear, 1 where it is gone; it goes gently at both ends.</param>
    private static void WriteStop(StringBuilder svg, View view, (float From, float To) fade, float share) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<stop offset=\"{float.Lerp(fade.From, fade.To, share) / view.Height:0.####}\" stop-color=\"#fff\" stop-opacity=\"{1 - (share * share * (3 - (2 * share))):0.###}\"/>");

    private static string Fade(View view) => view.FadeAbove is null && view.FadeBelow is null ? "" : " mask=\"url(#fade)\"";

    private static void WriteTones(StringBuilder svg, View view, string outline, IEnumerable<string> tones)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"tone\" aria-hidden=\"true\"{Fade(view)} fill=\"var(--figure-shade, #8d5b3f)\" fill-rule=\"evenodd\">\n");
        svg.Append("<path class=\"skin\" fill=\"var(--figure-skin, #f4e9df)\" d=\"").Append(outline).Append("\"/>\n");
        foreach (var tone in tones)
        {
            svg.Append("<path fill-opacity=\"var(--figure-tone, .09)\" d=\"").Append(tone).Append("\"/>\n");
        }

        svg.Append("</g>\n");
    }

    private static ILookup<bool, List<Vector2>> Features(Raster raster, View view, FigureBuild build, Surface surface) => FeatureLines.All
        .SelectMany(line => FeatureTracer.OnSkin(line, surface).SelectMany(side => FeatureTracer.Visible(side, view, build, raster)).Select(run => (line.IsSoft, Run: run)))
        .ToLookup(feature => feature.IsSoft, feature => feature.Run);

    private static void WriteLines(StringBuilder svg, View view, InnerLines inner, ILookup<bool, List<Vector2>> features, string outline)
    {
        // Edges come first: features give way to them.
        var edges = inner.Edges(FirmWidth);
        var (firm, soft) = (inner.Features(features[false], FirmWidth), inner.Features(features[true], SoftWidth));
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"lines\" aria-hidden=\"true\"{Fade(view)} fill=\"var(--figure-line, #6d5546)\">\n");
        svg.Append("<path class=\"soft\" fill-opacity=\"var(--figure-line-soft, .5)\" d=\"").Append(soft).Append("\"/>\n");
        svg.Append("<path class=\"firm\" fill-opacity=\"var(--figure-line-firm, .85)\" d=\"").Append(edges).Append(firm).Append("\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"outline\" fill=\"none\" stroke=\"var(--figure-line, #6d5546)\" stroke-width=\"{view.LineWidth}\" stroke-linejoin=\"round\" d=\"{outline}\"/>\n");
        svg.Append("</g>\n");
    }

    private static void WriteLabels(StringBuilder svg, View view)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<g class=\"labels\" fill=\"var(--figure-label, #75655a)\" font-family=\"system-ui, sans-serif\" font-size=\"{view.FontSize}\" text-anchor=\"middle\">");
        foreach (var (text, x, y) in view.Labels)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\">{SecurityElement.Escape(text)}</text>");
        }

        svg.Append("</g>\n");
    }

    private static string Direction(Vector3 direction) =>
        string.Create(CultureInfo.InvariantCulture, $"{direction.X:0.######} {direction.Y:0.######} {direction.Z:0.######}");
}
