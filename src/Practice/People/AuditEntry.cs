namespace Unknot.Practice.People;

/// <summary>Who did what, when. Entries are added and never changed; the database refuses it.</summary>
public sealed class AuditEntry
{
    public required Guid Id { get; init; }

    public required DateTime AtUtc { get; init; }

    /// <summary>Null for the product itself and for visitors.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>A verb of the trail: <c>article.published</c>, <c>person.signed-in</c>, …</summary>
    public required string Action { get; init; }

    /// <summary>Kind of what it was done to: <c>article</c>, <c>comment</c>, <c>person</c>, …</summary>
    public required string Subject { get; init; }

    /// <summary>Its id; empty where there is none.</summary>
    public required string SubjectId { get; init; }

    /// <summary>What else must be known, in a few words without personal data.</summary>
    public required string Note { get; init; }
}
