using Microsoft.AspNetCore.Mvc;
using Unknot.Practice.Booking;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Offer;

/// <summary><c>/console/offer/settings</c>: what holds for all bookings and receipts.</summary>
public sealed class BookingSettingsModel(BookingSettingsDesk desk) : OfferPage
{
    public BookingSettingsDraft Draft { get; private set; } = BookingSettingsDraft.From(BookingSettings.ProductDefault());

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Told = Request.Query["done"] == "saved" ? "Saved." : null;
        Draft = BookingSettingsDraft.From(await desk.LoadAsync(cancellation));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !int.TryParse(form["Version"], out var version))
        {
            return BadRequest();
        }

        Draft = new BookingSettingsDraft(
            form["IsOpen"] == "yes", form["ReminderHours"].ToString(), form["LatePolicy"].ToString(), form["Currency"].ToString(), form["LegalName"].ToString(), form["TaxId"].ToString(), version);
        if (Understand(await desk.SaveAsync(Draft, User.PersonId(), cancellation)) is not null)
        {
            return LocalRedirect("/console/offer/settings?done=saved");
        }

        Draft = WasChanged ? Draft with { Version = (await desk.LoadAsync(cancellation)).Version } : Draft;
        return Page();
    }
}
