using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Pictures;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Site;

/// <summary>What the practice says about itself, in one form. Nothing is kept until all of it is right.</summary>
public sealed class SettingsModel(PracticeDb db, SettingsDesk desk, SettingsShelf shelf) : PageModel
{
    private const int PicturesOffered = 100;

    public SettingsDraft Draft { get; private set; } = SettingsDraft.From(SettingsDesk.ProductDefault());

    public ImmutableArray<SettingsProblem> Problems { get; private set; } = [];

    public ImmutableArray<Picture> Pictures { get; private set; } = [];

    /// <summary>Names of the IANA database.</summary>
    public static ImmutableArray<string> TimeZones { get; } = [.. DateTimeZoneProviders.Tzdb.Ids];

    /// <summary>Somebody else saved since the form was opened.</summary>
    public bool WasChanged { get; private set; }

    public bool IsSaved { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        IsSaved = Request.Query.ContainsKey("done");
        Draft = SettingsDraft.From(await desk.LoadAsync(cancellation));
        await OfferPicturesAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is not { } draft)
        {
            return BadRequest();
        }

        Draft = draft;
        switch (await desk.SaveAsync(draft, User.PersonId(), cancellation))
        {
            case SettingsOutcome.Saved:
                shelf.Forget();
                return LocalRedirect("/console/site?done");
            case SettingsOutcome.Refused refused:
                Problems = refused.Problems;
                Response.StatusCode = StatusCodes.Status400BadRequest;
                break;
            case SettingsOutcome.ChangedMeanwhile:
                WasChanged = true;
                Draft = draft with { Version = (await desk.LoadAsync(cancellation)).Version };
                Response.StatusCode = StatusCodes.Status409Conflict;
                break;
            default:
                throw new System.Diagnostics.UnreachableException();
        }

        await OfferPicturesAsync(cancellation);
        return Page();
    }

    /// <summary>Shows the colours as they are typed, and keeps nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is not { } draft)
        {
            return BadRequest();
        }

        Draft = draft;
        Problems = [.. SettingsDesk.ProblemsOf(draft).Where(problem => problem.Field is nameof(draft.AccentLight) or nameof(draft.AccentDark))];
        await OfferPicturesAsync(cancellation);
        return Page();
    }

    private async Task OfferPicturesAsync(CancellationToken cancellation) =>
        Pictures = [.. await db.Pictures.AsNoTracking().OrderByDescending(picture => picture.AddedAtUtc).Take(PicturesOffered).ToListAsync(cancellation)];

    private async Task<SettingsDraft?> ReadAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !int.TryParse(form[nameof(SettingsDraft.Version)], out var version))
        {
            return null;
        }

        string Of(string field) => form[field].ToString();
        return new SettingsDraft
        {
            Name = Of(nameof(SettingsDraft.Name)),
            Tagline = Of(nameof(SettingsDraft.Tagline)),
            About = Of(nameof(SettingsDraft.About)),
            Street = Of(nameof(SettingsDraft.Street)),
            City = Of(nameof(SettingsDraft.City)),
            Region = Of(nameof(SettingsDraft.Region)),
            PostalCode = Of(nameof(SettingsDraft.PostalCode)),
            Country = Of(nameof(SettingsDraft.Country)),
            Phone = Of(nameof(SettingsDraft.Phone)),
            Email = Of(nameof(SettingsDraft.Email)),
            TimeZone = Of(nameof(SettingsDraft.TimeZone)),
            Hours = Of(nameof(SettingsDraft.Hours)),
            Logo = Of(nameof(SettingsDraft.Logo)),
            AccentLight = Of(nameof(SettingsDraft.AccentLight)),
            AccentDark = Of(nameof(SettingsDraft.AccentDark)),
            PrivacyNote = Of(nameof(SettingsDraft.PrivacyNote)),
            Terms = Of(nameof(SettingsDraft.Terms)),
            UnderMaintenance = Of(nameof(SettingsDraft.UnderMaintenance)) == "true",
            Version = version,
        };
    }
}
