using System.Collections.Immutable;
using System.Numerics;
using Unknot.Body.Field;
using Unknot.Body.Figure;

namespace Unknot.Body.Output;

/// <summary>Lays feature lines on the skin and finds the parts of them that a view shows.</summary>
internal static class FeatureTracer
{
    private const float StepMillimetres = 1.5f;

    /// <summary>A line may sink this far below the skin that is seen before it counts as hidden.</summary>
    private const float Tolerance = 2.5f;

    private const int FewestPlaces = 4;

    /// <summary>So many places that are hidden between two that are seen are only an unevenness of the skin.</summary>
    private const int LongestGap = 4;

    /// <returns>Both sides of the line as places on the skin; one line when it crosses or follows the midline.</returns>
    internal static ImmutableArray<ImmutableArray<Vector3>> OnSkin(FeatureLine line, Surface surface)
    {
        // The nearest skin of a furrow is its edge, so lines that follow the midline are held on it.
        var isMidline = line.Path.All(place => place.X == 0);
        var left = Sample(line.Path)
            .Select(place => surface.Nearest(place).Position)
            .Select(place => isMidline ? place with { X = 0 } : place)
            .ToImmutableArray();
        var right = left.Select(place => place with { X = -place.X }).ToImmutableArray();
        if (line.Path[0].X != 0)
        {
            return [left, right];
        }

        return isMidline ? [left] : [[.. right.Reverse(), .. left[1..]]];
    }

    /// <returns>Open lines in millimetres of the drawing; short gaps are drawn over.</returns>
    internal static IEnumerable<List<Vector2>> Visible(ImmutableArray<Vector3> line, View view, FigureBuild build, Raster raster)
    {
        var placed = line.Select(build.Place).ToArray();
        var shown = Array.ConvertAll(placed, place => raster.Shows(place, Tolerance));
        for (var from = 0; from < shown.Length;)
        {
            if (!shown[from])
            {
                from++;
                continue;
            }

            var to = from;
            for (var i = from; i < shown.Length && i - to <= LongestGap; i++)
            {
                to = shown[i] ? i : to;
            }

            if (to - from + 1 >= FewestPlaces)
            {
                yield return [.. placed[from..(to + 1)].Select(place => view.Project(place).Place)];
            }

            from = to + 1;
        }
    }

    private static IEnumerable<Vector3> Sample(ImmutableArray<Vector3> path)
    {
        yield return path[0];
        for (var span = 0; span < path.Length - 1; span++)
        {
            var (p0, p1) = (path[Math.Max(span - 1, 0)], path[span]);
            var (p2, p3) = (path[span + 1], path[Math.Min(span + 2, path.Length - 1)]);
            var steps = (int)MathF.Ceiling(Vector3.Distance(p1, p2) / StepMillimetres);
            for (var step = 1; step <= steps; step++)
            {
                yield return CatmullRom.Between(p0, p1, p2, p3, step / (float)steps);
            }
        }
    }
}
