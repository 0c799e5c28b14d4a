using System.Security.Claims;
using Unknot.Charts.Papers;
using Unknot.Charts.Sheets;
using Unknot.Practice.People;
using Unknot.Practice.Receipts;

namespace Unknot.Web.Hosting;

internal static class ReceiptSetup
{
    internal static IServiceCollection AddReceipts(this IServiceCollection services) => services
        .AddScoped<PaymentDesk>()
        .AddScoped<ReceiptDesk>()
        .AddScoped<ReceiptBook>()
        .AddScoped<ReceiptMail>()
        .AddScoped<YearDesk>()
        .AddSingleton<ReceiptAddresses>();

    /// <exception cref="InvalidOperationException">Nobody is signed in; the page should not have been reached.</exception>
    internal static Viewer Viewer(this ClaimsPrincipal who) => new(who.PersonId(), who.IsInRole(PracticeRole.Owner));

    /// <summary>The paper that was asked for (<c>?paper=a4</c>), or else the one of the practice's country.</summary>
    internal static Paper PaperFor(HttpRequest request, string country) => Paper.Find(request.Query["paper"].ToString()) is { } asked && asked != Paper.A3 ? asked : PaperPress.PaperOf(country);

    /// <summary>A file to be shown; nobody on the way keeps it.</summary>
    internal static IResult Pdf(HttpContext context, PaperText text, Paper paper, string name)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentDisposition = $"inline; filename=\"{name}.pdf\"";
        return TypedResults.Bytes(PaperPress.ToPdf(text, paper), "application/pdf");
    }
}
