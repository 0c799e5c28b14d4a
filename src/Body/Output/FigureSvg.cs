using System.Globalization;
using System.Numerics;
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
    private const float OutlineTolerance = 0.3f;
    private const float ToneTolerance = 0.7f;
    private const float SmallestFineTone = 160;
    private const float SmallestCoarseTone = 1800;
    private const float FineToneBlur = 4;
    private const float CoarseToneBlur = 11;

    /// <summary>Area of a cell, in square millimetres, up to which the tones are drawn in full detail.</summary>
    private const float FineCellArea = 300;

    /// <summary>Millimetres; a shorter line where one part hides another is only noise on face, hands and feet.</summary>
    private const float ShortestFineLine = 14;

    /// <summary>The same for the other parts of the body.</summary>
    private const float ShortestCoarseLine = 60;

    private const float DoubleBlur = 9;
    private const float DoubleLevel = 0.9f;

    /// <summary>Shadow at which each further tone begins, darkest last.</summary>
    private static readonly float[] ToneLevels = [0.20f, 0.29f, 0.39f, 0.51f];

    internal static byte[] Write(View view, BodyAtlas body)
    {
        var raster = Raster.Of(body.Surface, view);
        var mask = Array.ConvertAll(raster.Nearness, nearness => nearness > Raster.Nothing ? 1f : 0);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {view.Width} {view.Height}\"");
        svg.Append(CultureInfo.InvariantCulture, $" data-view=\"{view.Name}\" data-build=\"neutral\"");
        svg.Append(CultureInfo.InvariantCulture, $" data-right=\"{Direction(view.Right)}\" data-up=\"{Direction(view.Up)}\"");
        svg.Append(CultureInfo.InvariantCulture, $" data-origin-x=\"{view.OriginX}\" data-origin-y=\"{view.OriginY}\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<title>{view.Title}</title>\n");
        var outline = Outline(raster, mask);
        WriteTones(svg, raster, mask, outline, body.Surface);
        WriteCells(svg, raster, body);
        WriteLines(svg, raster, mask, view, body.Surface, outline);
        WriteLabels(svg, view);
        svg.Append("</svg>\n");
        return Encoding.UTF8.GetBytes(svg.ToString());
    }

    private static List<List<Vector2>> Outline(Raster raster, float[] mask)
    {
        var soft = Blur.Plain(mask, raster.Width, raster.Height, 1);
        return [.. Contours.At(0.5f, soft, raster.Width, raster.Height)
            .Where(loop => MathF.Abs(Polyline.DoubleArea(loop)) > 60)
            .Select(loop => Fitted(loop, rounds: 5, OutlineTolerance, closed: true))];
    }

    private static void WriteTones(StringBuilder svg, Raster raster, float[] mask, List<List<Vector2>> outline, Surface surface)
    {
        svg.Append("<g class=\"tone\" fill=\"var(--figure-shade, #8d5b3f)\" fill-rule=\"evenodd\">\n");
        svg.Append("<path class=\"skin\" fill=\"var(--figure-skin, #f4e9df)\" d=\"").Append(Curves(outline, closed: true)).Append("\"/>\n");
        var shadow = SoftShadow(raster, mask, surface);
        foreach (var level in ToneLevels)
        {
            var loops = Contours.At(level, shadow, raster.Width, raster.Height)
                .Where(loop => IsLargeEnough(loop, raster, surface))
                .Select(loop => Fitted(loop, rounds: 8, ToneTolerance, closed: true));
            svg.Append("<path fill-opacity=\"var(--figure-tone, .09)\" d=\"").Append(Curves(loops, closed: true)).Append("\"/>\n");
        }

        svg.Append("</g>\n");
    }

    /// <summary>A small patch of tone draws the shape of a face, but is only a stain on the trunk.</summary>
    private static bool IsLargeEnough(List<Vector2> loop, Raster raster, Surface surface)
    {
        var area = MathF.Abs(Polyline.DoubleArea(loop)) / 2 * Raster.MillimetresPerPixel * Raster.MillimetresPerPixel;
        return area > (IsCoarse(loop, raster, surface) ? SmallestCoarseTone : SmallestFineTone);
    }

    /// <summary>Whether a line runs over parts of the body where cells are large.</summary>
    private static bool IsCoarse(List<Vector2> line, Raster raster, Surface surface) => line
        .Select(place => raster.Cells[Math.Clamp(((int)place.Y * raster.Width) + (int)place.X, 0, raster.Cells.Length - 1)])
        .Any(cell => cell >= 0 && surface.AreaOf(new CellId(cell)) > 2 * FineCellArea);

    /// <summary>Softer on the trunk than on face, hands and feet: as coarse as the cells are.</summary>
    private static float[] SoftShadow(Raster raster, float[] mask, Surface surface)
    {
        var coarseness = Array.ConvertAll(
            raster.Cells, cell => cell < 0 ? 0 : Math.Clamp((surface.AreaOf(new CellId(cell)) - FineCellArea) / FineCellArea, 0, 1));
        float[] Blurred(float[] values, float millimetres) =>
            Blur.Masked(values, mask, raster.Width, raster.Height, millimetres / Raster.MillimetresPerPixel);

        var (fine, coarse) = (Blurred(raster.Shadow, FineToneBlur), Blurred(raster.Shadow, CoarseToneBlur));
        coarseness = Blurred(coarseness, 2 * CoarseToneBlur);
        for (var pixel = 0; pixel < fine.Length; pixel++)
        {
            fine[pixel] = mask[pixel] * float.Lerp(fine[pixel], coarse[pixel], coarseness[pixel]);
        }

        return fine;
    }

    private static void WriteCells(StringBuilder svg, Raster raster, BodyAtlas body)
    {
        svg.Append("<g class=\"cells\" fill=\"transparent\">\n");
        var outlines = CellOutlines.Of(raster);
        foreach (var region in outlines.GroupBy(cell => body.RegionOf(new CellId(cell.Key))))
        {
            svg.Append(CultureInfo.InvariantCulture, $"<g data-region=\"{region.Key.Region}\" data-side=\"{region.Key.Side.ToWord()}\">");
            foreach (var (cell, loops) in region)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<path data-cell=\"{cell}\" d=\"");
                loops.ForEach(loop => Polyline.WriteStraight(svg, loop, closed: true));
                svg.Append("\"/>");
            }

            svg.Append("</g>\n");
        }

        svg.Append("</g>\n");
    }

    private static void WriteLines(StringBuilder svg, Raster raster, float[] mask, View view, Surface surface, List<List<Vector2>> outline)
    {
        svg.Append("<g class=\"lines\" fill=\"none\" stroke=\"var(--figure-line, #6d5546)\" stroke-linecap=\"round\" stroke-linejoin=\"round\">\n");
        var features = FeatureLines.All
            .SelectMany(line => FeatureTracer.OnSkin(line, surface).SelectMany(side => FeatureTracer.Visible(side, view, raster)).Select(run => (line.IsSoft, Run: run)))
            .ToLookup(feature => feature.IsSoft, feature => Polyline.Thinned(Polyline.Smoothed(feature.Run, 2, closed: false), 0.25f, closed: false));
        var depth = Blur.Plain(mask, raster.Width, raster.Height, DoubleBlur / Raster.MillimetresPerPixel);
        var occlusions = OcclusionLines.Of(raster)
            .Where(line => IsWorthDrawing(line, raster, depth, surface))
            .Select(line => Fitted(line, rounds: 8, OutlineTolerance, closed: false));
        WriteStroke("soft", 1.6f, "var(--figure-line-soft, .45)", Curves(features[true], closed: false));
        WriteStroke("firm", 2, "var(--figure-line-firm, .8)", Curves(features[false].Concat(occlusions), closed: false));
        WriteStroke("outline", 2.6f, "1", Curves(outline, closed: true));
        svg.Append("</g>\n");

        void WriteStroke(string name, float width, string opacity, string path) => svg.Append(
            CultureInfo.InvariantCulture, $"<path class=\"{name}\" stroke-width=\"{width}\" stroke-opacity=\"{opacity}\" d=\"{path}\"/>\n");
    }

    /// <summary>A line that runs along the outline only doubles it, except between toes and fingers, where everything is near it.</summary>
    private static bool IsWorthDrawing(List<Vector2> line, Raster raster, float[] depth, Surface surface)
    {
        var length = Polyline.Length(line) * Raster.MillimetresPerPixel;
        var pixels = line.Select(place => ((int)place.Y * raster.Width) + (int)place.X).ToArray();
        return IsCoarse(line, raster, surface)
            ? length > ShortestCoarseLine && pixels.Count(pixel => depth[pixel] < DoubleLevel) <= pixels.Length / 2
            : length > ShortestFineLine;
    }

    private static void WriteLabels(StringBuilder svg, View view)
    {
        svg.Append("<g class=\"labels\" fill=\"var(--figure-label, #75655a)\" font-family=\"system-ui, sans-serif\" font-size=\"36\" text-anchor=\"middle\">");
        foreach (var (text, x, y) in view.Labels)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x}\" y=\"{y}\">{text}</text>");
        }

        svg.Append("</g>\n");
    }

    /// <summary>From pixels to a smooth line in millimetres with few places.</summary>
    private static List<Vector2> Fitted(List<Vector2> pixels, int rounds, float tolerance, bool closed) => Polyline.Thinned(
        Polyline.Smoothed(pixels, rounds, closed).ConvertAll(place => place * Raster.MillimetresPerPixel), tolerance, closed);

    private static string Direction(Vector3 direction) =>
        string.Create(CultureInfo.InvariantCulture, $"{direction.X:0.######} {direction.Y:0.######} {direction.Z:0.######}");

    private static string Curves(IEnumerable<List<Vector2>> lines, bool closed)
    {
        var path = new StringBuilder();
        foreach (var line in lines)
        {
            Polyline.WriteCurve(path, line, closed);
        }

        return path.ToString();
    }
}
