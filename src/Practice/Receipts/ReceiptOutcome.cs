using System.Collections.Immutable;

namespace Unknot.Practice.Receipts;

/// <summary>What came of issuing or correcting a receipt.</summary>
public abstract record ReceiptOutcome
{
    private ReceiptOutcome()
    {
    }

    public sealed record Issued(Receipt Receipt) : ReceiptOutcome;

    /// <summary>Nothing was issued; all that is wrong or missing, at once.</summary>
    public sealed record Refused(ImmutableArray<ReceiptProblem> Problems) : ReceiptOutcome;

    /// <summary>The visit has a receipt already, or the one to be corrected was corrected before: by this one.</summary>
    public sealed record AlreadyThere(ReceiptId Id) : ReceiptOutcome;

    /// <summary>There is no such visit or receipt, or it is not for this person.</summary>
    public sealed record NotThere : ReceiptOutcome;
}
