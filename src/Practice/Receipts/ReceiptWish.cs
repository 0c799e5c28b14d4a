namespace Unknot.Practice.Receipts;

/// <summary>What a person says about a receipt when it is issued; all else comes from what is recorded.</summary>
/// <param name="Patient">Who was treated.</param>
/// <param name="Payer">Empty when it is the patient.</param>
/// <param name="Description">Of the care, in the practice's words.</param>
/// <param name="Code">Of a procedure; empty for none.</param>
/// <param name="Place">Where the care was given.</param>
/// <param name="DiscountCents">Off the price agreed.</param>
public sealed record ReceiptWish(string Patient, string Payer, string Description, string Code, string Place, int DiscountCents);
