using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>What somebody wrote into the form of the booking settings: every text as it came.</summary>
/// <param name="Version">The version that was read before it was changed; 0 when there was none.</param>
public sealed record BookingSettingsDraft(bool IsOpen, string ReminderHours, string LatePolicy, string Currency, string LegalName, string TaxId, int Version)
{
    public static BookingSettingsDraft From(BookingSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new BookingSettingsDraft(
            settings.IsOpen, settings.ReminderHours.ToString(CultureInfo.InvariantCulture), settings.LatePolicy, settings.Currency, settings.LegalName, settings.TaxId, settings.Version);
    }

    internal IEnumerable<(string Name, string Value)> Parts() =>
        [("open", IsOpen ? "yes" : "no"), ("reminder", ReminderHours), ("late policy", LatePolicy), ("currency", Currency), ("legal name", LegalName), ("tax id", TaxId)];
}

/// <summary>Reads and saves what the practice says about booking and receipts.</summary>
public sealed partial class BookingSettingsDesk(PracticeDb db, TimeProvider time)
{
    /// <returns>Not tracked; <see cref="BookingSettings.ProductDefault"/> when nothing was saved yet.</returns>
    public async Task<BookingSettings> LoadAsync(CancellationToken cancellation) =>
        await db.BookingSettings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? BookingSettings.ProductDefault();

    public Task<OfferOutcome> SaveAsync(BookingSettingsDraft draft, Guid personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return OfferGate.InAsync(db, () => WriteAsync(draft, personId, cancellation), cancellation);
    }

    private async Task<OfferOutcome> WriteAsync(BookingSettingsDraft draft, Guid personId, CancellationToken cancellation)
    {
        var reader = new DraftReader();
        var hours = reader.Number(nameof(draft.ReminderHours), draft.ReminderHours, "The hours before a session", 0, 168);
        var policy = reader.Text(nameof(draft.LatePolicy), draft.LatePolicy, "The text about late cancelling", 1000);
        var name = reader.Line(nameof(draft.LegalName), draft.LegalName, "The legal name", 100);
        var currency = draft.Currency.Trim();
        if (!Currency().IsMatch(currency))
        {
            reader.Add(nameof(draft.Currency), "A currency is three capital letters of ISO 4217, like “USD”.");
        }

        var taxId = draft.TaxId.Trim();
        if (SocialSecurity().IsMatch(taxId))
        {
            reader.Add(nameof(draft.TaxId), "This looks like a social security number. It would stand on every receipt, so it is not kept. The IRS gives an employer identification number to sole owners too, at no cost: use that one.");
        }
        else if (taxId.Length > 0 && !Employer().IsMatch(taxId))
        {
            reader.Add(nameof(draft.TaxId), "An employer identification number is written like “12-3456789”. Leave it empty if there is none.");
        }

        if (!reader.IsRight)
        {
            return reader.Refusal;
        }

        var row = await db.BookingSettings.SingleOrDefaultAsync(cancellation);
        if ((row?.Version ?? 0) != draft.Version)
        {
            return new OfferOutcome.ChangedMeanwhile();
        }

        if (row is null)
        {
            row = BookingSettings.ProductDefault();
            db.BookingSettings.Add(row);
        }

        var before = BookingSettingsDraft.From(row).Parts();
        (row.IsOpen, row.ReminderHours, row.LatePolicy, row.Currency, row.LegalName, row.TaxId) = (draft.IsOpen, hours, policy, currency, name, taxId);
        row.Version = draft.Version + 1;
        AuditTrail.Note(db, time, personId, "booking-settings.saved", "booking-settings", "", Parts.Note(Parts.Changed(before, BookingSettingsDraft.From(row).Parts())));
        await db.SaveChangesAsync(cancellation);
        return new OfferOutcome.Saved(Guid.Empty);
    }

    [GeneratedRegex(@"\A[A-Z]{3}\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Currency();

    [GeneratedRegex(@"\A[0-9]{2}-[0-9]{7}\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Employer();

    [GeneratedRegex(@"\A[0-9]{3}[- ][0-9]{2}[- ][0-9]{4}\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SocialSecurity();
}
