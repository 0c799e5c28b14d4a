using Unknot.Practice.Mail;
using Unknot.Practice.Site;

namespace Unknot.Web.Hosting;

/// <summary>What the public pages about the practice and its console need.</summary>
internal static class PracticeFront
{
    internal static IServiceCollection AddPracticeFront(this IServiceCollection services) => services
        .AddSingleton<SettingsShelf>()
        .AddSingleton<VisitorForms>()
        .AddScoped<SettingsDesk>()
        .AddScoped<ContactDesk>()
        .AddScoped<OutboxDesk>();
}
