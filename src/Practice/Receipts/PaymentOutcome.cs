using System.Collections.Immutable;

namespace Unknot.Practice.Receipts;

/// <summary>What came of recording a payment.</summary>
public abstract record PaymentOutcome
{
    private PaymentOutcome()
    {
    }

    public sealed record Recorded(Payment Payment) : PaymentOutcome;

    /// <summary>Nothing was kept; all that is wrong, at once.</summary>
    public sealed record Refused(ImmutableArray<ReceiptProblem> Problems) : PaymentOutcome;

    /// <summary>There is no such visit, or it is not for this person.</summary>
    public sealed record NotThere : PaymentOutcome;
}
