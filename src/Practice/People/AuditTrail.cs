using Unknot.Practice.Storage;

namespace Unknot.Practice.People;

/// <summary>Notes what a signed-in person did, to be saved together with what was done.</summary>
public static class AuditTrail
{
    /// <param name="personId">Null for the product itself.</param>
    /// <param name="action">A verb of the trail, such as <c>settings.saved</c>.</param>
    /// <param name="subject">Kind of what it was done to.</param>
    /// <param name="subjectId">Its id; empty where there is none.</param>
    /// <param name="note">A few words without personal data; may be empty.</param>
    public static void Note(PracticeDb db, TimeProvider time, Guid? personId, string action, string subject, string subjectId, string note)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(time);
        var now = time.GetUtcNow();
        db.Audit.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            AtUtc = now.UtcDateTime,
            PersonId = personId,
            Action = action,
            Subject = subject,
            SubjectId = subjectId,
            Note = note,
        });
    }
}
