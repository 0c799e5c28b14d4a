using System.Collections.Immutable;
using System.Globalization;
using Unknot.Charts.Papers;
using Unknot.Practice.Receipts;

namespace Unknot.Web.Hosting;

/// <summary>A receipt as its page and its PDF show it, word for word the same.</summary>
internal static class ReceiptPaper
{
    internal const string PlanDecides =
        "Whether this care is reimbursed is decided by your health plan. Most plans ask for a letter of medical necessity from a licensed clinician. This receipt gives no diagnosis.";

    /// <param name="isCopy">A reprint says so.</param>
    internal static PaperText Of(SeenReceipt seen, bool isCopy)
    {
        var document = seen.Document;
        return new PaperText
        {
            Title = $"Receipt {document.Number}, {document.From.Name}",
            From = document.From.Name,
            FromLines = HeadOf(document.From),
            Kind = "Receipt",
            Marks = [new("Number", document.Number), new("Issued", ReceiptWords.Day(document.IssuedOn))],
            Notices = NoticesOf(seen, isCopy),
            Blocks = BlocksOf(document),
            Foot = $"Receipt {document.Number} · {document.From.Name}",
            Date = document.IssuedOn,
        };
    }

    internal static ImmutableArray<string> HeadOf(ReceiptDocument.Practice practice) =>
    [
        .. practice.LegalName.Length > 0 ? new[] { practice.LegalName } : [],
        .. practice.Address,
        practice.Phone,
        .. practice.TaxId.Length > 0 ? new[] { $"Tax ID (EIN) {practice.TaxId}" } : [],
    ];

    internal static PaperFact By(string name, ReceiptDocument.Provider provider) => new(name,
    [
        $"{provider.Name}, {provider.Credential}",
        $"License {provider.LicenceNumber} ({provider.LicenceState})",
        .. provider.Npi.Length > 0 ? new[] { $"NPI {provider.Npi}" } : [],
    ]);

    private static ImmutableArray<string> NoticesOf(SeenReceipt seen, bool isCopy) =>
    [
        .. isCopy ? new[] { "Copy" } : [],
        .. seen.ReplacedBy is { } newer ? new[] { $"No longer in force: replaced by receipt {newer}." } : [],
        .. seen.Document.Corrects is { } old ? new[] { $"This receipt replaces {old.Number}. Reason: {old.Reason}" } : [],
    ];

    private static ImmutableArray<PaperBlock> BlocksOf(ReceiptDocument document)
    {
        var blocks = ImmutableArray.CreateBuilder<PaperBlock>();
        string Amount(int cents) => Money.Words(cents, document.Currency);
        var isCare = !document.Care.IsEmpty;
        blocks.Add(new PaperBlock.Facts(
        [
            new(isCare ? "Patient" : "Client", document.Patient),
            .. document.Payer.Length > 0 ? new PaperFact[] { new("Paid by", document.Payer) } : [],
            By(isCare ? "Treated by" : "Therapist", document.By),
        ]));
        if (isCare)
        {
            AddCare(document, blocks, Amount);
        }
        else
        {
            blocks.Add(new PaperBlock.Words($"No care was given. The session was agreed for {ReceiptWords.Day(document.VisitOn)}."));
        }

        if (!document.NotCare.IsEmpty)
        {
            blocks.Add(new PaperBlock.Table(
                "Not medical care",
                "What was paid for other things than care",
                [new("Received", 1.5f), new("For", 3), new("Method", 1.5f), new("Amount", 1, IsAmount: true)],
                [.. document.NotCare.Select(line => Row(PaperCell.Of(ReceiptWords.Day(line.ReceivedOn)), PaperCell.Of(ReceiptWords.Of(line.Purpose)), PaperCell.Of(ReceiptWords.Of(line.Method)), PaperCell.Of(Amount(line.AmountCents))))],
                [Row(PaperCell.Of("Total that is not care"), PaperCell.Empty, PaperCell.Empty, PaperCell.Of(Amount(document.NotCareCents)))],
                IsApart: true));
        }

        blocks.Add(new PaperBlock.Words(document.NotCare.IsEmpty || !isCare
            ? $"Total received: {Amount(document.ReceivedCents)}"
            : $"Total received: {Amount(document.ReceivedCents)}, of which {Amount(document.CarePaidCents)} for care", IsStrong: true));
        if (isCare)
        {
            blocks.Add(new PaperBlock.Words(PlanDecides));
        }

        return blocks.ToImmutable();
    }

    private static void AddCare(ReceiptDocument document, ImmutableArray<PaperBlock>.Builder blocks, Func<int, string> amount)
    {
        blocks.Add(new PaperBlock.Table(
            "Care",
            "What was done and what it cost",
            [new("Date of service", 1.6f), new("Description", 2.7f), new("Charged", 1, IsAmount: true), new("Discount", 1, IsAmount: true), new("Paid", 1, IsAmount: true), new("Balance", 1, IsAmount: true)],
            [.. document.Care.Select(line => Row(
                PaperCell.Of(ReceiptWords.Day(line.Day), $"{ReceiptWords.Clock(line.Starts)} – {ReceiptWords.Clock(line.Ends)}", string.Create(CultureInfo.InvariantCulture, $"{line.Minutes} minutes")),
                new PaperCell([line.Description, .. line.Code.Length > 0 ? new[] { $"Code {line.Code}" } : [], line.Place]),
                PaperCell.Of(amount(line.ChargedCents)),
                PaperCell.Of(amount(line.DiscountCents)),
                PaperCell.Of(amount(line.PaidCents)),
                PaperCell.Of(amount(line.BalanceCents))))],
            []));
        var payments = document.Care.SelectMany(line => line.Payments).ToImmutableArray();
        if (!payments.IsEmpty)
        {
            blocks.Add(new PaperBlock.Table(
                "Paid for care",
                "Payments for the care",
                [new("Received", 1.5f), new("Method", 4.5f), new("Amount", 1, IsAmount: true)],
                [.. payments.Select(payment => Row(PaperCell.Of(ReceiptWords.Day(payment.ReceivedOn)), PaperCell.Of(ReceiptWords.Of(payment.Method)), PaperCell.Of(amount(payment.AmountCents))))],
                [Row(PaperCell.Of(document.CareBalanceCents == 0 ? "Paid in full" : $"Balance due {amount(document.CareBalanceCents)}"), PaperCell.Empty, PaperCell.Of(amount(document.CarePaidCents)))]));
        }
        else if (document.CareBalanceCents > 0)
        {
            blocks.Add(new PaperBlock.Words($"Nothing was paid for this care yet. Balance due {amount(document.CareBalanceCents)}"));
        }

        if (document.LetterOfNecessity is { } letter)
        {
            blocks.Add(new PaperBlock.Facts([new("Letter of medical necessity on file",
            [
                letter.Reference,
                .. letter.ValidUntil is { } until ? new[] { $"Valid until {ReceiptWords.Day(until)}" } : [],
            ])]));
        }
    }

    internal static ImmutableArray<PaperCell> Row(params ReadOnlySpan<PaperCell> cells) => [.. cells];
}
