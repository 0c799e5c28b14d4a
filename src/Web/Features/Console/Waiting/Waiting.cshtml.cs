using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Practice.Waiting;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Waiting;

/// <summary>Who waits for which time, in the order in which they are offered one.</summary>
public sealed class WaitingModel(PracticeDb db, WaitingDesk desk) : PageModel
{
    public ImmutableArray<Row> Rows { get; private set; } = [];

    public string? Told { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Told = Request.Query["done"].ToString() switch
        {
            "removed" => "Taken off the list. What was held for that person is free again.",
            "gone" => "There is no such place any more.",
            _ => null,
        };
        var entries = await db.WaitingList.AsNoTracking().Where(entry => entry.State == WaitingState.Waiting || entry.State == WaitingState.Offered)
            .OrderBy(entry => entry.CreatedAtUtc).ThenBy(entry => entry.Id).ToListAsync(cancellation);
        var services = await db.Services.AsNoTracking().ToDictionaryAsync(service => service.Id, service => service.Name, cancellation);
        var therapists = await db.Therapists.AsNoTracking().ToDictionaryAsync(therapist => therapist.Id, therapist => therapist.Name, cancellation);
        var offered = entries.Where(entry => entry.State is WaitingState.Offered).Select(entry => entry.OfferedId).OfType<AppointmentId>().ToList();
        var holds = await db.Appointments.AsNoTracking().Where(each => offered.Contains(each.Id) && each.State == AppointmentState.Held).ToDictionaryAsync(each => each.Id, cancellation);
        Rows = [.. entries.Select(entry => new Row(
            entry, services[entry.ServiceId], entry.TherapistId is { } id ? therapists[id] : "", entry.OfferedId is { } hold ? holds.GetValueOrDefault(hold) : null))];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !Guid.TryParseExact(form["place"], "D", out var id))
        {
            return BadRequest();
        }

        return LocalRedirect($"/console/waiting?done={(await desk.LeaveAsync(WaitingId.Of(id), User.PersonId(), cancellation) ? "removed" : "gone")}");
    }

    /// <param name="Therapist">Empty for whoever is free.</param>
    /// <param name="Held">What is held for them now; null for nothing.</param>
    public sealed record Row(WaitingEntry Entry, string Service, string Therapist, Appointment? Held);
}
