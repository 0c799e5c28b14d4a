using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Practice.Visits;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Clients;

/// <summary>Erases what is kept about a client, after the owner has typed the name.</summary>
internal sealed class EraseModel(PracticeDb db, ClientAccess access, ClientEraser eraser) : PageModel
{
    public Client Client { get; private set; } = null!;

    public int SessionsToCome { get; private set; }

    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await DeniedAsync(cancellation) is { } denied)
        {
            return denied;
        }

        SessionsToCome = await eraser.SessionsToComeAsync(Client.Id, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        if (await DeniedAsync(cancellation) is { } denied)
        {
            return denied;
        }

        switch (await eraser.EraseAsync(Client.Id, form["name"].ToString(), User.PersonId(), cancellation))
        {
            case EraseOutcome.Erased:
                return LocalRedirect($"/console/clients/{Client.Id}?done=erased");
            case EraseOutcome.OtherName:
                Trouble = "This is not the name of the client. Nothing was erased.";
                break;
            case EraseOutcome.HasSessions has:
                SessionsToCome = has.Count;
                break;
            case EraseOutcome.NotThere:
                return NotFound();
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task<IActionResult?> DeniedAsync(CancellationToken cancellation)
    {
        var id = new ClientId(RouteData.IdOf("id"));
        if (!User.Reader().SeesAll)
        {
            await access.NoteAsync(User.Reader(), id, "client.refused", null, cancellation);
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await db.Clients.AsNoTracking().FirstOrDefaultAsync(client => client.Id == id && client.ErasedAtUtc == null, cancellation) is not { } client)
        {
            return NotFound();
        }

        Client = client;
        return null;
    }
}
