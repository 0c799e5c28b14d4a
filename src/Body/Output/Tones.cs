using System.Numerics;

namespace Unknot.Body.Output;

/// <summary>A few calm steps of shade. Small patches are left out: they draw the shape of a face, but are only stains on a trunk.</summary>
internal static class Tones
{
    private const float Softness = 4;
    private const float Tolerance = 0.5f;

    /// <summary>Area of a cell, in square millimetres, up to which the tones of a whole body are drawn in full detail.</summary>
    private const float FineCellArea = 300;

    /// <summary>How far shades of small forms are blurred on the whole body, of what others are.</summary>
    private const float FineShare = 0.4f;

    /// <summary>Shadow at which each further tone begins, darkest last.</summary>
    private static readonly float[] Levels = [0.24f, 0.35f, 0.48f];

    /// <returns>One path a tone, lightest first.</returns>
    internal static IEnumerable<string> Of(Raster raster, float[] mask, View view, Surface surface)
    {
        var coarseness = view.IsCloseUp ? null : Coarseness(raster, surface);
        var shadow = SoftShadow(raster, mask, view, coarseness);
        foreach (var level in Levels)
        {
            var path = new PathText(FigureSvg.PlacesOf(view));
            foreach (var loop in Contours.At(level, shadow, raster.Width, raster.Height).Where(loop => IsLargeEnough(loop, raster, view, coarseness)))
            {
                Inking.Write(path, Inking.Loop(loop, Softness, Tolerance, IsAtOutline), raster.MillimetresPerPixel, closed: true);
            }

            yield return path.ToString();
        }

        // Shade ends sharply only where the figure does.
        bool IsAtOutline(Vector2 place)
        {
            var (x, y) = ((int)place.X, (int)place.Y);
            return x < 2 || y < 2 || x >= raster.Width - 2 || y >= raster.Height - 2
                || mask[((y - 2) * raster.Width) + x] * mask[((y + 2) * raster.Width) + x] * mask[(y * raster.Width) + x - 2] * mask[(y * raster.Width) + x + 2] == 0;
        }
    }

    /// <summary>0 on face, hands and feet, 1 on trunk and limbs: as coarse as the cells are.</summary>
    private static float[] Coarseness(Raster raster, Surface surface) => Array.ConvertAll(
        raster.Cells, cell => cell < 0 ? 0 : Math.Clamp((surface.AreaOf(new CellId(cell)) - FineCellArea) / FineCellArea, 0, 1));

    private static bool IsLargeEnough(List<Vector2> loop, Raster raster, View view, float[]? coarseness)
    {
        var area = MathF.Abs(Polyline.DoubleArea(loop)) / 2 * raster.MillimetresPerPixel * raster.MillimetresPerPixel;
        var isFine = coarseness is not null && loop.TrueForAll(place => coarseness[((int)place.Y * raster.Width) + (int)place.X] < 0.9f);
        var side = (isFine ? 1.4f : 4.5f) * view.ToneSoftness;
        return area > side * side;
    }

    private static float[] SoftShadow(Raster raster, float[] mask, View view, float[]? coarseness)
    {
        float[] Blurred(float[] values, float millimetres) =>
            Blur.Masked(values, mask, raster.Width, raster.Height, millimetres / raster.MillimetresPerPixel);

        var wide = view.ToneSoftness;
        var soft = Blurred(raster.Shadow, wide);
        var fine = coarseness is null ? null : Blurred(raster.Shadow, FineShare * wide);
        var mix = coarseness is null ? null : Blurred(coarseness, 2 * wide);
        for (var pixel = 0; pixel < soft.Length; pixel++)
        {
            var shade = fine is null || mix is null ? soft[pixel] : float.Lerp(fine[pixel], soft[pixel], mix[pixel]);
            soft[pixel] = mask[pixel] * shade;
        }

        return soft;
    }
}
