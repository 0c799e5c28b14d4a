namespace Unknot.Practice.Booking;

/// <summary>What somebody wants to book.</summary>
/// <param name="Minutes">One of the service's lengths.</param>
/// <param name="AddOns">Of the service, in any order, none twice.</param>
/// <param name="Therapist">Null for whoever is free.</param>
/// <param name="KeepsLength">True for what is booked already: it keeps its length, add-ons included, whatever is on offer now.</param>
public sealed record SessionWish(ServiceId Service, int Minutes, IReadOnlyList<AddOnId> AddOns, TherapistId? Therapist, bool KeepsLength = false);
