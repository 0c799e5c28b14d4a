using Unknot.Practice.Booking;

namespace Unknot.Web.Features.Console.Calendar;

internal static class CalendarSetup
{
    internal static IServiceCollection AddCalendar(this IServiceCollection services) => services
        .AddScoped<OpenHours>()
        .AddScoped<HostPlaces>()
        .AddScoped<HostDesk>()
        .AddScoped<SeriesDesk>()
        .AddScoped<CalendarReader>();
}
