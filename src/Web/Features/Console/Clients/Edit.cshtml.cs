using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Practice.Visits;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Clients;

/// <summary>Contact, language and letter of one client.</summary>
internal sealed class EditModel(PracticeDb db, ClientAccess access, ClientDesk desk) : PageModel
{
    public ClientForm Form { get; private set; } = ClientForm.Empty;

    public ClientId Id => new(RouteData.IdOf("id"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await DeniedAsync(cancellation) is { } denied)
        {
            return denied;
        }

        Form = new ClientForm(ClientDraft.Of(await db.Clients.AsNoTracking().SingleAsync(client => client.Id == Id, cancellation)), []);
        await access.NoteAsync(User.Reader(), Id, "client.seen", null, cancellation);
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

        var draft = ClientForm.Read(form);
        switch (await desk.ChangeAsync(Id, draft, User.PersonId(), cancellation))
        {
            case ClientOutcome.Done:
                return LocalRedirect($"/console/clients/{Id}?done=changed");
            case ClientOutcome.Refused refused:
                Form = new ClientForm(draft, refused.Problems);
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
            case ClientOutcome.NotThere:
                return NotFound();
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private async Task<IActionResult?> DeniedAsync(CancellationToken cancellation) =>
        !await db.Clients.AnyAsync(client => client.Id == Id && client.ErasedAtUtc == null, cancellation) ? NotFound()
        : !await access.MayReadAsync(User.Reader(), Id, cancellation) ? StatusCode(StatusCodes.Status403Forbidden)
        : null;
}
