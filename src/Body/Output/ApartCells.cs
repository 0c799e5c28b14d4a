namespace Unknot.Body.Output;

/// <summary>Cells that a view shows side by side though one lies behind the other, as an arm before the trunk.</summary>
internal static class ApartCells
{
    /// <summary>Cells closer than this, in millimetres of the drawing, count as side by side.</summary>
    private const float Gap = 1.6f;

    /// <summary>In millimetres; less is the fold of one skin.</summary>
    private const float LeastStep = 3;

    /// <returns>For a cell the others that have higher numbers, ascending.</returns>
    internal static SortedDictionary<int, SortedSet<int>> Of(Raster raster, Surface surface)
    {
        var result = new SortedDictionary<int, SortedSet<int>>();
        var reach = (int)MathF.Ceiling(Gap / raster.MillimetresPerPixel);
        foreach (var distance in new[] { 1, (reach + 1) / 2, reach }.Distinct())
        {
            for (var y = 0; y < raster.Height - distance; y++)
            {
                for (var x = 0; x < raster.Width - distance; x++)
                {
                    var pixel = (y * raster.Width) + x;
                    Compare(pixel, pixel + distance);
                    Compare(pixel, pixel + (distance * raster.Width));
                }
            }
        }

        return result;

        void Compare(int a, int b)
        {
            var (first, second) = (raster.Cells[a], raster.Cells[b]);
            if (first == second || first < 0 || second < 0 || MathF.Abs(raster.Nearness[a] - raster.Nearness[b]) < LeastStep)
            {
                return;
            }

            var (low, high) = (Math.Min(first, second), Math.Max(first, second));
            if (!surface.NeighboursOf(new CellId(low)).Contains(new CellId(high)))
            {
                (result.TryGetValue(low, out var others) ? others : result[low] = []).Add(high);
            }
        }
    }
}
