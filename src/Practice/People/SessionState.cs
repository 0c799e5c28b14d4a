namespace Unknot.Practice.People;

/// <summary>What a living session says about who sits before the browser.</summary>
/// <param name="SecurityStamp">Changes with the password; a cookie made under another one is worth nothing.</param>
public sealed record SessionState(Guid SessionId, Guid PersonId, string Name, string Role, string SecurityStamp);
