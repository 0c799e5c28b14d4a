using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Release;

/// <summary>
/// <c>/release</c>: the guided session, which script fills from the plan in this browser. Posted points come back as a sheet to read or
/// print; nothing of them is kept.
/// </summary>
public sealed class ReleaseModel(AtlasData atlas, BodyAtlas body, FlatFigures figures, Texts T) : PageModel
{
    private const string PointField = "point";

    public AtlasData Atlas => atlas;

    /// <summary>The posted points; <c>null</c> when there are none, or not such ones.</summary>
    public ReleaseSheet? Sheet { get; private set; }

    /// <summary>What is wrong with the posted points.</summary>
    public ImmutableArray<string> Problems { get; private set; } = [];

    public void OnGet()
    {
        // The session is in the browser.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        IFormCollection form;
        try
        {
            if (!Request.HasFormContentType)
            {
                return BadRequest();
            }

            form = await Request.ReadFormAsync(cancellation);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            return BadRequest();
        }

        var (points, problems) = SheetReader.Read(T, form[PointField], atlas);
        if (!problems.IsEmpty)
        {
            Problems = problems;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Sheet = ReleaseSheet.Of(points.Select(point => (point, (TechniqueId?)null)), atlas, body, figures);
        return Page();
    }
}
