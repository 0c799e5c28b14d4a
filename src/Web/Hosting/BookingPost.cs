using Microsoft.AspNetCore.Hosting.Server;
using Unknot.Practice.Booking;
using Unknot.Practice.Booking.News;
using Unknot.Practice.Mail;
using Unknot.Practice.Waiting;
using Unknot.Web.Language;

namespace Unknot.Web.Hosting;

/// <summary>What follows a booking: mails, reminders, the waiting list and calendar files.</summary>
internal static class BookingPost
{
    internal static IServiceCollection AddBookingPost(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddSingleton<WaitingAddresses>()
        .AddSingleton(Links)
        .AddSingleton<AppointmentMail>()
        .AddSingleton<IAppointmentNews>(static provider => provider.GetRequiredService<AppointmentMail>())
        .AddSingleton<IAppointmentNews, ReminderPlan>()
        .AddSingleton<ReminderRun>()
        .AddScoped<WaitingDesk>()
        .AddScoped<WaitingRun>()
        .AddScoped<TherapistFeed>();

    private static BookingLinks Links(IServiceProvider provider)
    {
        var (sessions, places) = (provider.GetRequiredService<BookingAddresses>(), provider.GetRequiredService<WaitingAddresses>());
        var (settings, server, asked) = (provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IServer>(), provider.GetRequiredService<IHttpContextAccessor>());
        return new BookingLinks(
            (id, language) => Of(sessions.PathOf(id), language),
            (id, language) => Of(sessions.HoldPathOf(id), language),
            (id, language) => Of(places.PathOf(id), language),
            () => Of("/console/calendar", RequestLanguage.Default),
            provider.GetService<SmtpSettings>()?.From);

        // Reminders and offers are written while nobody asks.
        string Of(string path, string language) => asked.HttpContext is { } context
            ? SiteAddress.Of(context, path, language)
            : SiteAddress.RootOf(settings, server) + RequestLanguage.AddressIn(language, path);
    }
}
