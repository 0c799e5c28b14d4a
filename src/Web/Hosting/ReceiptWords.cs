using System.Globalization;
using Unknot.Practice.Receipts;

namespace Unknot.Web.Hosting;

/// <summary>Words of receipts and of the pages about them. Receipts are written in English.</summary>
internal static class ReceiptWords
{
    internal static string Day(DateOnly day) => day.ToString("MMMM d, yyyy", CultureInfo.InvariantCulture);

    internal static string Clock(TimeOnly time) => time.ToString("h:mm tt", CultureInfo.InvariantCulture);

    internal static string Of(PaymentMethod method) => method switch
    {
        PaymentMethod.Cash => "Cash",
        PaymentMethod.CardTerminal => "Card",
        PaymentMethod.Transfer => "Bank transfer",
        PaymentMethod.Check => "Check",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    internal static string Of(PaymentPurpose purpose) => purpose switch
    {
        PaymentPurpose.Care => "Care",
        PaymentPurpose.Tip => "Tip",
        PaymentPurpose.Fee => "Fee for cancelling late or not coming",
        PaymentPurpose.Product => "Product",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
