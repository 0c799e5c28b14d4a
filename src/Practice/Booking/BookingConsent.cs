namespace Unknot.Practice.Booking;

/// <summary>What a client agrees to before booking; it stands on the booking page.</summary>
public static class BookingConsent
{
    /// <summary>A new text gets a new one.</summary>
    public const string Version = "2026-11";
}
