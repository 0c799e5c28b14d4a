using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Unknot.Practice.Booking;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.BookingApi;

/// <summary><c>/api/v1/sessions</c>: books what is held, and lets a client see, move and cancel it.</summary>
public static class Sessions
{
    private const string Example = """
        { "hold": "CfDJ8…", "name": "Ada Example", "email": "ada@example.com", "phone": "555-0100", "note": "Left shoulder.", "consent": "2026-11" }
        """;

    public sealed record BookRequest(
        [property: Description("From POST /api/v1/holds.")] string Hold,
        [property: Description("1 to 100 characters.")] string Name,
        [property: Description("Where the confirmation goes.")] string Email,
        [property: Description("At most 40 characters.")] string Phone = "",
        [property: Description("What the therapist should know; at most 2,000 characters.")] string Note = "",
        [property: Description("Version of the text that the client has agreed to; it stands on the booking page.")] string Consent = "",
        [property: Description("Of the messages: en or es.")] string Language = "en");

    public sealed record MoveRequest([property: Description("A start in UTC.")] string Start);

    public sealed record Response(
        [property: Description("Names the session in other requests. Whoever has it can move and cancel it.")] string Session,
        [property: Description("Address of the client's own page.")] string Page,
        [property: Description("Pending, Confirmed, Done, NoShow, Cancelled or Expired.")] string State,
        DateTime Start,
        DateTime End,
        string Service,
        Guid Therapist,
        int PriceCents,
        [property: Description("Until when the client may move it.")] DateTime MoveUntil,
        [property: Description("Until when the client may cancel it.")] DateTime CancelUntil);

    internal static void MapSessions(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/v1/sessions", BookAsync)
            .WithTags("Booking").WithName("BookSession").WithSummary("Book a held time")
            .WithDescription("Sent again, it gives the same session. The client gets a message with a calendar file.")
            .WithMetadata(new BodyExample(Example))
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        app.MapGet("/api/v1/sessions/{session}", ShowAsync)
            .WithTags("Booking").WithName("ShowSession").WithSummary("Show a booked session")
            .ProducesProblem(StatusCodes.Status404NotFound);
        app.MapPost("/api/v1/sessions/{session}/move", MoveAsync)
            .WithTags("Booking").WithName("MoveSession").WithSummary("Give a session another time")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        app.MapPost("/api/v1/sessions/{session}/cancel", CancelAsync)
            .WithTags("Booking").WithName("CancelSession").WithSummary("Cancel a session")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<Response>, ValidationProblem, ProblemHttpResult>> BookAsync(
        BookRequest request, [FromServices] Wishes wishes, BookingDesk desk, [FromServices] SessionAnswers answers, BookingAddresses addresses, HttpContext context, CancellationToken cancellation)
    {
        if (addresses.ReadHold(request.Hold) is not { } hold)
        {
            return Answers.NoSuch("hold");
        }

        var details = new BookingDetails(request.Name.Trim(), request.Email.Trim(), request.Phone.Trim(), request.Note, request.Consent, request.Language, null);
        wishes.Check(details, needsConsent: true);
        if (wishes.Problems.Count > 0)
        {
            return TypedResults.ValidationProblem(wishes.Problems, title: "This session cannot be booked");
        }

        var (session, problem) = await answers.OfAsync(await desk.BookAsync(hold.Hold, details, cancellation), context, cancellation);
        return session is null ? problem! : TypedResults.Ok(session);
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> ShowAsync(
        string session, BookingAddresses addresses, [FromServices] SessionAnswers answers, HttpContext context, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        return addresses.Read(session) is { } id && await answers.OfAsync(id, context, cancellation) is { } found ? TypedResults.Ok(found) : Answers.NoSuch("session");
    }

    private static async Task<Results<Ok<Response>, ValidationProblem, ProblemHttpResult>> MoveAsync(
        string session,
        MoveRequest request,
        [FromServices] Wishes wishes,
        BookingDesk desk,
        BookingAddresses addresses,
        [FromServices] SessionAnswers answers,
        HttpContext context,
        CancellationToken cancellation)
    {
        if (addresses.Read(session) is not { } id)
        {
            return Answers.NoSuch("session");
        }

        if (wishes.Moment("start", request.Start) is not { } start)
        {
            return TypedResults.ValidationProblem(wishes.Problems, title: "This session cannot be moved");
        }

        var (moved, problem) = await answers.OfAsync(await desk.MoveAsync(id, start, null, cancellation), context, cancellation);
        return moved is null ? problem! : TypedResults.Ok(moved);
    }

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> CancelAsync(
        string session, BookingDesk desk, BookingAddresses addresses, [FromServices] SessionAnswers answers, HttpContext context, CancellationToken cancellation)
    {
        if (addresses.Read(session) is not { } id)
        {
            return Answers.NoSuch("session");
        }

        var (cancelled, problem) = await answers.OfAsync(await desk.CancelAsync(id, null, cancellation), context, cancellation);
        return cancelled is null ? problem! : TypedResults.Ok(cancelled);
    }
}
