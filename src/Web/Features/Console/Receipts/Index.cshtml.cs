using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Receipts;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Receipts;

/// <summary><c>/console/receipts</c>: what was issued and received in a month and on a day, and a receipt by its number.</summary>
public sealed class IndexModel(PracticeDb db, ReceiptBook book, TimeProvider time) : PageModel
{
    public Month Month { get; private set; }

    /// <summary>The day whose money is counted.</summary>
    public DateOnly Day { get; private set; }

    public string Currency { get; private set; } = "";

    public ImmutableArray<BookLine> Receipts { get; private set; } = [];

    public ImmutableArray<Payment> PaymentsOfDay { get; private set; } = [];

    public CashUp OfDay { get; private set; } = CashUp.Of([]);

    public CashUp OfMonth { get; private set; } = CashUp.Of([]);

    /// <summary>What was looked for and is not there; null when nothing was.</summary>
    public string? NotFoundNumber { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var viewer = User.Viewer();
        if (Request.Query["number"].ToString() is { Length: > 0 } wanted)
        {
            if (ReceiptNumber.TryParse(wanted, out var number) && await book.FindAsync(viewer, number, cancellation) is { } found)
            {
                return LocalRedirect($"/console/receipts/{found}");
            }

            NotFoundNumber = wanted;
        }

        var today = await PracticeDay.TodayAsync(db, time, cancellation);
        var asked = DateOnly.TryParseExact(Request.Query["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200;
        Month = Month.Of(Request.Query["month"], asked ? day : today);
        Day = asked ? day : today >= Month.First && today <= Month.Last ? today : Month.Last;
        Currency = await db.BookingSettings.Select(settings => settings.Currency).FirstOrDefaultAsync(cancellation) ?? "USD";
        Receipts = await book.IssuedAsync(viewer, Month.First, Month.Last, cancellation);
        PaymentsOfDay = await book.PaymentsAsync(viewer, Day, Day, cancellation);
        OfDay = CashUp.Of(PaymentsOfDay);
        OfMonth = CashUp.Of(await book.PaymentsAsync(viewer, Month.First, Month.Last, cancellation));
        await book.NoteAsync(viewer, "receipts.listed", Month.ToString(), cancellation);
        return Page();
    }
}
