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

    public async Task<IActionResult> OnGetAsync(Guid clientId, int year, CancellationToken cancellation)
    {
        if (await desk.SeeAsync(User.Viewer(), new ClientId(clientId), year, "page", cancellation) is not { } summary)
        {
            return NotFound();
        }

        (Summary, Paper) = (summary, SummaryPaper.Of(summary));
        return Page();
    }
}
