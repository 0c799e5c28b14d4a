using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Charts;
using Unknot.Charts.Choosing;
using Unknot.Inference.Reasoning;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Muscles;

/// <summary><c>/muscles/{id}</c>: all that the atlas knows of one muscle.</summary>
internal sealed class MuscleModel(AtlasData atlas, PainModel model, ChartMaker maker, ChartShelf shelf, Texts T) : PageModel
{
    public AtlasData Atlas => atlas;

    /// <summary><c>null</c> when there is none of that name.</summary>
    public Muscle? Muscle { get; private set; }

    /// <summary>What the address asked for, cut to a readable length.</summary>
    public string Wanted { get; private set; } = "";

    /// <summary>Offered when there is no such muscle: what is near.</summary>
    public ImmutableArray<Muscle> Nearest { get; private set; } = [];

    public string Canonical => SiteAddress.Of(HttpContext, $"/muscles/{Muscle?.Id}");

    /// <summary>Its points with their numbers on every chart, in the order of the atlas.</summary>
    public ImmutableArray<ChartPoint> Points { get; private set; } = [];

    public string FeltAt { get; private set; } = "";

    /// <summary>The drawing of the muscle and its zones.</summary>
    public string Figure { get; private set; } = "";

    public IEnumerable<Chain> Keys => atlas.Chains.Where(chain => chain.Satellite == Muscle!.Id);

    public IEnumerable<Chain> Satellites => atlas.Chains.Where(chain => chain.Key == Muscle!.Id);

    public IEnumerable<EndangeredPlace> EndangeredPlaces => atlas.Safety.EndangeredPlaces.Where(place => Muscle!.EndangeredPlaces.Contains(place.Id, StringComparer.Ordinal));

    public IEnumerable<Contraindication> Contraindications => atlas.Safety.Contraindications.Where(item => Muscle!.Contraindications.Contains(item.Id, StringComparer.Ordinal));

    /// <summary>Every source that the page rests on, in the order of the bibliography.</summary>
    public IEnumerable<Source> Sources
    {
        get
        {
            var cited = Muscle!.Evidence.Sources
                .Concat(Muscle.Points.SelectMany(point => point.Evidence.Sources))
                .Concat(atlas.PrevalenceOf(Muscle.Id).SelectMany(prevalence => prevalence.Studies).SelectMany(study => study.Evidence.Sources))
                .Concat(Keys.Concat(Satellites).SelectMany(chain => chain.Evidence.Sources))
                .ToHashSet();
            return atlas.Sources.Where(source => cited.Contains(source.Id));
        }
    }

    public string StructuredData => SiteAddress.JsonLd(new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "MedicalWebPage",
        ["name"] = T["Trigger points of {0}", Muscle!.Name],
        ["url"] = Canonical,
        ["license"] = "https://creativecommons.org/licenses/by/4.0/",
        ["version"] = atlas.Version,
        ["about"] = new JsonObject
        {
            ["@type"] = "Muscle",
            ["name"] = Muscle.Name,
            ["alternateName"] = new JsonArray([.. Muscle.Synonyms.Prepend(Muscle.Latin).Select(name => (JsonNode)name)]),
            ["muscleAction"] = string.Join(' ', Muscle.Actions),
            ["insertion"] = Muscle.Attachments.To,
            ["nerve"] = new JsonObject { ["@type"] = "Nerve", ["name"] = Muscle.Nerve },
            ["code"] = new JsonArray([.. Muscle.Anatomy.SelectMany(CodesOf)]),
        },
    });

    public IActionResult OnGet()
    {
        var id = (string)RouteData.Values["id"]!;
        Wanted = id.Length <= 60 ? id : id[..60] + "…";
        if (!MuscleId.TryParse(id, null, out var muscleId) || !atlas.TryGetMuscle(muscleId, out var muscle))
        {
            if (atlas.Retired.FirstOrDefault(retired => retired.Id == id)?.Successor is { } successor)
            {
                return RedirectPermanent(RequestLanguage.Of(HttpContext).Address($"/muscles/{successor}"));
            }

            Response.StatusCode = StatusCodes.Status404NotFound;
            Nearest = NearestNames.Of(id, atlas.Muscles, 3);
            return Page();
        }

        Muscle = muscle;
        Points = [.. maker.Points.Where(point => point.Muscle.Id == muscle.Id).OrderBy(point => muscle.Points.IndexOf(point.Point))];
        FeltAt = maker.FeltAt(Points);
        Figure = TextOnly.IsWanted(HttpContext) ? "" : Encoding.UTF8.GetString(shelf.Screen(new ChartChoice.OneMuscle(muscle, Points), FigureBuild.Neutral)[0]);
        return Page();
    }

    /// <summary>The regions in which a point is felt by at least one in ten, most frequent first; each region once.</summary>
    public IEnumerable<(Region Region, double Frequency)> FeltIn(TriggerPoint point) => model.FeltAt(new SidedPoint(point.Id, Muscle!.Sides[0]))
        .Where(felt => felt.Region.Side == Side.Midline || felt.Region.Side == Muscle.Sides[0])
        .Select(felt => (atlas.Region(felt.Region.Region), felt.Frequency));

    private static IEnumerable<JsonNode> CodesOf(NamedMuscle named) =>
        from code in new[] { ("UBERON", named.Uberon), ("FMA", named.Fma) }
        where code.Item2 is not null
        select (JsonNode)new JsonObject { ["@type"] = "MedicalCode", ["codingSystem"] = code.Item1, ["codeValue"] = code.Item2 };
}
