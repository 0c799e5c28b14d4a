using NodaTime;

namespace Unknot.Practice.Booking;

/// <summary>Where the practice wants to put something that is in its calendar already.</summary>
/// <param name="Version">That was seen; a later one refuses the move.</param>
/// <param name="Start">Any time from the beginning of today on, on the grid of the service or not.</param>
/// <param name="Room">Null for the room it has, or another that is free.</param>
/// <param name="OutsideHours">True allows a time at which the therapist does not work.</param>
/// <param name="TellClient">False keeps messages to the client back; whoever else listens is told all the same.</param>
public sealed record HostMove(int Version, Instant Start, TherapistId Therapist, RoomId? Room, bool OutsideHours, bool TellClient);

/// <summary>A session that the practice books for a client.</summary>
/// <param name="Wish">Names its therapist.</param>
/// <param name="Start">Any time from the beginning of today on, on the grid of the service or not.</param>
/// <param name="Room">Null for whichever is free.</param>
/// <param name="Client">Whose session it is.</param>
/// <param name="OutsideHours">True allows a time at which the therapist does not work.</param>
public sealed record HostBooking(SessionWish Wish, Instant Start, RoomId? Room, HostClient Client, bool OutsideHours, bool TellClient);

/// <summary>Somebody the practice knows, or somebody new.</summary>
/// <param name="Known">Null for somebody new.</param>
/// <param name="Details">Of somebody new; its note goes to the session in either case.</param>
public sealed record HostClient(ClientId? Known, BookingDetails Details);

/// <summary>Time the practice keeps for itself.</summary>
/// <param name="Reason">Without personal data; may be empty.</param>
public sealed record HostBlock(TherapistId Therapist, Instant Start, Instant End, string Reason);
