using Microsoft.AspNetCore.Authentication;

namespace Unknot.Web.Features.BookingApi;

internal static class BookingApiSetup
{
    internal static IServiceCollection AddBookingApi(this IServiceCollection services)
    {
        services.AddScoped<Wishes>().AddScoped<SessionAnswers>().AddScoped<KeyHolder>().AddHttpContextAccessor();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KeyHandler>(KeyHandler.Key, null);
        services.AddAuthorizationBuilder()
            .AddPolicy(KeyHandler.Reading, static policy => policy.AddAuthenticationSchemes(KeyHandler.Key).RequireAuthenticatedUser())
            .AddPolicy(KeyHandler.Writing, static policy => policy.AddAuthenticationSchemes(KeyHandler.Key).RequireClaim(KeyHandler.MayWrite));
        return services;
    }

    internal static void MapBookingApi(this IEndpointRouteBuilder app)
    {
        app.MapListServices();
        app.MapListSlots();
        app.MapHoldTime();
        app.MapSessions();
        var practice = app.MapGroup("/api/v1/practice").ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        PracticeAppointments.Map(practice);
        PracticeClients.Map(practice);
        PracticeReceipts.Map(practice);
    }
}
