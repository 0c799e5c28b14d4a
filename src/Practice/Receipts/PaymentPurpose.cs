namespace Unknot.Practice.Receipts;

/// <summary>What money was given for. Only <see cref="Care"/> stands in the care block of a receipt. Stored by name: add new ones, never rename.</summary>
public enum PaymentPurpose
{
    Care,

    Tip,

    /// <summary>For cancelling late or not coming.</summary>
    Fee,

    /// <summary>A thing that was sold.</summary>
    Product,
}
