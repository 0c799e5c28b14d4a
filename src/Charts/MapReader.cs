using System.Collections.Immutable;
using System.Globalization;
using Unknot.Atlas;
using Unknot.Body;

namespace Unknot.Charts;

/// <summary>Reads what somebody wants on a map of their own, and says everything that is wrong with it.</summary>
public sealed class MapReader(AtlasData atlas, BodyAtlas body)
{
    public const int LeastSeconds = 5;
    public const int MostSeconds = 90;
    public const int DefaultSeconds = 20;

    private readonly ImmutableArray<(string Field, string Message)>.Builder problems = ImmutableArray.CreateBuilder<(string, string)>();
    private readonly ImmutableArray<MapPoint>.Builder points = ImmutableArray.CreateBuilder<MapPoint>();
    private readonly ImmutableArray<SidedRegion>.Builder regions = ImmutableArray.CreateBuilder<SidedRegion>();
    private readonly ImmutableArray<CellId>.Builder cells = ImmutableArray.CreateBuilder<CellId>();

    /// <summary>By field: what is wrong and what is allowed.</summary>
    public ImmutableArray<(string Field, string Message)> Problems => problems.ToImmutable();

    /// <summary>A point as people and forms write it: <c>upper-trapezius-1:right</c>.</summary>
    public void AddPoint(string text, int seconds)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.LastIndexOf(':');
        AddPoint(colon < 0 ? text : text[..colon], colon < 0 ? "" : text[(colon + 1)..], seconds, null);
    }

    /// <param name="technique">Id of a technique; <c>null</c> = the muscle's first.</param>
    public void AddPoint(string point, string side, int seconds, string? technique)
    {
        var muscle = PointId.TryParse(point, null, out var id) ? atlas.Muscles.FirstOrDefault(muscle => muscle.Points.Any(candidate => candidate.Id == id)) : null;
        if (muscle is null)
        {
            var names = atlas.Muscles.SelectMany(candidate => candidate.Points).Select(candidate => candidate.Id.ToString()).ToImmutableArray();
            problems.Add(("points", $"There is no point '{Short(point)}'. Nearest: {string.Join(", ", NearestNames.Of(point, names, 5))}."));
            return;
        }

        Side? found = side.Trim().ToLowerInvariant() switch { "left" => Side.Left, "right" => Side.Right, _ => null };
        if (found is not { } known)
        {
            problems.Add(("points", $"'{Short(side)}' is not a side of '{id}'. Allowed: {id}:left or {id}:right (the person's own)."));
            return;
        }

        if (seconds is < LeastSeconds or > MostSeconds)
        {
            problems.Add(("seconds", string.Create(CultureInfo.InvariantCulture, $"{seconds} seconds are not allowed: hold for {LeastSeconds} to {MostSeconds}.")));
            return;
        }

        TechniqueId? way = null;
        if (technique is not null)
        {
            var release = muscle.Releases.FirstOrDefault(candidate => candidate.Technique.ToString() == technique);
            if (release is null)
            {
                problems.Add(("technique", $"'{Short(technique)}' is no way to release '{id}'. Allowed: {string.Join(", ", muscle.Releases.Select(candidate => candidate.Technique))}."));
                return;
            }

            way = release.Technique;
        }

        var sided = new SidedPoint(id, known);
        if (points.Any(other => other.Point == sided))
        {
            problems.Add(("points", $"'{sided}' is given twice."));
            return;
        }

        points.Add(new MapPoint(sided, seconds, way));
    }

    public void AddRegion(string region, string side)
    {
        var found = RegionId.TryParse(region, null, out var id) && atlas.TryGetRegion(id, out var known) ? known : null;
        if (found is null)
        {
            problems.Add(("regions", $"There is no region '{Short(region)}'. Nearest: {string.Join(", ", NearestNames.Of(region, atlas.Regions, 5).Select(near => near.Id))}."));
            return;
        }

        foreach (var allowed in found.AllowedSides)
        {
            if (allowed.ToWord() == side)
            {
                regions.Add(new SidedRegion(id, allowed));
                return;
            }
        }

        problems.Add(("regions", $"'{Short(side)}' is not a side of '{id}'. Allowed: {string.Join(", ", found.AllowedSides.Select(allowed => allowed.ToWord()))}."));
    }

    public void AddCell(int cell)
    {
        if (cell < 0 || cell >= body.Surface.CellCount)
        {
            problems.Add(("cells", string.Create(CultureInfo.InvariantCulture, $"There is no cell {cell}. Cells run from 0 to {body.Surface.CellCount - 1}.")));
            return;
        }

        cells.Add(new CellId(cell));
    }

    /// <returns><c>null</c> when there are problems; they are in <see cref="Problems"/>.</returns>
    public MyMap? Read(Uri? address)
    {
        if (problems.Count == 0 && points.Count is 0 or > MyMap.MostPoints)
        {
            problems.Add(("points", string.Create(CultureInfo.InvariantCulture, $"A map has 1 to {MyMap.MostPoints} points; {points.Count} were given.")));
        }

        return problems.Count > 0
            ? null
            : new MyMap { Points = points.ToImmutable(), PainfulRegions = regions.ToImmutable(), PainfulCells = cells.ToImmutable(), Address = address };
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
