namespace Unknot.Practice.Booking;

/// <summary>Who books, and what the therapist should know.</summary>
/// <param name="ConsentVersion">Of the text that was agreed to.</param>
/// <param name="Language">Of the mails: <c>en</c> or <c>es</c>.</param>
/// <param name="BodyMap">JSON of the finder's map; null when none is attached.</param>
public sealed record BookingDetails(string Name, string Email, string Phone, string Note, string ConsentVersion, string Language, string? BodyMap);
