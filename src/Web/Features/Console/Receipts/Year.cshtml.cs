using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Charts.Papers;
using Unknot.Practice.Booking;
using Unknot.Practice.Receipts;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Receipts;

/// <summary><c>/console/receipts/year/{client}/{year}</c>: all visits of a client in a plan year.</summary>
public sealed class YearModel(YearDesk desk) : PageModel
{
    public YearSummary Summary { get; private set; } = null!;

    /// <summary>Null when there is no receipt to sum up.</summary>
    public PaperText? Paper { get; private set; }

    /// <summary>A post that names none of the page's forms.</summary>
    public IActionResult OnPost() => BadRequest();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var client = new ClientId(Guid.Parse((string)RouteData.Values["clientId"]!, CultureInfo.InvariantCulture));
        var year = int.Parse((string)RouteData.Values["year"]!, CultureInfo.InvariantCulture);
        if (await desk.SeeAsync(User.Viewer(), client, year, "page", cancellation) is not { } summary)
        {
            return NotFound();
        }

        (Summary, Paper) = (summary, SummaryPaper.Of(summary));
        return Page();
    }
}
