using System.Collections.Immutable;
using System.Numerics;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Dialogue;
using Unknot.Inference.Reasoning;

namespace Unknot.Web.Features.Finder;

/// <summary>Reads what was marked, in whatever way. Used once.</summary>
/// <param name="atlas">Knows the regions.</param>
/// <param name="body">Knows the cells.</param>
/// <param name="problems">Takes everything that is wrong.</param>
internal sealed class DrawingCheck(AtlasData atlas, BodyAtlas body, RequestProblems problems)
{
    private const int MaxStrokes = 200;

    /// <summary>In all strokes together.</summary>
    private const int MaxPlaces = 10_000;

    /// <summary>In millimetres; outside of this is nobody's skin.</summary>
    private const double MaxCoordinate = 3_000;

    private static readonly Drawing Nothing = new() { Regions = [], Cells = [], PainFree = [] };

    private readonly int cellCount = body.Surface.CellCount;

    /// <param name="heard">How the text was understood; null when there is none.</param>
    /// <returns>The drawing without what is wrong. The regions of the text come after those of the lists.</returns>
    internal Drawing Read(TracePain.Request request, Understanding? heard)
    {
        // Each region and each cell may be named once, so these are all there can be.
        var regionLimit = atlas.Regions.Sum(region => region.AllowedSides.Length);
        var fits = problems.IsWithin("regions", request.Regions.Length, regionLimit)
            & problems.IsWithin("painFree", request.PainFree.Length, regionLimit)
            & problems.IsWithin("cells", request.Cells.Length, cellCount)
            & problems.IsWithin("strokes", request.Strokes.Length, MaxStrokes, "and one stroke may be long");
        if (!fits)
        {
            return Nothing;
        }

        var painful = ReadRegions(request.Regions);
        var cells = ReadCells(request.Cells);
        var strokes = ReadStrokes(request.Strokes);
        var named = painful.Select(pain => pain.Region).ToHashSet();
        var painted = RegionsOf(request.Cells);
        var painFree = ReadPainFree(request.PainFree, named, painted);
        var said = heard is null ? SaidBeside.Nothing : SaidBeside.Of(heard, named.Union(painted).ToHashSet(), painFree.ToHashSet());
        CheckSomethingHurts(request, heard, said);
        return new Drawing { Regions = [.. painful, .. said.Painful], Cells = cells, Strokes = strokes, PainFree = [.. painFree, .. said.PainFree] };
    }

    private void CheckSomethingHurts(TracePain.Request request, Understanding? heard, SaidBeside said)
    {
        if (!request.Regions.IsEmpty || !request.Cells.IsEmpty || !request.Strokes.IsEmpty || !said.Painful.IsEmpty)
        {
            return;
        }

        if (heard is { NamesNoPlace: true })
        {
            problems.Add("text", $"{SaidBeside.NoPlaceIn(request.Text!, heard, atlas)} All are listed at /api/v1/regions.");
        }
        else if (heard is not null)
        {
            problems.Add("text", "Nothing is marked, and the text only names what does not hurt. Name at least one place that hurts.");
        }
        else
        {
            problems.Add("regions", "Nothing is marked. Name at least one region, cell or stroke that hurts, or say it in a text.");
        }
    }

    private ImmutableArray<Stroke> ReadStrokes(ImmutableArray<TracePain.PaintedStroke> entries)
    {
        var strokes = new List<Stroke>(entries.Length);
        var places = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            var place = $"strokes[{i}]";
            if (problems.IsMissing(place, entries[i]))
            {
                continue;
            }

            var entry = entries[i];
            problems.CheckIntensity(place, entry.Intensity);
            if (entry.Width is not (> 0 and <= Stroke.MaxWidth))
            {
                problems.Add($"{place}.width", $"A width of {entry.Width:R} is out of range. Allowed: above 0, at most {Stroke.MaxWidth:R} millimetres.");
            }

            places += entry.Path.Length;
            if (entry.Path.Length is 0 or > Stroke.MaxPlaces)
            {
                problems.Add($"{place}.path", $"The path has {entry.Path.Length} places. Allowed: 1 to {Stroke.MaxPlaces}.");
                continue;
            }

            strokes.Add(new Stroke { Path = ReadPath($"{place}.path", entry.Path), Width = entry.Width, Intensity = entry.Intensity });
        }

