namespace Unknot.Practice.Visits;

/// <summary>Somebody of the practice who wants to see a client.</summary>
/// <param name="SeesAll">True for owners; others see the clients they have, or had, a session with.</param>
public sealed record ClientReader(Guid PersonId, bool SeesAll);
