using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Offer;

/// <summary><c>/console/offer/rooms</c>: rooms or tables.</summary>
public sealed class RoomsModel(PracticeDb db, OfferDesk desk) : OfferPage
{
    public ImmutableArray<Room> Rooms { get; private set; } = [];

    /// <summary>What was written and not kept; null for nothing. Without an id it is a new room.</summary>
    public (RoomId? Id, string Name, bool IsOffered)? Written { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation)
    {
        Told = Request.Query["done"] == "saved" ? "Saved." : null;
        return LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        RoomId? id = Guid.TryParse(Request.Query["id"], out var known) ? RoomId.Of(known) : null;
        Written = (id, form["Name"].ToString(), form["IsOffered"] == "yes");
        var outcome = await desk.SaveRoomAsync(id, Written.Value.Name, Written.Value.IsOffered, form["Fingerprint"].ToString(), User.PersonId(), cancellation);
        if (outcome is OfferOutcome.Gone)
        {
            return NotFound();
        }

        if (Understand(outcome) is not null)
        {
            return LocalRedirect("/console/offer/rooms?done=saved");
        }

        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation) =>
        Rooms = [.. await db.Rooms.AsNoTracking().OrderByDescending(each => each.IsOffered).ThenBy(each => each.Name).ThenBy(each => each.Id).ToListAsync(cancellation)];
}
