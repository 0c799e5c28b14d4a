using System.Collections.Immutable;
using System.Globalization;
using Unknot.Charts.Papers;
using Unknot.Practice.Receipts;

namespace Unknot.Web.Hosting;

/// <summary>All visits of a plan year as a page and a PDF show them, word for word the same.</summary>
internal static class SummaryPaper
{
    /// <returns>Null when there is no receipt to sum up.</returns>
    internal static PaperText? Of(YearSummary summary)
    {
        if (summary.Receipts.IsEmpty)
        {
            return null;
        }

        // As the practice was when it issued the last of them.
        var documents = summary.Receipts.Select(entry => entry.Document).ToImmutableArray();
        var newest = documents.MaxBy(document => (document.IssuedOn, document.Number))!;
        var year = summary.Year.ToString(CultureInfo.InvariantCulture);
        return new PaperText
        {
            Title = $"Summary of visits in {year}, {newest.From.Name}",
            From = newest.From.Name,
            FromLines = ReceiptPaper.HeadOf(newest.From),
            Kind = "Year summary",
            Marks = [new("Visits in", year), new("Last receipt issued", ReceiptWords.Day(newest.IssuedOn))],
            Notices = ["This is a summary of receipts and not a receipt."],
            Blocks = BlocksOf(summary, documents),
            Foot = $"Summary of visits in {year} · {newest.From.Name}",
            Date = newest.IssuedOn,
        };
    }

    private static ImmutableArray<PaperBlock> BlocksOf(YearSummary summary, ImmutableArray<ReceiptDocument> documents)
    {
        var patients = documents.Select(document => document.Patient).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var payers = documents.Select(document => document.Payer).Where(payer => payer.Length > 0).Distinct(StringComparer.Ordinal).ToImmutableArray();
        var blocks = ImmutableArray.CreateBuilder<PaperBlock>();
        blocks.Add(new PaperBlock.Facts(
        [
            new(patients.Length == 1 ? "Patient" : "Patients", patients),
            .. payers.IsEmpty ? Enumerable.Empty<PaperFact>() : [new PaperFact("Paid by", payers)],
            .. documents.Select(document => document.By).Distinct().Select(provider => ReceiptPaper.By("Treated by", provider)),
        ]));
        if (summary.Only is { } only)
        {
            blocks.Add(new PaperBlock.Words($"Only visits with {only} are in this summary."));
        }

        AddCare(summary, documents, patients.Length > 1, blocks);
        AddNotCare(summary, documents, blocks);
        blocks.Add(new PaperBlock.Words($"Visits are listed by the day of service. Of corrected receipts only the last one counts. {ReceiptPaper.PlanDecides.Replace("This receipt", "This summary", StringComparison.Ordinal)}"));
        return blocks.ToImmutable();
    }

    private static void AddCare(YearSummary summary, ImmutableArray<ReceiptDocument> documents, bool namesPatients, ImmutableArray<PaperBlock>.Builder blocks)
    {
        var lines = documents.SelectMany(document => document.Care.Select(line => (Document: document, Line: line))).ToImmutableArray();
        if (lines.IsEmpty)
        {
            return;
        }

        blocks.Add(new PaperBlock.Table(
            "Care",
            "Visits with what was done and what it cost",
            [
                new("Date of service", 1.95f), new("Receipt", 1.1f), new("Description", 2.1f),
                new("Charged", 1, IsAmount: true), new("Discount", 1, IsAmount: true), new("Paid", 1, IsAmount: true), new("Balance", 1, IsAmount: true),
            ],
            [.. lines.Select(each => ReceiptPaper.Row(
                PaperCell.Of(ReceiptWords.Day(each.Line.Day), $"{ReceiptWords.Clock(each.Line.Starts)} – {ReceiptWords.Clock(each.Line.Ends)}"),
                PaperCell.Of(each.Document.Number),
                new PaperCell(
                [
                    each.Line.Description,
                    string.Create(CultureInfo.InvariantCulture, $"{each.Line.Minutes} minutes, {each.Document.By.Name}"),
                    .. each.Line.Code.Length > 0 ? new[] { $"Code {each.Line.Code}" } : [],
                    .. namesPatients ? new[] { $"Patient: {each.Document.Patient}" } : [],
                ]),
                Amount(each.Line.ChargedCents, each.Document.Currency),
                Amount(each.Line.DiscountCents, each.Document.Currency),
                Amount(each.Line.PaidCents, each.Document.Currency),
                Amount(each.Line.BalanceCents, each.Document.Currency)))],
            [.. summary.Sums.Select(sum => ReceiptPaper.Row(
                PaperCell.Of("Total for care"),
                PaperCell.Empty,
                PaperCell.Of(lines.Length == 1 ? "1 visit" : string.Create(CultureInfo.InvariantCulture, $"{lines.Length} visits")),
                Amount(sum.Charged, sum.Currency),
                Amount(sum.Discount, sum.Currency),
                Amount(sum.Paid, sum.Currency),
                Amount(sum.Balance, sum.Currency)))]));
    }

    private static void AddNotCare(YearSummary summary, ImmutableArray<ReceiptDocument> documents, ImmutableArray<PaperBlock>.Builder blocks)
    {
        var lines = documents.SelectMany(document => document.NotCare.Select(line => (Document: document, Line: line))).ToImmutableArray();
        if (lines.IsEmpty)
        {
            return;
        }

        blocks.Add(new PaperBlock.Table(
            "Not medical care",
            "What was paid for other things than care",
            [new("Received", 1.5f), new("Receipt", 1), new("For", 2.5f), new("Method", 1.3f), new("Amount", 1, IsAmount: true)],
            [.. lines.Select(each => ReceiptPaper.Row(
                PaperCell.Of(ReceiptWords.Day(each.Line.ReceivedOn)),
                PaperCell.Of(each.Document.Number),
                PaperCell.Of(ReceiptWords.Of(each.Line.Purpose)),
                PaperCell.Of(ReceiptWords.Of(each.Line.Method)),
                Amount(each.Line.AmountCents, each.Document.Currency)))],
            [.. summary.Sums.Where(sum => sum.NotCare > 0).Select(sum => ReceiptPaper.Row(PaperCell.Of("Total that is not care"), PaperCell.Empty, PaperCell.Empty, PaperCell.Empty, Amount(sum.NotCare, sum.Currency)))],
            IsApart: true));
    }

    private static PaperCell Amount(long cents, string currency) => PaperCell.Of(Money.Words(cents, currency));
}
