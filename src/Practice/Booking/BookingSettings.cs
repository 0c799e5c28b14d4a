namespace Unknot.Practice.Booking;

/// <summary>What the practice says about booking and receipts. There is one row, or none until it is first saved.</summary>
public sealed class BookingSettings
{
    /// <summary>Always 1.</summary>
    public required int Id { get; init; }

    /// <summary>False closes the booking pages; what is booked stays, and can be moved and cancelled.</summary>
    public required bool IsOpen { get; set; }

    /// <summary>Hours before a session at which its reminder is sent, 1 … 168; 0 for none.</summary>
    public required int ReminderHours { get; set; }

    /// <summary>What happens when somebody cancels late or does not come, in the practice's words; plain text, may be empty. Shown before booking and in every mail.</summary>
    public required string LatePolicy { get; set; }

    /// <summary>Three letters of ISO 4217.</summary>
    public required string Currency { get; set; }

    /// <summary>As it stands on receipts; empty for the practice's name.</summary>
    public required string LegalName { get; set; }

    /// <summary>Employer identification number for receipts; empty for none. Never a person's social security number.</summary>
    public required string TaxId { get; set; }

    /// <summary>Rises with every save; a save that knew an older one is refused.</summary>
    public required int Version { get; set; }

    /// <summary>What holds until the practice has said otherwise.</summary>
    public static BookingSettings ProductDefault() => new()
    {
        Id = 1,
        IsOpen = true,
        ReminderHours = 24,
        LatePolicy = "",
        Currency = "USD",
        LegalName = "",
        TaxId = "",
        Version = 0,
    };
}
