using Unknot.Practice.Booking.News;

namespace Unknot.Practice.Tests.Booking;

internal static class SomeLinks
{
    public static readonly BookingLinks Links = new(
        (id, language) => $"https://unknot.example/{language}/session-{id}",
        (id, language) => $"https://unknot.example/{language}/hold-{id}",
        (id, language) => $"https://unknot.example/{language}/place-{id}",
        () => "https://unknot.example/console/calendar",
        "post@practice.example");
}
