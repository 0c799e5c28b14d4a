namespace Unknot.Practice.Booking;

/// <summary>Something that is added to a session: it makes it longer, dearer, or both.</summary>
public sealed class AddOn
{
    public required AddOnId Id { get; init; }

    public required ServiceId ServiceId { get; init; }

    public required string Name { get; set; }

    /// <summary>0 … 120.</summary>
    public required int Minutes { get; set; }

    public required int PriceCents { get; set; }

    public required bool IsOffered { get; set; }
}
