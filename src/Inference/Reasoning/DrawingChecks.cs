using System.Collections.Immutable;
using Unknot.Atlas;

namespace Unknot.Inference.Reasoning;

/// <summary>Everything that can be wrong with a drawing.</summary>
internal static class DrawingChecks
{
    internal static ImmutableArray<DrawingProblem> ProblemsOf(Drawing drawing, AtlasData atlas, ReferralMap map)
    {
        if (drawing.Regions.IsDefault || drawing.Cells.IsDefault || drawing.Strokes.IsDefault || drawing.PainFree.IsDefault)
        {
            return [new("", "the lists of regions, cells, strokes and pain-free regions must all be there; empty ones are allowed")];
        }

        var problems = ImmutableArray.CreateBuilder<DrawingProblem>();
        var painful = new HashSet<SidedRegion>();
        for (var i = 0; i < drawing.Regions.Length; i++)
        {
            var (region, intensity) = drawing.Regions[i];
            CheckRegion($"regions[{i}]", region, atlas, problems);
            CheckIntensity($"regions[{i}]", intensity, problems);
            painful.Add(region);
        }

        for (var i = 0; i < drawing.Cells.Length; i++)
        {
            var (cell, intensity) = drawing.Cells[i];
            CheckIntensity($"cells[{i}]", intensity, problems);
            if (cell.Value < 0 || cell.Value >= map.CellCount)
            {
                problems.Add(new($"cells[{i}]", $"there is no cell {cell.Value}; the figure has the cells 0 to {map.CellCount - 1}"));
            }
            else
            {
                painful.Add(map.Regions[map.RegionOf(cell)]);
            }
        }

        for (var i = 0; i < drawing.Strokes.Length; i++)
        {
            CheckStroke($"strokes[{i}]", drawing.Strokes[i], map, problems);
        }

        for (var i = 0; i < drawing.PainFree.Length; i++)
        {
            var region = drawing.PainFree[i];
            CheckRegion($"painFree[{i}]", region, atlas, problems);
            if (painful.Contains(region))
            {
                problems.Add(new($"painFree[{i}]", $"'{region}' is marked as painful too; it can only be one of the two"));
            }
        }

        return problems.ToImmutable();
    }

    private static void CheckRegion(string place, SidedRegion sided, AtlasData atlas, ImmutableArray<DrawingProblem>.Builder problems)
    {
        if (sided.Region == default)
        {
            problems.Add(new(place, "names no region"));
        }
        else if (!atlas.TryGetRegion(sided.Region, out var region))
        {
            problems.Add(new(place, $"there is no region '{sided.Region}'"));
        }
        else if (!region.AllowedSides.Contains(sided.Side))
        {
            var allowed = string.Join(" or ", region.AllowedSides.Select(side => $"'{side.ToWord()}'"));
            problems.Add(new(place, $"the region '{region.Id}' has the side {allowed}, no other"));
        }
    }

    private static void CheckStroke(string place, Stroke stroke, ReferralMap map, ImmutableArray<DrawingProblem>.Builder problems)
    {
        CheckIntensity(place, stroke.Intensity, problems);
        if (stroke.Width is not (> 0 and <= Stroke.MaxWidth))
        {
            problems.Add(new($"{place}.width", $"a width of {stroke.Width} mm is out of range; it must be above 0, at most {Stroke.MaxWidth}"));
        }

        if (stroke.Path.IsDefaultOrEmpty || stroke.Path.Length > Stroke.MaxPlaces)
        {
            problems.Add(new($"{place}.path", $"the path needs 1 to {Stroke.MaxPlaces} places"));
            return;
        }

        for (var i = 0; i < stroke.Path.Length; i++)
        {
            var (x, y, z) = (stroke.Path[i].X, stroke.Path[i].Y, stroke.Path[i].Z);
            if (!float.IsFinite(x) || !float.IsFinite(y) || !float.IsFinite(z) || map.Brush.DistanceFromSkin(stroke.Path[i]) > Stroke.MaxDistanceFromSkin)
            {
                problems.Add(new($"{place}.path[{i}]", $"the place {x}, {y}, {z} is not within {Stroke.MaxDistanceFromSkin} mm of the skin"));
                return;
            }
        }
    }

    private static void CheckIntensity(string place, double intensity, ImmutableArray<DrawingProblem>.Builder problems)
    {
        if (intensity is not (> 0 and <= 1))
        {
            problems.Add(new(place, $"the intensity is {intensity}; it must be above 0 and at most 1"));
        }
    }
}
