using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Receipts;

namespace Unknot.Web.Features.BookingApi;

/// <summary><c>/api/v1/practice/receipts</c> and payments, for the practice's own programs.</summary>
public static class PracticeReceipts
{
    private const int MostDays = 366;

    public sealed record Response(ImmutableArray<Entry> Receipts);

    public sealed record Entry(Guid Id, string Number, Guid Appointment, Guid Client, DateOnly ServiceDate, DateTime IssuedAt, [property: Description("Number of the receipt that replaces it; null for none.")] string? ReplacedBy);

    public sealed record Whole(Entry Receipt, [property: Description("All that the receipt says.")] JsonNode Document);

    public sealed record PaymentRequest(
        [property: Description("A UUID made up for this payment: sent twice, it is recorded once.")] Guid Id,
        [property: Description("Cash, CardTerminal, Transfer or Check.")] string Method,
        [property: Description("Care, Tip, Fee or Product.")] string Purpose,
        int AmountCents,
        [property: Description("Day it was received, in the practice's zone.")] DateOnly ReceivedOn,
        [property: Description("Number of a slip; never of a card.")] string Reference = "");

    public sealed record PaymentAnswer(Guid Id);

    internal static void Map(RouteGroupBuilder practice)
    {
        practice.MapGet("/receipts", ListAsync)
            .RequireAuthorization(KeyHandler.Reading).WithTags("Practice").WithName("ListReceipts").WithSummary("List the receipts issued on some days")
            .WithDescription($"Days are the practice's; both are included, at most {MostDays} of them.");
        practice.MapGet("/receipts/{id:guid}", ShowAsync)
            .RequireAuthorization(KeyHandler.Reading).WithTags("Practice").WithName("ShowReceipt").WithSummary("Show one receipt").ProducesProblem(StatusCodes.Status404NotFound);
        practice.MapPost("/appointments/{id:guid}/payments", PayAsync)
            .RequireAuthorization(KeyHandler.Writing).WithTags("Practice").WithName("RecordPayment").WithSummary("Record what was paid for a visit")
            .ProducesProblem(StatusCodes.Status404NotFound);
        practice.MapPost("/appointments/{id:guid}/receipt", IssueAsync)
            .RequireAuthorization(KeyHandler.Writing).WithTags("Practice").WithName("IssueReceipt").WithSummary("Issue the receipt of a visit")
            .WithDescription("It says what is recorded of the visit, and is never changed. Asked for again, it is the same receipt.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<Response>, ValidationProblem>> ListAsync(
        string from, string to, [FromServices] Wishes wishes, [FromServices] KeyHolder key, ReceiptBook book, CancellationToken cancellation)
    {
        var (first, last) = (wishes.Day("from", from), wishes.Day("to", to));
        if (first is { } one && last is { } other && (other < one || Period.DaysBetween(one, other) >= MostDays))
        {
            wishes.Say("to", $"It must be the first day or one of the {MostDays - 1} after it.");
        }

        if (wishes.Problems.Count > 0)
        {
            return TypedResults.ValidationProblem(wishes.Problems, title: "These receipts cannot be listed");
        }

        var lines = await book.IssuedAsync(key.Viewer, first!.Value.ToDateOnly(), last!.Value.ToDateOnly(), cancellation);
        await key.NoteReadAsync("receipts.listed", "receipts", "", cancellation);
        return TypedResults.Ok(new Response([.. lines.Select(line => EntryOf(line.Receipt, line.ReplacedBy))]));
    }

    private static async Task<Results<Ok<Whole>, ProblemHttpResult>> ShowAsync(Guid id, [FromServices] KeyHolder key, ReceiptDesk desk, CancellationToken cancellation) =>
        await desk.SeeAsync(key.Viewer, new ReceiptId(id), "api", cancellation) is { } seen
            ? TypedResults.Ok(new Whole(EntryOf(seen.Receipt, seen.ReplacedBy), JsonNode.Parse(seen.Receipt.Document)!))
            : Answers.NoSuch("receipt");

    private static async Task<Results<Ok<PaymentAnswer>, ValidationProblem, ProblemHttpResult>> PayAsync(
        Guid id, PaymentRequest request, [FromServices] Wishes wishes, [FromServices] KeyHolder key, PaymentDesk desk, CancellationToken cancellation)
    {
        var (method, purpose) = (wishes.OneOf<PaymentMethod>("method", request.Method), wishes.OneOf<PaymentPurpose>("purpose", request.Purpose));
        if (wishes.Problems.Count > 0)
        {
            return TypedResults.ValidationProblem(wishes.Problems, title: "This payment cannot be recorded");
        }

        key.Note("payment.recorded", "appointment", id.ToString());
        var draft = new PaymentDraft(new PaymentId(request.Id), method, purpose, request.AmountCents, request.ReceivedOn, request.Reference);
        return await desk.RecordAsync(key.Viewer, new AppointmentId(id), draft, cancellation) switch
        {
            PaymentOutcome.Recorded recorded => TypedResults.Ok(new PaymentAnswer(recorded.Payment.Id.Value)),
            PaymentOutcome.Refused refused => Refused(refused.Problems, "This payment cannot be recorded"),
            _ => Answers.NoSuch("appointment"),
        };
    }

    private static async Task<Results<Ok<Whole>, ValidationProblem, ProblemHttpResult>> IssueAsync(Guid id, [FromServices] KeyHolder key, ReceiptDesk desk, CancellationToken cancellation)
    {
        var wanted = new AppointmentId(id);
        if (await desk.VisitAsync(key.Viewer, wanted, cancellation) is not { } visit)
        {
            return Answers.NoSuch("appointment");
        }

        key.Note("receipt.issued", "appointment", id.ToString());
        var outcome = await desk.IssueAsync(key.Viewer, wanted, visit.FirstWish(), cancellation);
        if (outcome is ReceiptOutcome.Refused refused)
        {
            return Refused(refused.Problems, "This receipt cannot be issued");
        }

        var receipt = outcome switch
        {
            ReceiptOutcome.Issued issued => issued.Receipt.Id,
            ReceiptOutcome.AlreadyThere there => there.Id,
            _ => (ReceiptId?)null,
        };
        return receipt is { } known && await desk.SeeAsync(key.Viewer, known, "api", cancellation) is { } seen
            ? TypedResults.Ok(new Whole(EntryOf(seen.Receipt, seen.ReplacedBy), JsonNode.Parse(seen.Receipt.Document)!))
            : Answers.NoSuch("appointment");
    }

    private static ValidationProblem Refused(ImmutableArray<ReceiptProblem> problems, string title) => TypedResults.ValidationProblem(
        problems.GroupBy(problem => problem.Field, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Select(problem => problem.Text).ToArray(), StringComparer.Ordinal), title: title);

    private static Entry EntryOf(Receipt receipt, ReceiptNumber? replacedBy) => new(
        receipt.Id.Value, new ReceiptNumber(receipt.Year, receipt.Number).ToString(), receipt.AppointmentId.Value, receipt.ClientId.Value, receipt.ServiceDate, receipt.IssuedAtUtc, replacedBy?.ToString());
}
