using NodaTime;

namespace Unknot.Practice.Booking;

/// <summary>A start that can be booked, with those who could give the session.</summary>
/// <param name="Start">The same instant for every viewer.</param>
/// <param name="Places">Pairs of therapist and room, the best first; never empty.</param>
public sealed record FreeTime(Instant Start, IReadOnlyList<SessionPlace> Places);

/// <summary>Who would give a session, and where.</summary>
/// <param name="Room">Null when the service needs none.</param>
public sealed record SessionPlace(TherapistId Therapist, RoomId? Room);
