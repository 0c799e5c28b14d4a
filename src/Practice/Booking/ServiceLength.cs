namespace Unknot.Practice.Booking;

/// <summary>A length in which a service is offered, with its price.</summary>
public sealed class ServiceLength
{
    public required ServiceId ServiceId { get; init; }

    /// <summary>5 … 480.</summary>
    public required int Minutes { get; init; }

    public required int PriceCents { get; set; }
}
