using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Unknot.Practice.Booking;

namespace Unknot.Web.Features.BookingApi;

/// <summary><c>GET /api/v1/slots</c>: when something can be booked.</summary>
public static class ListSlots
{
    private const int MostDays = 62;

    public sealed record Response(string TimeZone, int Minutes, int PriceCents, ImmutableArray<Slot> Slots);

    /// <param name="Start">In UTC: the same for every viewer.</param>
    public sealed record Slot(DateTime Start, [property: Description("Those who could give it, the best first.")] ImmutableArray<Guid> Therapists);

    internal static void MapListSlots(this IEndpointRouteBuilder app) => app
        .MapGet("/api/v1/slots", HandleAsync)
        .WithTags("Booking")
        .WithName("ListSlots")
        .WithSummary("List the free times of a service")
        .WithDescription($"Days are the practice's; both are included, at most {MostDays} of them. What is listed can be held until somebody else does.");

    private static async Task<Results<Ok<Response>, ValidationProblem>> HandleAsync(
        [Description("Id of a service.")] string service,
        [Description("One of its lengths.")] int minutes,
        [Description("First day.")] string from,
        [Description("Last day.")] string to,
        [FromQuery(Name = "addOn"), Description("Ids of add-ons.")] Guid[]? addOns,
        [Description("Id of a therapist; whoever is free when left out.")] Guid? therapist,
        [FromServices] Wishes wishes,
        OfferBook offers,
        TimeProvider time,
        HttpContext context,
        CancellationToken cancellation)
    {
        var (first, last) = (wishes.Day("from", from), wishes.Day("to", to));
        if (first is { } one && last is { } other && (other < one || Period.DaysBetween(one, other) >= MostDays))
        {
            wishes.Say("to", $"It must be the first day or one of the {MostDays - 1} after it.");
        }

        var wish = await wishes.ReadAsync(service, minutes, addOns ?? [], therapist, cancellation);
        if (wish is null || wishes.Problems.Count > 0)
        {
            return TypedResults.ValidationProblem(wishes.Problems, title: "These times cannot be listed");
        }

        var zone = await offers.ZoneAsync(cancellation);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var (start, end) = (first!.Value.AtStartOfDayInZone(zone).ToInstant(), last!.Value.PlusDays(1).AtStartOfDayInZone(zone).ToInstant());
        context.Response.Headers.CacheControl = "no-store";
        var offer = await offers.ReadAsync(wish, now, start, end, except: null, cancellation);
        return TypedResults.Ok(new Response(zone.Id, offer?.Minutes ?? minutes, offer?.PriceCents ?? 0, offer is null ? [] : [.. offer.FreeTimes(now, start, end)
            .Select(free => new Slot(free.Start.ToDateTimeUtc(), [.. free.Places.Select(place => place.Therapist.Value).Distinct()]))]));
    }
}
