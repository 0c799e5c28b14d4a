using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Offer;

/// <summary><c>/console/offer/service</c>: one service, or a new one.</summary>
public sealed class ServiceModel(PracticeDb db, OfferDesk desk, OfferBook offers, BookingSettingsDesk settings, TimeProvider time) : OfferPage
{
    private const int TimesShown = 8;

    /// <summary>Null for a new one.</summary>
    public ServiceId? Id { get; private set; }

    public string Title { get; private set; } = "A new service";

    public ServiceDraft Draft { get; private set; } = ServiceDraft.New(0, [], []);

    public ImmutableArray<Therapist> Therapists { get; private set; } = [];

    public ImmutableArray<Room> Rooms { get; private set; } = [];

    public string Currency { get; private set; } = "";

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    /// <summary>With an empty row to write another one into.</summary>
    public ImmutableArray<LengthDraft> LengthRows => [.. Draft.Lengths, new LengthDraft("", ""), .. Draft.Lengths.IsEmpty ? (IEnumerable<LengthDraft>)[new LengthDraft("", "")] : []];

    /// <inheritdoc cref="LengthRows"/>
    public ImmutableArray<AddOnDraft> AddOnRows => [.. Draft.AddOns, new AddOnDraft("", "", "", "", true)];

    /// <summary>The next free times of the shortest length; null when nothing of it can be booked.</summary>
    public ImmutableArray<FreeTime>? NextTimes { get; private set; }

    public int ShownMinutes { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Told = Request.Query["done"] == "saved" ? "Saved." : null;
        await LoadAsync(cancellation);
        if (Id is not { } id)
        {
            var order = await db.Services.MaxAsync(each => (int?)each.Order, cancellation) ?? -1;
            Draft = ServiceDraft.New(Math.Min(order + 1, 999), Therapists.Where(each => each.IsBookable).Select(each => each.Id), Rooms.Where(each => each.IsOffered).Select(each => each.Id));
            return Page();
        }

        if (await FindAsync(id, cancellation) is not { } service)
        {
            return NotFound();
        }

        (Draft, Title) = (ServiceDraft.From(service), service.Name);
        await LookAheadAsync(service, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        await LoadAsync(cancellation);
        Draft = Read(form);
        var outcome = await desk.SaveServiceAsync(Id, Draft, User.PersonId(), cancellation);
        if (outcome is OfferOutcome.Gone)
        {
            return NotFound();
        }

        if (Understand(outcome) is { } id)
        {
            return LocalRedirect($"/console/offer/service?id={id}&done=saved");
        }

        if (Id is { } known && await FindAsync(known, cancellation) is { } service)
        {
            Title = service.Name;
            Draft = WasChanged ? Draft with { Fingerprint = ServiceDraft.From(service).Fingerprint } : Draft;
            await LookAheadAsync(service, cancellation);
        }

        return Page();
    }

    private static ServiceDraft Read(IFormCollection form)
    {
        string Of(string field) => form[field].ToString();
        return new ServiceDraft
        {
            Name = Of(nameof(ServiceDraft.Name)),
            Slug = Of(nameof(ServiceDraft.Slug)),
            Description = Of(nameof(ServiceDraft.Description)),
            IsOffered = Of(nameof(ServiceDraft.IsOffered)) == "yes",
            BufferBefore = Of(nameof(ServiceDraft.BufferBefore)),
            BufferAfter = Of(nameof(ServiceDraft.BufferAfter)),
            Step = Of(nameof(ServiceDraft.Step)),
            Notice = Of(nameof(ServiceDraft.Notice)),
            Window = Of(nameof(ServiceDraft.Window)),
            MoveHours = Of(nameof(ServiceDraft.MoveHours)),
            CancelHours = Of(nameof(ServiceDraft.CancelHours)),
            NeedsApproval = Of(nameof(ServiceDraft.NeedsApproval)) == "yes",
            Order = Of(nameof(ServiceDraft.Order)),
            Lengths = [.. Rows(form, "LengthMinutes", "LengthPrice").Select(row => new LengthDraft(row[0], row[1])).Where(row => !row.IsEmpty)],
            AddOns = [.. Rows(form, "AddOnId", "AddOnName", "AddOnMinutes", "AddOnPrice", "AddOnOffered").Select(row => new AddOnDraft(row[0], row[1], row[2], row[3], row[4] != "no")).Where(row => !row.IsEmpty)],
            Therapists = All(form, nameof(ServiceDraft.Therapists)),
            Rooms = All(form, nameof(ServiceDraft.Rooms)),
            Fingerprint = Of(nameof(ServiceDraft.Fingerprint)),
        };
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Id = Guid.TryParse(Request.Query["id"], out var id) ? ServiceId.Of(id) : null;
        Therapists = [.. await db.Therapists.AsNoTracking().OrderBy(each => each.Name).ThenBy(each => each.Id).ToListAsync(cancellation)];
        Rooms = [.. await db.Rooms.AsNoTracking().OrderBy(each => each.Name).ThenBy(each => each.Id).ToListAsync(cancellation)];
        Currency = (await settings.LoadAsync(cancellation)).Currency;
        Zone = await offers.ZoneAsync(cancellation);
    }

    private Task<Service?> FindAsync(ServiceId id, CancellationToken cancellation) => db.Services.AsNoTracking().AsSplitQuery()
        .Include(each => each.Lengths).Include(each => each.AddOns).Include(each => each.Therapists).Include(each => each.Rooms).SingleOrDefaultAsync(each => each.Id == id, cancellation);

    private async Task LookAheadAsync(Service service, CancellationToken cancellation)
    {
        if (service.Lengths.Count == 0)
        {
            return;
        }

        ShownMinutes = service.Lengths.Min(length => length.Minutes);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var offer = await offers.ReadAsync(new SessionWish(service.Id, ShownMinutes, [], null), now, now, now + Duration.FromDays(28), null, cancellation);
        NextTimes = offer is null ? null : [.. offer.FreeTimes(now, now, now + Duration.FromDays(28)).Take(TimesShown)];
    }
}
