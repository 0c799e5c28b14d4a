using Unknot.Practice.Booking;
using Unknot.Practice.Visits;
using Unknot.Web.Features.Console.Clients;

namespace Unknot.Web.Hosting;

/// <summary>Clients, and the notes of their visits.</summary>
internal static class ClientsSetup
{
    internal static IServiceCollection AddClients(this IServiceCollection services) => services
        .AddSingleton<BodyFigures>()
        .AddSingleton(provider => new KnownPoints(provider.GetRequiredService<BodyFigures>().Points.Select(point => point.Id)))
        .AddScoped<ClientDesk>()
        .AddScoped<ClientAccess>()
        .AddScoped<ClientEraser>()
        .AddScoped<ClientExport>()
        .AddScoped<NoteDesk>();
}
