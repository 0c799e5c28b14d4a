using Microsoft.AspNetCore.Mvc;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Techniques;

/// <summary>A technique within an article: in motion where a ball rolls, and the way to its page.</summary>
[ViewComponent(Name = "TechniqueMotion")]
public sealed class TechniqueMotionViewComponent(AtlasData atlas, BodyAtlas body, FlatFigures figures, Texts texts) : ViewComponent
{
    /// <param name="id">Of a technique of the atlas.</param>
    public IViewComponentResult Invoke(string id)
    {
        var technique = atlas.Techniques.Single(each => each.Id.ToString() == id);
        var motion = Motion.Of(
            technique, "", Side.Left, $"motion-{id}", $"/techniques/{id}#motion", atlas, body, figures, texts);
        return View("/Features/Techniques/_InArticle.cshtml", (technique, motion));
    }
}
