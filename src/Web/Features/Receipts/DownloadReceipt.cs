using Unknot.Practice.Receipts;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Receipts;

/// <summary><c>GET /receipts/{token}/receipt.pdf</c>: the receipt of a link as a file.</summary>
internal static class DownloadReceipt
{
    internal static void MapReceiptFiles(this IEndpointRouteBuilder app) => app.MapGet("/receipts/{token}/receipt.pdf", HandleAsync).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(string token, HttpContext context, ReceiptDesk desk, ReceiptAddresses addresses, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return addresses.Read(token) is { } leads && await desk.FindAsync(leads.Id, cancellation) is { } seen
            ? ReceiptSetup.Pdf(context, ReceiptPaper.Of(seen, leads.IsCopy), ReceiptSetup.PaperFor(context.Request, seen.Document.From.Country), $"receipt-{seen.Document.Number}")
            : TypedResults.NotFound();
    }
}
