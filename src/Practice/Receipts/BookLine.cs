namespace Unknot.Practice.Receipts;

/// <summary>A receipt in a list.</summary>
/// <param name="ReplacedBy">Number of the receipt that corrects it; null for none.</param>
public sealed record BookLine(Receipt Receipt, ReceiptDocument Document, ReceiptNumber? ReplacedBy);
