using Unknot.Practice.Views;

namespace Unknot.Web.Features.Views;

internal static class ViewsSetup
{
    internal static IServiceCollection AddViews(this IServiceCollection services) => services
        .AddSingleton<DayKeys>()
        .AddSingleton<ViewCaps>()
        .AddSingleton<ViewCounter>()
        .AddHostedService(provider => provider.GetRequiredService<ViewCounter>());
}
