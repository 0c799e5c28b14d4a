using System.Globalization;
using Unknot.Practice.Booking;
using Unknot.Practice.Receipts;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Receipts;

/// <summary>Files for the practice: a receipt, a year summary, and lists for the bookkeeping.</summary>
internal static class DownloadReceipts
{
    internal static void MapConsoleReceiptFiles(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/console/receipts").RequireAuthorization(Policies.Therapist).ExcludeFromDescription();
        Map("/{id:guid}.pdf", ReceiptAsync);
        Map("/year/{client:guid}/{year:int}.pdf", YearAsync);
        Map("/receipts.csv", ReceiptListAsync);
        Map("/payments.csv", PaymentListAsync);

        // Pages have addresses of the same shape and take posts: without a route of its own a post would be "not found" before its token is asked for.
        void Map(string pattern, Delegate handler)
        {
            files.MapGet(pattern, handler);
            files.MapPost(pattern, static () => TypedResults.StatusCode(StatusCodes.Status405MethodNotAllowed));
        }
    }

    private static async Task<IResult> ReceiptAsync(Guid id, HttpContext context, ReceiptDesk desk, CancellationToken cancellation)
    {
        var isCopy = context.Request.Query.ContainsKey("copy");
        return await desk.SeeAsync(context.User.Viewer(), ReceiptId.Of(id), isCopy ? "pdf, copy" : "pdf", cancellation) is { } seen
            ? ReceiptSetup.Pdf(context, ReceiptPaper.Of(seen, isCopy), ReceiptSetup.PaperFor(context.Request, seen.Document.From.Country), $"receipt-{seen.Document.Number}")
            : TypedResults.NotFound();
    }

    private static async Task<IResult> YearAsync(Guid client, int year, HttpContext context, YearDesk desk, CancellationToken cancellation) =>
        await desk.SeeAsync(context.User.Viewer(), new ClientId(client), year, "pdf", cancellation) is { } summary && SummaryPaper.Of(summary) is { } paper
            ? ReceiptSetup.Pdf(context, paper, ReceiptSetup.PaperFor(context.Request, summary.Receipts[^1].Document.From.Country), string.Create(CultureInfo.InvariantCulture, $"visits-{year}"))
            : TypedResults.NotFound();

    /// <summary>No names and no descriptions: the number leads to them, and a bookkeeper needs neither.</summary>
    private static async Task<IResult> ReceiptListAsync(HttpContext context, ReceiptBook book, TimeProvider time, CancellationToken cancellation)
    {
        var (viewer, month) = (context.User.Viewer(), Month.Of(context.Request.Query["month"], DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        var file = new CsvFile("Number", "Issued", "Date of visit", "Therapist", "Charged", "Discount", "Paid for care", "Balance", "Tips", "Fees", "Products", "Currency", "Replaces", "Replaced by");
        foreach (var (_, document, replacedBy) in await book.IssuedAsync(viewer, month.First, month.Last, cancellation))
        {
            string Other(PaymentPurpose purpose) => Money.Plain(document.NotCare.Where(line => line.Purpose == purpose).Sum(line => line.AmountCents));
            file.Add(
                document.Number,
                Iso(document.IssuedOn),
                Iso(document.VisitOn),
                document.By.Name,
                Money.Plain(document.CareChargedCents),
                Money.Plain(document.CareDiscountCents),
                Money.Plain(document.CarePaidCents),
                Money.Plain(document.CareBalanceCents),
                Other(PaymentPurpose.Tip),
                Other(PaymentPurpose.Fee),
                Other(PaymentPurpose.Product),
                document.Currency,
                document.Corrects?.Number ?? "",
                replacedBy?.ToString() ?? "");
        }

        await book.NoteAsync(viewer, "receipts.exported", $"receipts of {month}", cancellation);
        return TypedResults.File(file.ToBytes(), "text/csv; charset=utf-8", $"receipts-{month}.csv");
    }

    private static async Task<IResult> PaymentListAsync(HttpContext context, ReceiptBook book, TimeProvider time, CancellationToken cancellation)
    {
        var (viewer, month) = (context.User.Viewer(), Month.Of(context.Request.Query["month"], DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)));
        var file = new CsvFile("Received", "Method", "Purpose", "Amount", "Reference", "Withdrawn", "Visit");
        foreach (var payment in await book.PaymentsAsync(viewer, month.First, month.Last, cancellation))
        {
            file.Add(Iso(payment.ReceivedOn), payment.Method.ToString(), payment.Purpose.ToString(), Money.Plain(payment.AmountCents), payment.Reference, payment.WithdrawnAtUtc is null ? "" : "yes", payment.AppointmentId.ToString());
        }

        await book.NoteAsync(viewer, "receipts.exported", $"payments of {month}", cancellation);
        return TypedResults.File(file.ToBytes(), "text/csv; charset=utf-8", $"payments-{month}.csv");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
