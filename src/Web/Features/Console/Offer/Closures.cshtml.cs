using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Offer;

/// <summary><c>/console/offer/closures</c>: days on which nobody, or one therapist, works.</summary>
public sealed class ClosuresModel(PracticeDb db, ClosureDesk desk, HoursDesk hours, OfferBook offers, TimeProvider time) : OfferPage
{
    private const string Address = "/console/offer/closures";

    public ClosureDraft Draft { get; private set; } = new("", "", "", "");

    public ImmutableArray<Therapist> Therapists { get; private set; } = [];

    /// <summary>That are not over.</summary>
    public ImmutableArray<Closure> Closures { get; private set; } = [];

    public IReadOnlyList<Holiday> Holidays { get; private set; } = [];

    public ImmutableArray<Appointment> Outside { get; private set; } = [];

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    public string NameOf(Closure closure)
    {
        ArgumentNullException.ThrowIfNull(closure);
        return closure.TherapistId is { } id ? Therapists.First(each => each.Id == id).Name : "the whole practice";
    }

    public bool IsClosed(Holiday holiday)
    {
        ArgumentNullException.ThrowIfNull(holiday);
        var day = holiday.Date.ToDateOnly();
        return Closures.Any(closure => closure.TherapistId is null && closure.FirstDay <= day && day <= closure.LastDay);
    }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Told = Request.Query["done"].ToString() switch
        {
            "closed" => "These days are closed.",
            "opened" => "These days are open again, as the hours say.",
            "gone" => "It was open again already.",
            "holidays" => "The holidays are closed.",
            "none" => "Nothing new was ticked.",
            _ => null,
        };
        await LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        Draft = new ClosureDraft(form["Therapist"].ToString(), form["First"].ToString(), form["Last"].ToString(), form["Reason"].ToString());
        if (Understand(await desk.AddAsync(Draft, User.PersonId(), cancellation)) is not null)
        {
            return LocalRedirect($"{Address}?done=closed");
        }

        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation) =>
        await PostedForm.ReadAsync(Request, cancellation) is { } form && Guid.TryParse(form["id"], out var id)
            ? LocalRedirect($"{Address}?done={(await desk.RemoveAsync(id, User.PersonId(), cancellation) ? "opened" : "gone")}")
            : BadRequest();

    public async Task<IActionResult> OnPostHolidaysAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        var added = await desk.AddHolidaysAsync(All(form, "holiday"), await offers.ZoneAsync(cancellation), User.PersonId(), cancellation);
        return LocalRedirect($"{Address}?done={(added > 0 ? "holidays" : "none")}");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Zone = await offers.ZoneAsync(cancellation);
        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(Zone).Date.ToDateOnly();
        Therapists = [.. await db.Therapists.AsNoTracking().OrderBy(each => each.Name).ThenBy(each => each.Id).ToListAsync(cancellation)];
        Closures = [.. await db.Closures.AsNoTracking().Where(each => each.LastDay >= today).OrderBy(each => each.FirstDay).ThenBy(each => each.Id).ToListAsync(cancellation)];
        Holidays = desk.HolidaysToCome(Zone);
        Outside = await hours.OutsideAsync(null, null, Zone, cancellation);
    }
}
