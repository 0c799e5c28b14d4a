using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Atlas;
using Unknot.Charts;
using Unknot.Charts.Choosing;
using Unknot.Inference.Reasoning;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Pain;

/// <summary><c>/pain/{region}</c>: which points are felt in one region, and what to rule out first.</summary>
internal sealed class RegionModel(AtlasData atlas, PainModel model, ChartMaker maker, ChartShelf shelf, Texts T) : PageModel
{
    /// <summary>More numbers than this cannot be told apart on a figure; the list below it has them all.</summary>
    private const int MostOnFigure = 24;

    public AtlasData Atlas => atlas;

    /// <summary><c>null</c> when there is none of that name.</summary>
    public Region? Region { get; private set; }

    /// <summary>What the address asked for, cut to a readable length.</summary>
    public string Wanted { get; private set; } = "";

    /// <summary>Offered when there is no such region; nearest first.</summary>
    public ImmutableArray<Region> Nearest { get; private set; } = [];

    public string Canonical => SiteAddress.Of(HttpContext, $"/pain/{Region?.Id}");

    /// <summary>The muscles that are felt here, likeliest first when nothing else hurts, with their points.</summary>
    public ImmutableArray<FeltMuscle> Muscles { get; private set; } = [];

    /// <summary>Front and back.</summary>
    public ImmutableArray<string> Figures { get; private set; } = [];

    /// <summary>Asked when this region is marked.</summary>
    public IEnumerable<RedFlag> RedFlags => atlas.Safety.RedFlags.Where(flag => flag.Regions.Contains(Region!.Id)).OrderBy(flag => flag.Care);

    public IEnumerable<Region> Neighbours => atlas.Regions.Where(region => region.Part == Region!.Part && region.Id != Region.Id);

    public string StructuredData => SiteAddress.JsonLd(new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "MedicalWebPage",
        ["name"] = T["Pain at: {0}", Region!.Name],
        ["url"] = Canonical,
        ["license"] = "https://creativecommons.org/licenses/by/4.0/",
        ["version"] = atlas.Version,
        ["about"] = new JsonObject
        {
            ["@type"] = "AnatomicalStructure",
            ["name"] = Region.Name,
            ["alternateName"] = new JsonArray([.. Region.Synonyms.Select(name => (JsonNode)name)]),
        },
        ["mentions"] = new JsonArray([.. Muscles.Select(felt => (JsonNode)new JsonObject
        {
            ["@type"] = "Muscle",
            ["name"] = felt.Muscle.Name,
            ["url"] = SiteAddress.Of(HttpContext, $"/muscles/{felt.Muscle.Id}"),
        })]),
    });

    public void OnGet()
    {
        var id = (string)RouteData.Values["region"]!;
        Wanted = id.Length <= 60 ? id : id[..60] + "…";
        if (!RegionId.TryParse(id, null, out var regionId) || !atlas.TryGetRegion(regionId, out var region))
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            Nearest = NearestNames.Of(id, atlas.Regions, 4);
            return;
        }

        Region = region;
        Muscles =
        [
            .. model.MusclesFeltIn(region.Id).Select(felt => new FeltMuscle(
                atlas.Muscle(felt.Muscle),
                felt.Points.Values.Max(),
                [.. maker.Points.Where(point => felt.Points.ContainsKey(point.Point.Id))])),
        ];
        ImmutableArray<ChartPoint> drawn = [.. Muscles.SelectMany(felt => felt.Points).Take(MostOnFigure).OrderBy(point => point.Number)];
        Figures = drawn.IsEmpty || TextOnly.IsWanted(HttpContext)
            ? []
            : [Encoding.UTF8.GetString(shelf.Region(region, drawn, isFront: true)), Encoding.UTF8.GetString(shelf.Region(region, drawn, isFront: false))];
    }

    /// <param name="Frequency">Of the point that is felt here most often, 0 … 1.</param>
    internal sealed record FeltMuscle(Muscle Muscle, double Frequency, ImmutableArray<ChartPoint> Points);
}