        problems.IsWithin("strokes", places, MaxPlaces, "counting the places of all strokes");
        return [.. strokes];
    }

    private ImmutableArray<Vector3> ReadPath(string place, ImmutableArray<ImmutableArray<double>> path)
    {
        var read = ImmutableArray.CreateBuilder<Vector3>(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] is not [var x, var y, var z])
            {
                problems.Add($"{place}[{i}]", "A place is not three numbers. Allowed: [x, y, z] in millimetres.");
            }
            else if (new[] { x, y, z }.Any(number => !(Math.Abs(number) <= MaxCoordinate)))
            {
                problems.Add($"{place}[{i}]", $"[{x:R}, {y:R}, {z:R}] is far from the figure. Allowed: −{MaxCoordinate:R} to {MaxCoordinate:R} millimetres, on the skin or near it.");
            }
            else
            {
                read.Add(new Vector3((float)x, (float)y, (float)z));
            }
        }

        return read.ToImmutable();
    }

    private ImmutableArray<RegionPain> ReadRegions(ImmutableArray<TracePain.PainfulRegion> entries)
    {
        var pains = new List<RegionPain>(entries.Length);
        var seen = new HashSet<SidedRegion>();
        for (var i = 0; i < entries.Length; i++)
        {
            var place = $"regions[{i}]";
            if (problems.IsMissing(place, entries[i]))
            {
                continue;
            }

            var entry = entries[i];
            problems.CheckIntensity(place, entry.Intensity);
            if (ReadRegion(place, entry.Region, entry.Side) is not { } region)
            {
                continue;
            }

            if (!seen.Add(region))
            {
                problems.Add(place, $"{region} is given twice. Each region may be given once.");
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
            if (problems.IsMissing(place, entries[i]))
            {
                continue;
            }

            var entry = entries[i];
            problems.CheckIntensity(place, entry.Intensity);
            if (!IsCell(entry.Cell))
            {
                problems.Add($"{place}.cell", $"Cell {entry.Cell} does not exist. Allowed: 0 to {cellCount - 1}.");
            }
            else if (!seen.Add(entry.Cell))
            {
                problems.Add($"{place}.cell", $"Cell {entry.Cell} is given twice. Each cell may be given once.");
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
            if (problems.IsMissing(place, entries[i]) || ReadRegion(place, entries[i].Region, entries[i].Side) is not { } region)
            {
                continue;
            }

            if (painful.Contains(region))
            {
                problems.Add(place, $"{region} is both painful and pain-free. Give it in one of the two lists.");
            }

            if (painted.Contains(region))
            {
                problems.Add(place, $"{region} is pain-free, and cells in it are painful. Leave out the one or the other.");
            }

            if (painFree.Contains(region))
            {
                problems.Add(place, $"{region} is given twice. Each region may be given once.");
            }

            painFree.Add(region);
        }

        return [.. painFree];
    }

    /// <summary>How it feels at single places.</summary>
    /// <param name="answers">Reads the words for it.</param>
    internal ImmutableArray<PlaceQualities> ReadPlaces(TracePain.Request request, AnswersCheck answers)
    {
        var entries = request.Places;
        var places = new Dictionary<SidedRegion, ImmutableArray<PainQuality>>();
        var limit = atlas.Regions.Sum(region => region.AllowedSides.Length);
        for (var i = 0; problems.IsWithin("places", entries.Length, limit) && i < entries.Length; i++)
        {
            var place = $"places[{i}]";
            if (problems.IsMissing(place, entries[i]) || ReadRegion(place, entries[i].Region, entries[i].Side) is not { } region)
            {
                continue;
            }

            if (request.PainFree.Any(free => free is not null && $"{free.Region}:{free.Side}" == region.ToString()))
            {
                problems.Add(place, $"{region} is pain-free, so it feels like nothing. Leave out the one or the other.");
            }
            else if (!places.TryAdd(region, answers.ReadQualities($"{place}.qualities", entries[i].Qualities)))
            {
                problems.Add(place, $"{region} is given twice. Each region may be given once.");
            }
        }

        return [.. places.Select(pair => new PlaceQualities(pair.Key, pair.Value))];
    }

    private HashSet<SidedRegion> RegionsOf(ImmutableArray<TracePain.PainfulCell> cells) =>
        [.. cells.Where(entry => entry is not null && IsCell(entry.Cell)).Select(entry => body.RegionOf(new CellId(entry.Cell)))];

    private bool IsCell(int cell) => cell >= 0 && cell < cellCount;

    private SidedRegion? ReadRegion(string place, string name, string sideWord)
    {
        if (!RegionId.TryParse(name, null, out var id) || !atlas.TryGetRegion(id, out var region))
        {
            var nearest = NearestNames.Of(name, atlas.Regions, 3).Select(near => near.Id);
            problems.Add($"{place}.region", $"There is no region '{RequestProblems.Shortened(name)}'. Nearest: {string.Join(", ", nearest)}. All are listed at /api/v1/regions.");
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
        problems.Add($"{place}.side", $"The region '{id}' has no side '{RequestProblems.Shortened(sideWord)}'. Allowed: {allowed}.");
        return null;
    }
}
