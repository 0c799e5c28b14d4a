using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Practice.Texts;
using Unknot.Practice.Visits;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Clients;

/// <summary>Makes two entries of one person into one. The owner chooses, sees what moves, and says yes.</summary>
internal sealed class MergeModel(PracticeDb db, ClientAccess access, ClientDesk desk) : PageModel
{
    private const int MostShown = 20;

    public Client Kept { get; private set; } = null!;

    /// <summary>What is about to be merged; null while it is chosen.</summary>
    public Client? Other { get; private set; }

    public int Sessions { get; private set; }

    public string Query { get; private set; } = "";

    /// <summary>Who shares address, name or telephone, or answers to the query.</summary>
    public ImmutableArray<Client> Candidates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await DeniedAsync(cancellation) is { } denied)
        {
            return denied;
        }

        await FindAsync(client => (Kept.EmailKey.Length > 0 && client.EmailKey == Kept.EmailKey)
            || string.Equals(client.Name, Kept.Name, StringComparison.OrdinalIgnoreCase) || (Kept.Phone.Length > 0 && client.Phone == Kept.Phone), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        if (await DeniedAsync(cancellation) is { } denied)
        {
            return denied;
        }

        Query = form["q"].ToString().Trim();
        await FindAsync(client => Query.Length > 0 && ClientsModel.Answers(Query, client.Name, client.Email, client.Phone), cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAskAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !Guid.TryParseExact(form["other"], "D", out var id))
        {
            return BadRequest();
        }

        if (await DeniedAsync(cancellation) is { } denied)
        {
            return denied;
        }

        var other = new ClientId(id);
        Other = await db.Clients.AsNoTracking().FirstOrDefaultAsync(client => client.Id == other && client.ErasedAtUtc == null && client.Id != Kept.Id, cancellation);
        Sessions = await db.Appointments.CountAsync(session => session.ClientId == other, cancellation);
        return Other is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostMergeAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !Guid.TryParseExact(form["other"], "D", out var id))
        {
            return BadRequest();
        }

        return await DeniedAsync(cancellation) ?? (await desk.MergeAsync(Kept.Id, new ClientId(id), User.PersonId(), cancellation) is ClientOutcome.Done
            ? LocalRedirect($"/console/clients/{Kept.Id}?done=merged")
            : NotFound());
    }

    private async Task FindAsync(Func<Client, bool> isWanted, CancellationToken cancellation) =>
        Candidates = [.. (await db.Clients.AsNoTracking().Where(client => client.ErasedAtUtc == null && client.Id != Kept.Id).ToListAsync(cancellation)).Where(isWanted).OrderBy(client => Slugs.WithoutMarks(client.Name), StringComparer.Ordinal).Take(MostShown)];

    private async Task<IActionResult?> DeniedAsync(CancellationToken cancellation)
    {
        var id = new ClientId(RouteData.IdOf("id"));
        if (!User.Reader().SeesAll)
        {
            await access.NoteAsync(User.Reader(), id, "client.refused", null, cancellation);
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        if (await db.Clients.AsNoTracking().FirstOrDefaultAsync(client => client.Id == id && client.ErasedAtUtc == null, cancellation) is not { } kept)
        {
            return NotFound();
        }

        Kept = kept;
        return null;
    }
}
