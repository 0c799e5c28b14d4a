using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.Booking;

/// <param name="Next">The next free time of its shortest length, whoever gives it; null for none.</param>
public sealed record ServiceCard(Service Service, ImmutableArray<Therapist> Therapists, FreeTime? Next);

/// <summary><c>/book</c>: what can be booked, what it costs, and who gives it.</summary>
public sealed class BookModel(PracticeDb db, OfferBook offers, TimeProvider time) : PageModel
{
    public BookingSettings Rules { get; private set; } = BookingSettings.ProductDefault();

    public ImmutableArray<ServiceCard> Services { get; private set; } = [];

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Rules = await db.BookingRulesAsync(cancellation);
        if (!Rules.IsOpen)
        {
            return;
        }

        Zone = await offers.ZoneAsync(cancellation);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var therapists = await db.Therapists.AsNoTracking().Where(each => each.IsBookable).OrderBy(each => each.Name).ToListAsync(cancellation);
        var cards = ImmutableArray.CreateBuilder<ServiceCard>();
        foreach (var service in await db.OnOffer().ToListAsync(cancellation))
        {
            var wish = new SessionWish(service.Id, service.Lengths.Min(length => length.Minutes), [], null);
            var offer = await offers.ReadAsync(wish, now, now, now + Duration.FromDays(service.WindowDays + 1), except: null, cancellation);
            if (offer is not null)
            {
                var givers = therapists.Where(therapist => service.Therapists.Exists(given => given.TherapistId == therapist.Id));
                cards.Add(new ServiceCard(service, [.. givers], new FreeDays(offer, now).FirstFrom(now)));
            }
        }

        Services = cards.ToImmutable();
    }
}
