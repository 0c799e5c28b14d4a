namespace Unknot.Practice.Receipts;

/// <summary>Stored by name: add new ones, never rename.</summary>
public enum PaymentMethod
{
    Cash,

    /// <summary>Any card, a benefits card too.</summary>
    CardTerminal,

    Transfer,

    Check,
}
