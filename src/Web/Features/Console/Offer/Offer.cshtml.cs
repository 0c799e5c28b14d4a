using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.Console.Offer;

/// <summary><c>/console/offer</c>: what is offered, by whom, and what keeps it from being booked.</summary>
public sealed class OfferModel(PracticeDb db, BookingSettingsDesk settings, OfferBook offers, TimeProvider time) : PageModel
{
    private static readonly string[] DayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private List<WorkingWindow> _windows = [];
    private ImmutableArray<RoomId> _rooms = [];

    public ImmutableArray<Service> Services { get; private set; } = [];

    public ImmutableArray<Therapist> Therapists { get; private set; } = [];

    public BookingSettings Settings { get; private set; } = BookingSettings.ProductDefault();

    public int Rooms => _rooms.Length;

    public int Closures { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var zone = await offers.ZoneAsync(cancellation);
        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(zone).Date.ToDateOnly();
        Services = [.. await db.Services.AsNoTracking().AsSplitQuery().Include(each => each.Lengths).Include(each => each.Therapists).Include(each => each.Rooms)
            .OrderByDescending(each => each.IsOffered).ThenBy(each => each.Order).ThenBy(each => each.Name).ThenBy(each => each.Id).ToListAsync(cancellation)];
        Therapists = [.. await db.Therapists.AsNoTracking().OrderByDescending(each => each.IsBookable).ThenBy(each => each.Name).ThenBy(each => each.Id).ToListAsync(cancellation)];
        Settings = await settings.LoadAsync(cancellation);
        Closures = await db.Closures.CountAsync(each => each.LastDay >= today, cancellation);
        _windows = await db.WorkingWindows.AsNoTracking().Where(each => each.ValidTo == null || each.ValidTo >= today).ToListAsync(cancellation);
        _rooms = [.. await db.Rooms.Where(each => each.IsOffered).Select(each => each.Id).ToListAsync(cancellation)];
    }

    /// <returns>Why a service that is offered cannot be booked; null when it can.</returns>
    public string? HindranceOf(Service service)
    {
        ArgumentNullException.ThrowIfNull(service);
        var givers = Therapists.Where(each => each.IsBookable && service.Therapists.Exists(given => given.TherapistId == each.Id)).ToList();
        return givers.Count == 0 ? "Cannot be booked: nobody who can be booked gives it."
            : service.Rooms.Count > 0 && !service.Rooms.Exists(given => _rooms.Contains(given.RoomId)) ? "Cannot be booked: none of its rooms is in use."
            : givers.All(each => !_windows.Exists(window => window.TherapistId == each.Id)) ? "Cannot be booked: nobody who gives it has hours yet."
            : null;
    }

    /// <returns>"Mon, Tue, Thu" or that there are no hours.</returns>
    public string WeekOf(TherapistId therapist)
    {
        var days = _windows.Where(window => window.TherapistId == therapist).Select(window => window.Day).Distinct().Order().ToList();
        return days.Count == 0 ? "No hours yet" : string.Join(", ", days.Select(day => DayNames[day - 1]));
    }
}
