using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Practice.Receipts;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Receipts;

/// <summary><c>/console/receipts/{id}/correct</c>: a further receipt in place of one that was wrong.</summary>
public sealed class CorrectModel(ReceiptDesk desk) : PageModel
{
    public SeenReceipt Seen { get; private set; } = null!;

    public IssueForm Form { get; private set; } = null!;

    private ReceiptId Id => ReceiptId.Of(Guid.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is not { } visit)
        {
            return NotFound();
        }

        if (Seen.ReplacedById is { } newer)
        {
            return LocalRedirect($"/console/receipts/{newer}?done=there");
        }

        Form = IssueForm.From(visit, isCorrection: true);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        if (await ReadAsync(cancellation) is not { } visit)
        {
            return NotFound();
        }

        var typed = IssueForm.From(form, visit, isCorrection: true);
        var outcome = typed.ToWish() is { } wish ? await desk.CorrectAsync(User.Viewer(), Id, wish, typed.Reason, cancellation) : null;
        switch (outcome)
        {
            case ReceiptOutcome.Issued issued:
                return LocalRedirect($"/console/receipts/{issued.Receipt.Id}?done=issued");
            case ReceiptOutcome.AlreadyThere there:
                return LocalRedirect($"/console/receipts/{there.Id}?done=there");
            case ReceiptOutcome.NotThere:
                return NotFound();
            default:
                Form = typed.Refused(outcome);
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
        }
    }

    private async Task<Visit?> ReadAsync(CancellationToken cancellation)
    {
        if (await desk.SeeAsync(User.Viewer(), Id, "correction", cancellation) is not { } seen)
        {
            return null;
        }

        Seen = seen;
        return await desk.VisitAsync(User.Viewer(), seen.Receipt.AppointmentId, cancellation);
    }
}
