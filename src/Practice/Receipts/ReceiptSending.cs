namespace Unknot.Practice.Receipts;

/// <summary>What came of sending a receipt.</summary>
public enum ReceiptSending
{
    Sent,

    /// <summary>There is no such receipt for this person.</summary>
    NotThere,

    /// <summary>The client has no address that mail could be sent to.</summary>
    NoAddress,

    /// <summary>A newer receipt stands in its place.</summary>
    Replaced,
}
