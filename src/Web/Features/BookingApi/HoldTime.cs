using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.BookingApi;

/// <summary><c>POST /api/v1/holds</c>: keeps a time while a form is filled in.</summary>
public static class HoldTime
{
    /// <summary>What names a request, so that sent twice it is done once.</summary>
    internal const string KeyHeader = "Idempotency-Key";

    private const string Example = """{ "service": "trigger-point-session", "minutes": 60, "start": "2026-12-01T15:00:00Z" }""";

    public sealed record Request(
        [property: Description("Id of a service, from GET /api/v1/services.")] string Service,
        [property: Description("One of its lengths.")] int Minutes,
        [property: Description("A start in UTC, from GET /api/v1/slots.")] string Start,
        [property: Description("Ids of add-ons.")] ImmutableArray<Guid>? AddOns = null,
        [property: Description("Id of a therapist; whoever is free when left out.")] Guid? Therapist = null);

    public sealed record Response(
        [property: Description("Names the hold in other requests. Whoever has it can book the time.")] string Hold,
        [property: Description("When it runs out.")] DateTime EndsAt,
        DateTime Start,
        DateTime End,
        Guid Therapist,
        int PriceCents);

    internal static void MapHoldTime(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/holds", HandleAsync)
            .WithTags("Booking")
            .WithName("HoldTime")
            .WithSummary("Keep a free time for ten minutes")
            .WithDescription($"The header {KeyHeader} holds a UUID that is made up for each hold: sent again with the same one, the request gives the same hold. "
                + "A time that is taken is answered with 409 and the nearest free ones.")
            .WithMetadata(new BodyExample(Example))
            .RequireRateLimiting(Limits.Hold)
            .ProducesProblem(StatusCodes.Status409Conflict);
        app.MapDelete("/api/v1/holds/{hold}", ReleaseAsync)
            .WithTags("Booking")
            .WithName("ReleaseHold")
            .WithSummary("Give a held time back")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Created<Response>, ValidationProblem, ProblemHttpResult>> HandleAsync(
        Request request,
        [FromHeader(Name = KeyHeader), Description("A UUID made up for this hold.")] string? key,
        [FromServices] Wishes wishes,
        PracticeDb db,
        BookingDesk desk,
        BookingAddresses addresses,
        CancellationToken cancellation)
    {
        if (!(await db.BookingRulesAsync(cancellation)).IsOpen)
        {
            return Answers.Closed();
        }

        var requestKey = wishes.Key(key);
        var start = wishes.Moment("start", request.Start);
        var wish = await wishes.ReadAsync(request.Service, request.Minutes, request.AddOns ?? [], request.Therapist, cancellation);
        if (wish is null || wishes.Problems.Count > 0)
        {
            return TypedResults.ValidationProblem(wishes.Problems, title: "This time cannot be held");
        }

        return await desk.HoldAsync(wish, start!.Value, requestKey!.Value, cancellation) switch
        {
            BookingOutcome.Done { Appointment: var held } when held.State is not AppointmentState.Held => Answers.Used(),
            BookingOutcome.Done { Appointment: var held } when held.StartsAtUtc != start.Value.ToDateTimeUtc() || held.ServiceId != wish.Service => Answers.OtherRequest(),
            BookingOutcome.Done { Appointment: var held } => TypedResults.Created((string?)null, new Response(
                addresses.HoldTokenOf(held.Id), SecondOf(held.HoldEndsAtUtc!.Value), held.StartsAtUtc, held.EndsAtUtc, held.TherapistId.Value, held.PriceCents)),
            BookingOutcome.Taken taken => Answers.Taken(taken.Nearest),
            _ => Answers.NotOffered(),
        };
    }

    /// <summary>The databases keep times to different parts of a second.</summary>
    private static DateTime SecondOf(DateTime time) => new(time.Ticks - (time.Ticks % TimeSpan.TicksPerSecond), DateTimeKind.Utc);

    private static async Task<Results<NoContent, ProblemHttpResult>> ReleaseAsync(string hold, BookingDesk desk, BookingAddresses addresses, CancellationToken cancellation)
    {
        if (addresses.ReadHold(hold) is not { } known)
        {
            return Answers.NoSuch("hold");
        }

        await desk.ReleaseAsync(known.Hold, cancellation);
        return TypedResults.NoContent();
    }
}
