namespace Unknot.Practice.Booking;

/// <summary>Who gives a service.</summary>
public sealed class ServiceTherapist
{
    public required ServiceId ServiceId { get; init; }

    public required TherapistId TherapistId { get; init; }
}
