using Unknot.Practice.Booking;

namespace Unknot.Web.Hosting;

internal static class BookingSetup
{
    internal static IServiceCollection AddBooking(this IServiceCollection services) => services
        .AddScoped<OfferBook>()
        .AddScoped<BookingDesk>()
        .AddSingleton<BookingDoor>()
        .AddSingleton<BookingAddresses>();
}
