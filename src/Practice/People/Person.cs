using Microsoft.AspNetCore.Identity;

namespace Unknot.Practice.People;

/// <summary>Somebody of the practice who can sign in.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>As colleagues see it.</summary>
    public required string Name { get; set; }

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>When the account was closed; null while it is open. Accounts are never deleted: the audit trail names them.</summary>
    public DateTime? ClosedAtUtc { get; set; }
}
