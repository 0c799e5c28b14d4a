using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Pictures;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Site;

/// <summary>Reads and saves what a practice says about itself.</summary>
public sealed class SettingsDesk(PracticeDb db, TimeProvider time)
{
    internal const int TheRow = 1;

    /// <summary>What a site is that nobody has set up: named after the product, without an address.</summary>
    public static PracticeSettings ProductDefault() => new()
    {
        Id = TheRow,
        Name = "Unknot",
        Tagline = "",
        About = "",
        Street = "",
        City = "",
        Region = "",
        PostalCode = "",
        Country = "",
        Phone = "",
        Email = "",
        TimeZone = "Etc/UTC",
        Hours = "",
        PrivacyNote = "",
        Terms = "",
        UnderMaintenance = false,
        Version = 0,
    };

    /// <returns>Not tracked; <see cref="ProductDefault"/> when nothing was saved yet.</returns>
    public async Task<PracticeSettings> LoadAsync(CancellationToken cancellation) =>
        await db.Settings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? ProductDefault();

    /// <summary>All that is wrong with a draft as it stands, without asking the database.</summary>
    public static ImmutableArray<SettingsProblem> ProblemsOf(SettingsDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return SettingsCheck.Of(draft);
    }

    /// <param name="personId">Who saves; null for the product itself.</param>
    public async Task<SettingsOutcome> SaveAsync(SettingsDraft draft, Guid? personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var problems = SettingsCheck.Of(draft);
        var logo = SettingsCheck.LogoOf(draft);
        if (logo is { } id && !await db.Pictures.AnyAsync(picture => picture.Id == id, cancellation))
        {
            problems = problems.Add(new SettingsProblem(nameof(draft.Logo), "This picture is no longer there. Please choose another one."));
        }

        if (!problems.IsEmpty)
        {
            return new SettingsOutcome.Refused(problems);
        }

        var row = await db.Settings.SingleOrDefaultAsync(cancellation);
        if ((row?.Version ?? 0) != draft.Version)
        {
            return new SettingsOutcome.ChangedMeanwhile();
        }

        if (row is null)
        {
            row = ProductDefault();
            db.Settings.Add(row);
        }

        Write(draft, logo, row);
        row.Version = draft.Version + 1;
        AuditTrail.Note(db, time, personId, "settings.saved", "settings", "", $"version {row.Version}");
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new SettingsOutcome.Saved(row.Version);
        }
        catch (DbUpdateException) when (!cancellation.IsCancellationRequested)
        {
            // Another save came between reading and writing: a changed version, or the row itself.
            db.ChangeTracker.Clear();
            if (await db.Settings.Select(settings => settings.Version).SingleOrDefaultAsync(cancellation) == draft.Version)
            {
                throw;
            }

            return new SettingsOutcome.ChangedMeanwhile();
        }
    }

    private static void Write(SettingsDraft draft, PictureId? logo, PracticeSettings row)
    {
        row.Name = draft.Name.Trim();
        row.Tagline = draft.Tagline.Trim();
        row.About = draft.About.Trim();
        row.Street = draft.Street.Trim();
        row.City = draft.City.Trim();
        row.Region = draft.Region.Trim();
        row.PostalCode = draft.PostalCode.Trim();
        row.Country = draft.Country.Trim();
        row.Phone = draft.Phone.Trim();
        row.Email = draft.Email.Trim();
        row.TimeZone = draft.TimeZone.Trim();
        row.Hours = draft.Hours.ReplaceLineEndings("\n").Trim();
        row.LogoId = logo;
        row.AccentLight = AccentOf(draft.AccentLight);
        row.AccentDark = AccentOf(draft.AccentDark);
        row.PrivacyNote = draft.PrivacyNote.Trim();
        row.Terms = draft.Terms.Trim();
        row.UnderMaintenance = draft.UnderMaintenance;
    }

    private static string? AccentOf(string text) => text.Trim() is { Length: > 0 } colour ? colour.ToLowerInvariant() : null;
}
