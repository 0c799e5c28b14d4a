using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Offer;

/// <summary><c>/console/offer/therapist</c>: one who gives sessions, or a new one, and the secret address of the calendar.</summary>
public sealed class TherapistModel(PracticeDb db, TherapistDesk desk) : OfferPage
{
    /// <summary>Null for a new one.</summary>
    public TherapistId? Id { get; private set; }

    public string Title { get; private set; } = "A new therapist";

    public string Address => Id is { } id ? $"/console/offer/therapist?id={id}" : "/console/offer/therapist";

    public TherapistDraft Draft { get; private set; } = TherapistDraft.New();

    public IReadOnlyList<(Guid Id, string Name)> Accounts { get; private set; } = [];

    public bool HasFeed { get; private set; }

    /// <summary>An address that was just made; it is shown this once.</summary>
    public string? FeedAddress { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Told = Request.Query["done"].ToString() switch
        {
            "saved" => "Saved.",
            "revoked" => "The address is good no longer.",
            _ => null,
        };
        return await LoadAsync(cancellation) is { } therapist ? Show(therapist) : Id is null ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        var therapist = await LoadAsync(cancellation);
        Draft = Read(form);
        var outcome = await desk.SaveAsync(Id, Draft, User.PersonId(), cancellation);
        if (outcome is OfferOutcome.Gone)
        {
            return NotFound();
        }

        if (Understand(outcome) is { } id)
        {
            return LocalRedirect($"/console/offer/therapist?id={id}&done=saved");
        }

        if (therapist is not null)
        {
            (Title, HasFeed) = (therapist.Name, therapist.FeedHash is not null);
            Draft = WasChanged ? Draft with { Fingerprint = TherapistDraft.From(therapist).Fingerprint } : Draft;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostFeedAsync(CancellationToken cancellation)
    {
        if (!Guid.TryParse(Request.Query["id"], out var id) || await desk.MakeFeedAsync(TherapistId.Of(id), User.PersonId(), cancellation) is not { } secret)
        {
            return NotFound();
        }

        FeedAddress = SiteAddress.Of(HttpContext, $"/calendar/{secret}.ics");
        return Show((await LoadAsync(cancellation))!);
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancellation) =>
        Guid.TryParse(Request.Query["id"], out var id) && await desk.RevokeFeedAsync(TherapistId.Of(id), User.PersonId(), cancellation)
            ? LocalRedirect($"/console/offer/therapist?id={id}&done=revoked")
            : NotFound();

    private Microsoft.AspNetCore.Mvc.RazorPages.PageResult Show(Therapist therapist)
    {
        (Title, HasFeed, Draft) = (therapist.Name, therapist.FeedHash is not null, TherapistDraft.From(therapist));
        return Page();
    }

    private static TherapistDraft Read(IFormCollection form)
    {
        string Of(string field) => form[field].ToString();
        return new TherapistDraft
        {
            Name = Of(nameof(TherapistDraft.Name)),
            Credential = Of(nameof(TherapistDraft.Credential)),
            LicenceNumber = Of(nameof(TherapistDraft.LicenceNumber)),
            LicenceState = Of(nameof(TherapistDraft.LicenceState)),
            Npi = Of(nameof(TherapistDraft.Npi)),
            IsBookable = Of(nameof(TherapistDraft.IsBookable)) == "yes",
            MostSessions = Of(nameof(TherapistDraft.MostSessions)),
            MostMinutes = Of(nameof(TherapistDraft.MostMinutes)),
            Account = Of(nameof(TherapistDraft.Account)),
            Fingerprint = Of(nameof(TherapistDraft.Fingerprint)),
        };
    }

    private async Task<Therapist?> LoadAsync(CancellationToken cancellation)
    {
        Id = Guid.TryParse(Request.Query["id"], out var id) ? TherapistId.Of(id) : null;
        Accounts = await desk.AccountsAsync(cancellation);
        return Id is { } known ? await db.Therapists.AsNoTracking().SingleOrDefaultAsync(each => each.Id == known, cancellation) : null;
    }
}
