using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Unknot.Practice.Receipts;

/// <summary>Puts a receipt's document together, or says all that is missing for it.</summary>
internal static partial class ReceiptWriter
{
    private const int LongestText = 300;
    private const int LongestCode = 20;

    /// <param name="number">Of the new receipt.</param>
    /// <param name="corrects">What the new receipt replaces; null for nothing.</param>
    /// <param name="problems">Empty when there is a document.</param>
    internal static ReceiptDocument? Write(Visit visit, ReceiptWish wish, string number, DateOnly today, DateTime now, ReceiptDocument.Correction? corrects, out ImmutableArray<ReceiptProblem> problems)
    {
        var clean = new ReceiptWish(OneLine.Of(wish.Patient), OneLine.Of(wish.Payer), OneLine.Of(wish.Description), OneLine.Of(wish.Code), OneLine.Of(wish.Place), wish.DiscountCents);
        var found = ImmutableArray.CreateBuilder<ReceiptProblem>();
        Missing(visit, found);
        Wrong(visit, clean, corrects, now, found);
        problems = found.ToImmutable();
        if (!problems.IsEmpty)
        {
            return null;
        }

        var counted = visit.Payments.Where(payment => payment.WithdrawnAtUtc is null).ToList();
        var (practice, booking, therapist, client) = (visit.Practice, visit.Booking, visit.Appointment.Therapist!, visit.Appointment.Client!);
        return new ReceiptDocument
        {
            Form = ReceiptDocument.ThisForm,
            Number = number,
            IssuedOn = today,
            Currency = booking.Currency,
            From = new(practice.Name, booking.LegalName == practice.Name ? "" : booking.LegalName, visit.AddressLines(), practice.Country, practice.Phone, booking.TaxId),
            By = new(therapist.Name, therapist.Credential, therapist.LicenceNumber, therapist.LicenceState, therapist.Npi),
            Patient = clean.Patient,
            Payer = clean.Payer == clean.Patient ? "" : clean.Payer,
            VisitOn = visit.Day,
            Care = visit.FellThrough ? [] : [LineOf(visit, clean, counted)],
            NotCare = [.. counted.Where(payment => payment.Purpose is not PaymentPurpose.Care).Select(payment => new ReceiptDocument.OtherLine(payment.ReceivedOn, payment.Purpose, payment.Method, payment.AmountCents))],

            // A letter says something about care while it holds, and nothing about a fee.
            LetterOfNecessity = OneLine.Of(client.LetterReference) is { Length: > 0 } letter && !visit.FellThrough && !(client.LetterValidUntil < visit.Day)
                ? new(letter, client.LetterValidUntil)
                : null,
            Corrects = corrects,
        };
    }

    private static ReceiptDocument.CareLine LineOf(Visit visit, ReceiptWish wish, List<Payment> counted)
    {
        var payments = counted.Where(payment => payment.Purpose is PaymentPurpose.Care).Select(payment => new ReceiptDocument.CarePayment(payment.ReceivedOn, payment.Method, payment.AmountCents)).ToImmutableArray();
        var (charged, paid) = (visit.Appointment.PriceCents, payments.Sum(payment => payment.AmountCents));
        return new(visit.Day, visit.Starts, visit.Ends, visit.Minutes, wish.Description, wish.Code, wish.Place, charged, wish.DiscountCents, paid, payments, charged - wish.DiscountCents - paid);
    }

    /// <summary>What must have been set before.</summary>
    private static void Missing(Visit visit, ImmutableArray<ReceiptProblem>.Builder problems)
    {
        var (practice, therapist) = (visit.Practice, visit.Appointment.Therapist!);
        Need(practice.Version > 0 && practice.Name.Length > 0, "The practice has no name yet.", ReceiptProblem.Where.Site);
        Need(practice.Street.Length > 0 && practice.City.Length > 0, "The practice has no address yet.", ReceiptProblem.Where.Site);
        Need(practice.Phone.Length > 0, "The practice has no telephone number yet.", ReceiptProblem.Where.Site);
        Need(therapist.Name.Length > 0, "The therapist has no name.", ReceiptProblem.Where.Offer);
        Need(therapist.Credential.Length > 0, $"{therapist.Name} has no credential yet, such as LMT.", ReceiptProblem.Where.Offer);
        Need(therapist.LicenceNumber.Length > 0, $"{therapist.Name} has no licence number yet.", ReceiptProblem.Where.Offer);
        Need(therapist.LicenceState.Length > 0, $"The state that gave {therapist.Name} the licence is not set yet.", ReceiptProblem.Where.Offer);
        Need(!PersonalNumber().IsMatch(visit.Booking.TaxId), "The tax id looks like a person's social security number, which never stands on a receipt. An employer identification number is written 12-3456789.", ReceiptProblem.Where.Offer);

        void Need(bool isThere, string text, ReceiptProblem.Where place)
        {
            if (!isThere)
            {
                problems.Add(new ReceiptProblem("", text, place));
            }
        }
    }

    private static void Wrong(Visit visit, ReceiptWish wish, ReceiptDocument.Correction? corrects, DateTime now, ImmutableArray<ReceiptProblem>.Builder problems)
    {
        var isCare = !visit.FellThrough;
        var counted = visit.Payments.Where(payment => payment.WithdrawnAtUtc is null).ToList();
        var care = counted.Where(payment => payment.Purpose is PaymentPurpose.Care).Sum(payment => (long)payment.AmountCents);
        if (isCare && !visit.TookPlace(now))
        {
            problems.Add(new ReceiptProblem("", "A receipt is for a session that took place. This one has not yet."));
        }

        if (!isCare && care > 0)
        {
            problems.Add(new ReceiptProblem("", "No care was given, but money is recorded as paid for care. Withdraw that payment, and record what was kept as a fee."));
        }

        if (!isCare && counted.Count == 0)
        {
            problems.Add(new ReceiptProblem("", "No care was given and no money is recorded: there is nothing to write a receipt about."));
        }

        Text("Patient", wish.Patient, "Who was treated", LongestText, isNeeded: true);
        Text("Payer", wish.Payer, "Who paid", LongestText);
        if (isCare)
        {
            Text("Description", wish.Description, "The description", LongestText, isNeeded: true);
            Text("Code", wish.Code, "The code", LongestCode);
            Text("Place", wish.Place, "The place", LongestText, isNeeded: true);
            if (wish.DiscountCents < 0 || wish.DiscountCents > visit.Appointment.PriceCents)
            {
                problems.Add(new ReceiptProblem("Discount", "The discount must be from 0.00 to the price agreed."));
            }
            else if (care > visit.Appointment.PriceCents - wish.DiscountCents)
            {
                problems.Add(new ReceiptProblem("Discount", "More is recorded as paid for the care than it cost. Withdraw a payment and record the rest as what it was, such as a tip."));
            }
        }

        if (corrects is not null)
        {
            Text("Reason", corrects.Reason, "The reason", LongestText, isNeeded: true);
        }

        void Text(string field, string text, string what, int most, bool isNeeded = false)
        {
            if (isNeeded && text.Length == 0)
            {
                problems.Add(new ReceiptProblem(field, $"{what} is missing."));
            }
            else if (text.Length > most)
            {
                problems.Add(new ReceiptProblem(field, $"{what}: at most {most} characters fit."));
            }
        }
    }

    [GeneratedRegex(@"\A\s*[0-9]{3}[-\s][0-9]{2}[-\s][0-9]{4}\s*\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PersonalNumber();
}
