using Unknot.Practice.Booking;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Booking;

/// <summary>The desks of the practice on a context of their own, as each request has them.</summary>
internal static class HostDesks
{
    internal static (HostDesk Host, SeriesDesk Series, BookingDesk Booking) Of(TestStore store, TimeProvider time, params IReadOnlyList<IAppointmentNews> news)
    {
        var db = store.Open();
        var offers = new OfferBook(db);
        var (desk, hours) = (new BookingDesk(db, offers, news, time), new OpenHours(offers));
        var places = new HostPlaces(db, desk, offers, hours, time);
        var host = new HostDesk(db, desk, places, time);
        return (host, new SeriesDesk(db, desk, host, places, hours, offers, time), desk);
    }
}
