namespace Unknot.Practice.Receipts;

/// <summary>A receipt, and what became of it.</summary>
/// <param name="ReplacedBy">Number of the receipt that corrects it; null for none.</param>
public sealed record SeenReceipt(Receipt Receipt, ReceiptDocument Document, ReceiptNumber? ReplacedBy, ReceiptId? ReplacedById);
