using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Atlas;
using Unknot.Charts;
using Unknot.Inference.Reasoning;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Muscles;

/// <summary><c>/muscles</c>: every muscle of the atlas, searched by name and filtered by where it is felt, symptom and cause.</summary>
internal sealed class MusclesModel(AtlasData atlas, PainModel model, ChartMaker maker, Texts texts) : PageModel
{
    public AtlasData Atlas => atlas;

    public MuscleFilter Filter { get; private set; } = null!;

    public void OnGet()
    {
        Filter = MuscleFilter.Read(Request.Query, atlas, model, texts);
        if (!Filter.Problems.IsEmpty)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    /// <summary>"Felt at …" in plain words.</summary>
    public string FeltAt(Muscle muscle) => maker.FeltAt([.. maker.Points.Where(point => point.Muscle.Id == muscle.Id)]);
}
