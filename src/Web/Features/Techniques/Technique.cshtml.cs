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

    /// <summary>The muscles along which a ball rolls; empty when none does.</summary>
    public ImmutableArray<Muscle> Rolled { get; private set; } = [];

    /// <summary>The one that is shown; <c>null</c> exactly when none rolls.</summary>
    public Muscle? Shown { get; private set; }

    public Side Side { get; private set; }

    public StillPicture? Still { get; private set; }

    public Roll? Roll { get; private set; }

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
        var rolls = Rolls.Of(atlas).Where(roll => roll.Release.Technique == Technique.Id).ToArray();
        Rolled = [.. rolls.Select(roll => roll.Muscle)];
        Side = Request.Query["side"] == "right" ? Side.Right : Side.Left;
        if (rolls.Length > 0)
        {
            var wanted = Request.Query["muscle"].ToString();
            var (muscle, release, roll) = rolls.FirstOrDefault(candidate => candidate.Muscle.Id.ToString() == wanted) is { Roll: not null } chosen ? chosen : rolls[0];
            (Shown, Roll) = (muscle, roll);
            Still = StillPicture.Of(muscle, release, roll, Side, body, figures, texts);
        }
    }
}
