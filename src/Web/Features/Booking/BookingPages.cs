namespace Unknot.Web.Features.Booking;

internal static class BookingPages
{
    internal static IServiceCollection AddBookingPages(this IServiceCollection services) => services
        .AddScoped<SessionBook>()
        .AddTransient<BodyMapCheck>();
}
