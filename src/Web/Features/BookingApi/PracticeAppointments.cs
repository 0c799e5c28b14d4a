using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.BookingApi;

/// <summary><c>/api/v1/practice/appointments</c>: the practice's calendar, for its own programs.</summary>
public static class PracticeAppointments
{
    private const int MostDays = 62;

    private const string Tag = "Practice";

    private const string Example = """
        {
          "service": "trigger-point-session", "minutes": 60, "therapist": "0199a000-0000-7000-8000-000000000001", "start": "2026-12-01T15:00:00Z",
          "name": "Ada Example", "email": "ada@example.com", "phone": "555-0100"
        }
        """;

    public sealed record Response(ImmutableArray<Entry> Appointments);

    public sealed record Entry(
        Guid Id,
        [property: Description("Held, Pending, Confirmed, Done, NoShow, Blocked, Cancelled or Expired.")] string State,
        DateTime Start,
        DateTime End,
        [property: Description("Null for blocked time.")] string? Service,
        Guid Therapist,
        Guid? Room,
        [property: Description("Null for a hold and for blocked time.")] Guid? Client,
        string AddOns,
        int PriceCents,
        [property: Description("Rises with every change; a change that names an older one is refused.")] int Version);

    public sealed record BookRequest(
        string Service,
        int Minutes,
        Guid Therapist,
        [property: Description("Any instant from today on; the grid and the notice do not bind the practice.")] string Start,
        [property: Description("Of somebody new, or of somebody known by this name and address.")] string Name,
        string Email,
        string Phone = "",
        ImmutableArray<Guid>? AddOns = null,
        [property: Description("Id of a room; whichever is free when left out.")] Guid? Room = null,
        [property: Description("True allows a time at which the therapist does not work.")] bool OutsideHours = false,
        [property: Description("False sends the client no message.")] bool TellClient = true,
        [property: Description("Of the messages: en or es.")] string Language = "en");

    public sealed record MoveRequest(int Version, string Start, Guid Therapist, Guid? Room = null, bool OutsideHours = false, bool TellClient = true);

    public sealed record ChangeRequest(
        int Version,
        [property: Description("cancel, approve, decline, done, no-show or undo.")] string Change,
        [property: Description("For the history, without personal data; at most 200 characters.")] string Reason = "",
        bool TellClient = true);

