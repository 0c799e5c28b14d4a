using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Charts.Papers;
using Unknot.Practice.Receipts;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Receipts;

/// <summary><c>/console/receipts/{id}</c>: a receipt as it is printed, and what can be done with it.</summary>
public sealed class ReceiptModel(ReceiptDesk desk, ReceiptMail mail, ReceiptAddresses addresses) : PageModel
{
    public SeenReceipt Seen { get; private set; } = null!;

    public PaperText Paper { get; private set; } = null!;

    public bool IsCopy { get; private set; }

    public string? Told { get; private set; }

    private ReceiptId Id => ReceiptId.Of(Guid.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));

    /// <summary>A post that names none of the page's forms.</summary>
    public IActionResult OnPost() => BadRequest();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        IsCopy = Request.Query.ContainsKey("copy");
        Told = Request.Query["done"].ToString() switch
        {
            "issued" => "The receipt is issued.",
            "there" => "There was a receipt already: this one. If something is wrong with it, correct it.",
            "sent" => "A message with a link to it is on its way to the client.",
            "no-address" => "It was not sent: the client has no e-mail address.",
            "replaced" => "It was not sent: a newer receipt stands in its place. Send that one.",
            _ => null,
        };
        if (await desk.SeeAsync(User.Viewer(), Id, IsCopy ? "page, copy" : "page", cancellation) is not { } seen)
        {
            return NotFound();
        }

        (Seen, Paper) = (seen, ReceiptPaper.Of(seen, IsCopy));
        return Page();
    }

    public async Task<IActionResult> OnPostSendAsync(CancellationToken cancellation)
    {
        var outcome = await mail.SendAsync(User.Viewer(), Id, (receipt, isCopy) => addresses.LinkTo(HttpContext, receipt, isCopy), cancellation);
        return outcome switch
        {
            ReceiptSending.NotThere => NotFound(),
            ReceiptSending.Sent => LocalRedirect($"/console/receipts/{Id}?done=sent"),
            ReceiptSending.NoAddress => LocalRedirect($"/console/receipts/{Id}?done=no-address"),
            ReceiptSending.Replaced => LocalRedirect($"/console/receipts/{Id}?done=replaced"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
