using System.Collections.Immutable;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Inference.Reasoning;

namespace Unknot.Web.Features.Finder;

/// <summary>Turns what was sent into a drawing, or says everything that is wrong with it. Used once.</summary>
/// <param name="atlas">Knows the regions.</param>
/// <param name="body">Knows the cells.</param>
internal sealed class DrawingCheck(AtlasData atlas, BodyAtlas body)
{
    /// <summary>More problems than this help nobody.</summary>
    private const int MaxProblems = 20;

    private readonly int cellCount = body.Surface.CellCount;
    private readonly Dictionary<string, string[]> problems = new(StringComparer.Ordinal);

    /// <summary>The place in the request, such as <c>regions[0].side</c>, and what is wrong and allowed there.</summary>

    internal IDictionary<string, string[]> Problems => problems;

    /// <summary>All problems in one text.</summary>
    internal string Summary => string.Join(' ', problems.SelectMany(problem => problem.Value).Distinct(StringComparer.Ordinal));

    /// <returns>Null when there are <see cref="Problems"/>.</returns>
    internal Drawing? Read(TracePain.Request request)
    {
        // Each region and each cell may be named once, so these are all there can be.
        var regionLimit = atlas.Regions.Sum(region => region.AllowedSides.Length);
        var fits = IsWithin("regions", request.Regions.Length, regionLimit)
            & IsWithin("painFree", request.PainFree.Length, regionLimit)
            & IsWithin("cells", request.Cells.Length, cellCount);
        if (!fits)
        {
            return null;
        }

        if (request.Regions.IsEmpty && request.Cells.IsEmpty)
        {
            Add("regions", "Nothing is marked. Name at least one region or cell that hurts.");
            return null;
        }

        var painful = ReadRegions(request.Regions);
        var cells = ReadCells(request.Cells);
        var painFree = ReadPainFree(request.PainFree, painful.Select(pain => pain.Region).ToHashSet(), RegionsOf(request.Cells));
        return problems.Count > 0 ? null : new Drawing { Regions = painful, Cells = cells, PainFree = painFree };
    }

    private ImmutableArray<RegionPain> ReadRegions(ImmutableArray<TracePain.PainfulRegion> entries)
    {
        var pains = new List<RegionPain>(entries.Length);
        var seen = new HashSet<SidedRegion>();
        for (var i = 0; i < entries.Length; i++)
        {
            var place = $"regions[{i}]";
            if (IsMissing(place, entries[i]))
            {
                continue;
            }

            var entry = entries[i];
            CheckIntensity(place, entry.Intensity);
            if (ReadRegion(place, entry.Region, entry.Side) is not { } region)
            {
                continue;
            }

            if (!seen.Add(region))
            {
                Add(place, $"{region} is given twice. Each region may be given once.");
            }

            pains.Add(new RegionPain(region, entry.Intensity));
        }

        return [.. pains];
    }

    private ImmutableArray<CellPain> ReadCells(ImmutableArray<TracePain.PainfulCell> entries)
    {
        var pains = new List<CellPain>(entries.Length);
        var seen = new HashSet<int>();
        for (var i = 0; i < entries.Length; i++)
        {
            var place = $"cells[{i}]";
            if (IsMissing(place, entries[i]))
            {
                continue;
            }

            var entry = entries[i];
            CheckIntensity(place, entry.Intensity);
            if (!IsCell(entry.Cell))
            {
                Add($"{place}.cell", $"Cell {entry.Cell} does not exist. Allowed: 0 to {cellCount - 1}.");
            }
            else if (!seen.Add(entry.Cell))
            {
                Add($"{place}.cell", $"Cell {entry.Cell} is given twice. Each cell may be given once.");
            }

            pains.Add(new CellPain(new CellId(entry.Cell), entry.Intensity));
        }

        return [.. pains];
    }

    private ImmutableArray<SidedRegion> ReadPainFree(
        ImmutableArray<TracePain.NamedRegion> entries, HashSet<SidedRegion> painful, HashSet<SidedRegion> painted)
    {
        var painFree = new List<SidedRegion>(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var place = $"painFree[{i}]";
            if (IsMissing(place, entries[i]) || ReadRegion(place, entries[i].Region, entries[i].Side) is not { } region)
            {
                continue;
            }

            if (painful.Contains(region))
            {
                Add(place, $"{region} is both painful and pain-free. Give it in one of the two lists.");
            }

            if (painted.Contains(region))
            {
                Add(place, $"{region} is pain-free, and cells in it are painful. Leave out the one or the other.");
            }

            if (painFree.Contains(region))
            {
                Add(place, $"{region} is given twice. Each region may be given once.");
            }

            painFree.Add(region);
        }

        return [.. painFree];
    }

    private HashSet<SidedRegion> RegionsOf(ImmutableArray<TracePain.PainfulCell> cells) =>
        [.. cells.Where(entry => entry is not null && IsCell(entry.Cell)).Select(entry => body.RegionOf(new CellId(entry.Cell)))];

    private bool IsCell(int cell) => cell >= 0 && cell < cellCount;

    private SidedRegion? ReadRegion(string place, string name, string sideWord)
    {
        if (!RegionId.TryParse(name, null, out var id) || !atlas.TryGetRegion(id, out var region))
        {
            var nearest = NearestNames.Of(name, atlas.Regions, 3).Select(near => near.Id);
            Add($"{place}.region", $"There is no region '{Shortened(name)}'. Nearest: {string.Join(", ", nearest)}. All are listed at /api/regions.");
            return null;
        }

        foreach (var side in region.AllowedSides)
        {
            if (side.ToWord().Equals(sideWord, StringComparison.Ordinal))
            {
                return new SidedRegion(id, side);
            }
        }

        var allowed = string.Join(", ", region.AllowedSides.Select(side => side.ToWord()));
        Add($"{place}.side", $"The region '{id}' has no side '{Shortened(sideWord)}'. Allowed: {allowed}.");
        return null;
    }

    /// <summary>A null in a list passes the reader, whatever the types say.</summary>
    private bool IsMissing(string place, object? entry)
    {
        if (entry is null)
        {
            Add(place, "An entry is null. Leave it out.");
        }

        return entry is null;
    }

    private void CheckIntensity(string place, double intensity)
    {
        if (intensity is not (> 0 and <= 1))
        {
            Add($"{place}.intensity", $"An intensity of {intensity:R} is out of range. Allowed: above 0, at most 1.");
        }
    }

    private bool IsWithin(string place, int count, int limit)
    {
        if (count > limit)
        {
            Add(place, $"There are {count} entries. Allowed: at most {limit}, as each may be named once.");
        }

        return count <= limit;
    }

    private static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private void Add(string place, string problem)
    {
        if (problems.Count < MaxProblems)
        {
            problems[place] = [.. problems.GetValueOrDefault(place, []), problem];
        }
    }
}