    internal static void Map(RouteGroupBuilder practice)
    {
        practice.MapGet("/appointments", ListAsync)
            .RequireAuthorization(KeyHandler.Reading).WithTags(Tag).WithName("ListAppointments").WithSummary("List the appointments of some days")
            .WithDescription($"Days are the practice's; both are included, at most {MostDays} of them.");
        practice.MapGet("/appointments/{id:guid}", ShowAsync)
            .RequireAuthorization(KeyHandler.Reading).WithTags(Tag).WithName("ShowAppointment").WithSummary("Show one appointment").ProducesProblem(StatusCodes.Status404NotFound);
        practice.MapPost("/appointments", BookAsync)
            .RequireAuthorization(KeyHandler.Writing).WithTags(Tag).WithName("BookForClient").WithSummary("Book a session for a client")
            .WithDescription("The header Idempotency-Key holds a UUID that is made up for each session: sent again with the same one, the request gives the same session.")
            .WithMetadata(new Hosting.BodyExample(Example)).ProducesProblem(StatusCodes.Status409Conflict);
        practice.MapPost("/appointments/{id:guid}/move", MoveAsync)
            .RequireAuthorization(KeyHandler.Writing).WithTags(Tag).WithName("MoveAppointment").WithSummary("Move an appointment to another time, therapist or room")
            .ProducesProblem(StatusCodes.Status409Conflict);
        practice.MapPost("/appointments/{id:guid}/change", ChangeAsync)
            .RequireAuthorization(KeyHandler.Writing).WithTags(Tag).WithName("ChangeAppointment").WithSummary("Cancel, approve or decline an appointment, or say whether it was given")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<Response>, ValidationProblem>> ListAsync(
        string from, string to, Guid? therapist, [FromServices] Wishes wishes, [FromServices] KeyHolder key, PracticeDb db, OfferBook offers, CancellationToken cancellation)
    {
        var (first, last) = (wishes.Day("from", from), wishes.Day("to", to));
        if (first is { } one && last is { } other && (other < one || Period.DaysBetween(one, other) >= MostDays))
        {
            wishes.Say("to", $"It must be the first day or one of the {MostDays - 1} after it.");
        }

        if (wishes.Problems.Count > 0)
        {
            return TypedResults.ValidationProblem(wishes.Problems, title: "These appointments cannot be listed");
        }

        var zone = await offers.ZoneAsync(cancellation);
        var (start, end) = (first!.Value.AtStartOfDayInZone(zone).ToDateTimeUtc(), last!.Value.PlusDays(1).AtStartOfDayInZone(zone).ToDateTimeUtc());
        var only = therapist is { } id ? new TherapistId(id) : (TherapistId?)null;
        var found = await db.Appointments.AsNoTracking().Include(each => each.Service)
            .Where(each => each.StartsAtUtc >= start && each.StartsAtUtc < end && (only == null || each.TherapistId == only))
            .OrderBy(each => each.StartsAtUtc).ThenBy(each => each.Id).ToListAsync(cancellation);
        await key.NoteReadAsync("appointments.listed", "appointments", "", cancellation);
        return TypedResults.Ok(new Response([.. found.Select(EntryOf)]));
    }

    private static async Task<Results<Ok<Entry>, ProblemHttpResult>> ShowAsync(Guid id, [FromServices] KeyHolder key, PracticeDb db, CancellationToken cancellation)
    {
        var wanted = new AppointmentId(id);
        if (await db.Appointments.AsNoTracking().Include(each => each.Service).FirstOrDefaultAsync(each => each.Id == wanted, cancellation) is not { } found)
        {
            return Answers.NoSuch("appointment");
        }

        await key.NoteReadAsync("appointment.seen", "appointment", id.ToString(), cancellation);
        return TypedResults.Ok(EntryOf(found));
    }

    private static async Task<Results<Ok<Entry>, ValidationProblem, ProblemHttpResult>> BookAsync(
        BookRequest request,
        [FromHeader(Name = HoldTime.KeyHeader), Description("A UUID made up for this session.")] string? requestKey,
        [FromServices] Wishes wishes,
        [FromServices] KeyHolder key,
        HostDesk desk,
        PracticeDb db,
        CancellationToken cancellation)
    {
        var once = wishes.Key(requestKey);
        var start = wishes.Moment("start", request.Start);
        var details = new BookingDetails(request.Name, request.Email, request.Phone, "", "", request.Language, null);
        wishes.Check(details, needsConsent: false);
        var wish = await wishes.ReadAsync(request.Service, request.Minutes, request.AddOns ?? [], request.Therapist, cancellation);
        if (wish is null || wishes.Problems.Count > 0)
        {
            return TypedResults.ValidationProblem(wishes.Problems, title: "This session cannot be booked");
        }

        key.Note("appointment.booked", "appointment", "");
        var booking = new HostBooking(wish, start!.Value, request.Room is { } room ? new RoomId(room) : null, new HostClient(null, details), request.OutsideHours, request.TellClient);
        return await AnswerAsync(await desk.BookAsync(key.Host, booking, once!.Value, cancellation), db, cancellation);
    }

    private static async Task<Results<Ok<Entry>, ValidationProblem, ProblemHttpResult>> MoveAsync(
        Guid id, MoveRequest request, [FromServices] Wishes wishes, [FromServices] KeyHolder key, HostDesk desk, PracticeDb db, CancellationToken cancellation)
    {
        if (wishes.Moment("start", request.Start) is not { } start)
        {
            return TypedResults.ValidationProblem(wishes.Problems, title: "This appointment cannot be moved");
        }

        key.Note("appointment.moved", "appointment", id.ToString());
        var move = new HostMove(request.Version, start, new TherapistId(request.Therapist), request.Room is { } room ? new RoomId(room) : null, request.OutsideHours, request.TellClient);
        return await AnswerAsync(await desk.MoveAsync(key.Host, new AppointmentId(id), move, cancellation), db, cancellation);
    }

    private static async Task<Results<Ok<Entry>, ValidationProblem, ProblemHttpResult>> ChangeAsync(
        Guid id, ChangeRequest request, [FromServices] Wishes wishes, [FromServices] KeyHolder key, HostDesk desk, PracticeDb db, CancellationToken cancellation)
    {
        if (request.Reason.Length > HostDesk.LongestReason)
        {
            wishes.Say("reason", $"It is longer than {HostDesk.LongestReason} characters.");
        }

        var (host, appointment, version) = (key.Host, new AppointmentId(id), request.Version);
        Func<Task<HostOutcome>>? change = request.Change switch
        {
            "cancel" => () => desk.CancelAsync(host, appointment, version, request.Reason, request.TellClient, cancellation),
            "decline" => () => desk.DeclineAsync(host, appointment, version, request.Reason, request.TellClient, cancellation),
            "approve" => () => desk.ApproveAsync(host, appointment, version, cancellation),
            "done" => () => desk.MarkDoneAsync(host, appointment, version, cancellation),
            "no-show" => () => desk.MarkNoShowAsync(host, appointment, version, cancellation),
            "undo" => () => desk.UndoAsync(host, appointment, version, cancellation),
            _ => null,
        };
        if (change is null)
        {
            wishes.Say("change", "Say cancel, approve, decline, done, no-show or undo.");
        }

        if (wishes.Problems.Count > 0)
        {
            return TypedResults.ValidationProblem(wishes.Problems, title: "This appointment cannot be changed");
        }

        key.Note("appointment.changed", "appointment", id.ToString());
        return await AnswerAsync(await change!(), db, cancellation);
    }

    private static async Task<Results<Ok<Entry>, ValidationProblem, ProblemHttpResult>> AnswerAsync(HostOutcome outcome, PracticeDb db, CancellationToken cancellation) => outcome switch
    {
        HostOutcome.Done { Appointment.Id: var id } => TypedResults.Ok(EntryOf(await db.Appointments.AsNoTracking().Include(each => each.Service).SingleAsync(each => each.Id == id, cancellation))),
        HostOutcome.Taken taken => Answers.Taken(taken.Nearest),
        HostOutcome.OutsideHours outside => Answers.OutsideHours(outside.Nearest),
        HostOutcome.NoSuchTime => Answers.NoSuchTime(),
        HostOutcome.TooEarly => Answers.TooEarly(),
        HostOutcome.NotOffered => Answers.NotOffered(),
        _ => Answers.Changed(),
    };

    private static Entry EntryOf(Appointment found) => new(
        found.Id.Value, found.State.ToString(), found.StartsAtUtc, found.EndsAtUtc, found.Service?.Slug, found.TherapistId.Value, found.RoomId?.Value, found.ClientId?.Value,
        found.AddOns, found.PriceCents, found.Version);
}
