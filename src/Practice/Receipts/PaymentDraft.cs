namespace Unknot.Practice.Receipts;

/// <summary>A payment as it was filled in.</summary>
/// <param name="Id">Of the form: sent twice, it records one payment.</param>
public sealed record PaymentDraft(PaymentId Id, PaymentMethod Method, PaymentPurpose Purpose, int AmountCents, DateOnly ReceivedOn, string Reference);
