using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.BookingApi;

/// <summary><c>GET /api/v1/services</c>: what can be booked.</summary>
public static class ListServices
{
    public sealed record Response(
        [property: Description("Zone of the practice in the IANA database; days and opening hours are its.")] string TimeZone,
        [property: Description("Three letters of ISO 4217; all prices are in its cents.")] string Currency,
        [property: Description("False while the practice takes no bookings.")] bool IsOpen,
        ImmutableArray<ListedService> Services);

    public sealed record ListedService(
        [property: Description("Names it in other requests.")] string Id,
        string Name,
        string Description,
        ImmutableArray<ListedLength> Lengths,
        ImmutableArray<ListedAddOn> AddOns,
        ImmutableArray<ListedTherapist> Therapists,
        [property: Description("Elapsed minutes between booking and the session, at least.")] int NoticeMinutes,
        [property: Description("Whole days ahead that can be booked.")] int WindowDays,
        [property: Description("Hours before the session until which a client may move it.")] int MoveHours,
        [property: Description("Hours before the session until which a client may cancel it.")] int CancelHours,
        [property: Description("True when the practice confirms each request by hand; its time is kept meanwhile.")] bool NeedsApproval);

    public sealed record ListedLength(int Minutes, int PriceCents);

    public sealed record ListedAddOn(Guid Id, string Name, [property: Description("That it makes the session longer.")] int Minutes, int PriceCents);

    public sealed record ListedTherapist(Guid Id, string Name, string Credential);

    internal static void MapListServices(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/services", HandleAsync)
        .WithTags("Booking")
        .WithName("ListServices")
        .WithSummary("List what can be booked, with lengths, prices and who gives it");

    private static async Task<Ok<Response>> HandleAsync(PracticeDb db, OfferBook offers, CancellationToken cancellation)
    {
        var settings = await db.BookingSettings.AsNoTracking().FirstOrDefaultAsync(cancellation) ?? BookingSettings.ProductDefault();
        var services = await db.Services.AsNoTracking().AsSplitQuery()
            .Include(service => service.Lengths).Include(service => service.AddOns).Include(service => service.Therapists)
            .Where(service => service.IsOffered).OrderBy(service => service.Order).ThenBy(service => service.Name).ToListAsync(cancellation);
        var therapists = await db.Therapists.AsNoTracking().Where(therapist => therapist.IsBookable).OrderBy(therapist => therapist.Name).ToListAsync(cancellation);
        return TypedResults.Ok(new Response((await offers.ZoneAsync(cancellation)).Id, settings.Currency, settings.IsOpen, [.. services.Select(service => new ListedService(
            service.Slug,
            service.Name,
            service.Description,
            [.. service.Lengths.OrderBy(length => length.Minutes).Select(length => new ListedLength(length.Minutes, length.PriceCents))],
            [.. service.AddOns.Where(addOn => addOn.IsOffered).OrderBy(addOn => addOn.Name, StringComparer.Ordinal).Select(addOn => new ListedAddOn(addOn.Id.Value, addOn.Name, addOn.Minutes, addOn.PriceCents))],
            [.. therapists.Where(therapist => service.Therapists.Exists(given => given.TherapistId == therapist.Id)).Select(therapist => new ListedTherapist(therapist.Id.Value, therapist.Name, therapist.Credential))],
            service.NoticeMinutes,
            service.WindowDays,
            service.MoveHours,
            service.CancelHours,
            service.NeedsApproval))]));
    }
}
