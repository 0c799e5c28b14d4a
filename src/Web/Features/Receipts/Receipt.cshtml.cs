using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Charts.Papers;
using Unknot.Practice.Receipts;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Receipts;

/// <summary><c>/receipts/{token}</c>: a receipt for whoever holds the link that was sent. Opening it changes nothing.</summary>
public sealed class ReceiptModel(ReceiptDesk desk, ReceiptAddresses addresses) : PageModel
{
    /// <summary>Null when the link is not, or no longer, good.</summary>
    public PaperText? Paper { get; private set; }

    public IActionResult OnPost() => StatusCode(StatusCodes.Status405MethodNotAllowed);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Response.Headers.CacheControl = "no-store";
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        if (addresses.Read((string?)RouteData.Values["token"]) is { } leads && await desk.FindAsync(leads.Id, cancellation) is { } seen)
        {
            Paper = ReceiptPaper.Of(seen, leads.IsCopy);
            return Page();
        }

        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
