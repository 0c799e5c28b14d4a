using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Booking;

/// <summary>What clients can choose from.</summary>
public static class ServicesOnOffer
{
    /// <summary>Services that are offered in some length by somebody who can be booked, with lengths, add-ons and who gives them, in the order of the list.</summary>
    public static IQueryable<Service> OnOffer(this PracticeDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Services.AsNoTracking().AsSplitQuery()
            .Include(service => service.Lengths).Include(service => service.AddOns).Include(service => service.Therapists)
            .Where(service => service.IsOffered && service.Lengths.Any()
                && service.Therapists.Any(given => db.Therapists.Any(therapist => therapist.Id == given.TherapistId && therapist.IsBookable)))
            .OrderBy(service => service.Order).ThenBy(service => service.Name);
    }

    /// <summary>What the practice says about booking, or what holds until it has.</summary>
    public static async Task<BookingSettings> BookingRulesAsync(this PracticeDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        return await db.BookingSettings.AsNoTracking().FirstOrDefaultAsync(cancellation) ?? BookingSettings.ProductDefault();
    }
}
