using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Release;

/// <summary><c>/release/{programme}</c>: a ready-made session as a sheet, and the way into the guided one.</summary>
public sealed class ProgrammeModel(AtlasData atlas, BodyAtlas body, FlatFigures figures, Texts T) : PageModel
{
    private const int LongestShown = 60;

    private const int MostNearest = 3;

    public AtlasData Atlas => atlas;

    /// <summary><c>null</c> when there is none of that name.</summary>
    public Programme? Programme { get; private set; }

    /// <summary>What the address asked for, cut to a readable length.</summary>
    public string Wanted { get; private set; } = "";

    /// <summary>Set exactly when there is a programme.</summary>
    public ReleaseSheet? Sheet { get; private set; }

    /// <summary>What must be ruled out before anybody presses: the general signs and those of the programme's places, the most urgent first.</summary>
    public ImmutableArray<RedFlag> Flags { get; private set; } = [];

    /// <summary>The plan that the guided session takes over, as JSON: the points with their technique, and the places one is asked about.</summary>
    public string Plan { get; private set; } = "";

    public void OnGet()
    {
        var id = (string)RouteData.Values["programme"]!;
        if (!ProgrammeId.TryParse(id, null, out var known) || !atlas.TryGetProgramme(known, out var programme))
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            Wanted = id.Length <= LongestShown ? id : id[..LongestShown] + "…";
            return;
        }

        Programme = programme;
        Sheet = SheetOf(programme, atlas, body, figures);
        var places = programme.Places.ToHashSet();
        Flags = [.. atlas.Safety.RedFlags.Where(flag => flag.Regions.IsEmpty || flag.Regions.Any(places.Contains)).OrderBy(flag => flag.Care)];
        Plan = PlanOf(programme).ToJsonString(JsonSerializerOptions.Web);
    }

    /// <summary>The programmes whose names are nearest to what was asked for.</summary>
    public IEnumerable<Programme> Nearest() =>
        NearestNames.Of(Wanted, [.. atlas.Programmes.Select(programme => programme.Id.ToString())], MostNearest)
            .Select(name => atlas.Programmes.Single(programme => programme.Id.ToString() == name));

    internal static ReleaseSheet SheetOf(Programme programme, AtlasData atlas, BodyAtlas body, FlatFigures figures) =>
        ReleaseSheet.Of(Sided(programme).Select(point => (point.Sided, (TechniqueId?)point.Technique)), atlas, body, figures);

    /// <summary>Each point on the left and then on the right, so that one changes the posture as seldom as can be.</summary>
    private static IEnumerable<(SidedPoint Sided, TechniqueId Technique)> Sided(Programme programme) =>
        from point in programme.Points
        from side in new[] { Side.Left, Side.Right }
        select (new SidedPoint(point.Point, side), point.Technique);

    private JsonObject PlanOf(Programme programme) => new()
    {
        ["programme"] = programme.Id.ToString(),
        ["name"] = programme.Name,
        ["points"] = new JsonArray([.. Sided(programme).Select(step =>
        {
            var (muscle, point) = atlas.Point(step.Sided.Point);
            return (JsonNode)new JsonObject
            {
                ["point"] = point.Id.ToString(),
                ["side"] = step.Sided.Side.ToWord(),
                ["muscle"] = muscle.Id.ToString(),
                ["name"] = muscle.Name,
                ["where"] = point.Where,
                ["technique"] = step.Technique.ToString(),
            };
        })]),
        ["asks"] = new JsonArray([.. programme.Places.Select(atlas.Region).SelectMany(region => region.AllowedSides.Select(side =>
            (JsonNode)new JsonObject { ["place"] = $"{region.Id}:{side.ToWord()}", ["name"] = Wording.Of(T, region.Name, side) }))]),
    };
}
