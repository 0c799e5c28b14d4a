namespace Unknot.Practice.People;

/// <param name="SeenAtUtc">When somebody was last here with this account; null for never.</param>
public sealed record PersonWithRole(Guid Id, string Name, string Email, string Role, DateTime CreatedAtUtc, DateTime? ClosedAtUtc, DateTime? SeenAtUtc);
