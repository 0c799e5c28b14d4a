using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Techniques;

/// <summary><c>/techniques/{id}</c>: one technique in full, in motion where a ball rolls.</summary>
public sealed class TechniqueModel(AtlasData atlas, BodyAtlas body, FlatFigures figures, Texts texts) : PageModel
{
    /// <summary><c>null</c> when there is none of that name.</summary>
    public Technique? Technique { get; private set; }

    /// <summary>What the address asked for, cut to a readable length.</summary>
    public string Wanted { get; private set; } = "";

    /// <summary>Offered when there is no such technique; nearest first.</summary>
    public ImmutableArray<Technique> Nearest { get; private set; } = [];

    /// <summary>Every muscle that it reaches, those with a roll first.</summary>
    public ImmutableArray<(Muscle Muscle, Atlas.Release Release)> Reached { get; private set; } = [];

    /// <summary><c>null</c> when nothing rolls in it.</summary>
    public Motion? Motion { get; private set; }

    /// <summary>The muscle that is shown in motion.</summary>
    public Muscle? Shown => Motion?.Shown;

    public Roll? Roll => Motion?.Roll;

    public string StructuredData => SiteAddress.JsonLd(new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "HowTo",
        ["name"] = Technique!.Name,
        ["description"] = Technique.Summary,
        ["url"] = SiteAddress.Of(HttpContext, $"/techniques/{Technique.Id}"),
        ["license"] = "https://creativecommons.org/licenses/by/4.0/",
        ["step"] = new JsonArray([.. Technique.Steps.Select(step => (JsonNode)new JsonObject { ["@type"] = "HowToStep", ["text"] = step })]),
    });

    public void OnGet()
    {
        var id = (string)RouteData.Values["id"]!;
        Wanted = id.Length <= 60 ? id : id[..60] + "…";
        Technique = atlas.Techniques.FirstOrDefault(technique => technique.Id.ToString() == id);
        if (Technique is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
            Nearest = NearestNames.Of(id, atlas.Techniques, 3);
            return;
        }

        Reached =
        [
            .. (from muscle in atlas.Muscles
                from release in muscle.Releases
                where release.Technique == Technique.Id
                select (muscle, release)).OrderBy(reached => reached.release.Roll is null),
        ];
        Motion = Motion.Of(
            Technique, Request.Query["muscle"].ToString(), Request.Query["side"] == "right" ? Side.Right : Side.Left, "motion", "#motion", atlas, body, figures, texts);
    }
}
