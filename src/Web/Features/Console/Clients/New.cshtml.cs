using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Practice.Booking;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Clients;

/// <summary>A client who did not book by themselves.</summary>
internal sealed class NewModel(ClientDesk desk) : PageModel
{
    public ClientForm Form { get; private set; } = ClientForm.Empty;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        var draft = ClientForm.Read(form);
        switch (await desk.AddAsync(draft, User.PersonId(), cancellation))
        {
            case ClientOutcome.Done done:
                return LocalRedirect(User.Reader().SeesAll ? $"/console/clients/{done.Id}?done=added" : "/console/clients?done=added");
            case ClientOutcome.Refused refused:
                Form = new ClientForm(draft, refused.Problems);
                Response.StatusCode = StatusCodes.Status400BadRequest;
                return Page();
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
