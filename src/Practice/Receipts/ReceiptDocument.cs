using System.Collections.Immutable;
using System.Text.Json;

namespace Unknot.Practice.Receipts;

/// <summary>
/// All that a receipt says, as it was when it was issued. Written once, read strictly: a field that is unknown, missing, repeated or null is an error, and so are
/// sums that do not add up. Amounts are cents of <see cref="Currency"/>.
/// </summary>
public sealed record ReceiptDocument
{
    /// <summary>Of this kind of document; a later one that says more gets another.</summary>
    public const int ThisForm = 1;

    public required int Form { get; init; }

    /// <summary><c>2026-0001</c>.</summary>
    public required string Number { get; init; }

    /// <summary>In the practice's zone.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Three letters of ISO 4217.</summary>
    public required string Currency { get; init; }

    public required Practice From { get; init; }

    public required Provider By { get; init; }

    /// <summary>Who was treated.</summary>
    public required string Patient { get; init; }

    /// <summary>Who paid; empty when it is the patient.</summary>
    public required string Payer { get; init; }

    /// <summary>Day of the visit, also when no care was given.</summary>
    public required DateOnly VisitOn { get; init; }

    /// <summary>Empty when no care was given.</summary>
    public required ImmutableArray<CareLine> Care { get; init; }

    /// <summary>Tips, fees and things that were sold; they are no care.</summary>
    public required ImmutableArray<OtherLine> NotCare { get; init; }

    /// <summary>Null for none.</summary>
    public required Letter? LetterOfNecessity { get; init; }

    /// <summary>Null for a receipt that corrects none.</summary>
    public required Correction? Corrects { get; init; }

    public int CareChargedCents => Care.Sum(line => line.ChargedCents);

    public int CareDiscountCents => Care.Sum(line => line.DiscountCents);

    public int CarePaidCents => Care.Sum(line => line.PaidCents);

    public int CareBalanceCents => Care.Sum(line => line.BalanceCents);

    public int NotCareCents => NotCare.Sum(line => line.AmountCents);

    public int ReceivedCents => CarePaidCents + NotCareCents;

    /// <exception cref="JsonException">It is no such document; the message names the field, never its content.</exception>
    public static ReceiptDocument Parse(string json)
    {
        var document = JsonSerializer.Deserialize(json, ReceiptJson.Default.ReceiptDocument) ?? throw new JsonException("A receipt is not null.");
        if (document.Form != ThisForm)
        {
            throw new JsonException("The receipt is of a form that is not known here.");
        }

        foreach (var line in document.Care)
        {
            if (line.PaidCents != line.Payments.Sum(payment => payment.AmountCents))
            {
                throw new JsonException("careLine.paidCents is not the sum of its payments.");
            }

            if (line.BalanceCents != line.ChargedCents - line.DiscountCents - line.PaidCents || line.BalanceCents < 0)
            {
                throw new JsonException("careLine.balanceCents is not what is left of the amount charged.");
            }
        }

        return document;
    }

    internal string ToJson() => JsonSerializer.Serialize(this, ReceiptJson.Default.ReceiptDocument);

    /// <param name="LegalName">Empty when it is the name.</param>
    /// <param name="Country">Two letters of ISO 3166-1; it also says on which paper the receipt is printed.</param>
    /// <param name="TaxId">Employer identification number; empty for none.</param>
    public sealed record Practice(string Name, string LegalName, ImmutableArray<string> Address, string Country, string Phone, string TaxId);

    /// <param name="Npi">National Provider Identifier; empty for none.</param>
    public sealed record Provider(string Name, string Credential, string LicenceNumber, string LicenceState, string Npi);

    /// <param name="Starts">On the practice's wall clock.</param>
    /// <param name="Ends">On the practice's wall clock.</param>
    /// <param name="Code">Of a procedure, as the practice typed it; empty for none.</param>
    public sealed record CareLine(
        DateOnly Day,
        TimeOnly Starts,
        TimeOnly Ends,
        int Minutes,
        string Description,
        string Code,
        string Place,
        int ChargedCents,
        int DiscountCents,
        int PaidCents,
        ImmutableArray<CarePayment> Payments,
        int BalanceCents);

    public sealed record CarePayment(DateOnly ReceivedOn, PaymentMethod Method, int AmountCents);

    /// <param name="Purpose">Anything but care.</param>
    public sealed record OtherLine(DateOnly ReceivedOn, PaymentPurpose Purpose, PaymentMethod Method, int AmountCents);

    /// <param name="Reference">Who wrote the letter and when.</param>
    /// <param name="ValidUntil">Last day; null when it names none.</param>
    public sealed record Letter(string Reference, DateOnly? ValidUntil);

    /// <param name="Number">Of the receipt that this one replaces.</param>
    public sealed record Correction(string Number, string Reason);
}
