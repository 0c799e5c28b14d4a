using Unknot.Practice.Storage;

namespace Unknot.Practice.People;

/// <summary>Writes down who did what. An entry is saved together with what it tells of, or not at all.</summary>
public static class AuditTrail
{
    /// <summary>Adds an entry to what the next save writes.</summary>
    /// <param name="personId">Who did it; null for the product itself and for visitors.</param>
    /// <param name="action">A verb of the trail, at most 60 characters: <c>article.published</c>.</param>
    /// <param name="subject">Kind of what it was done to, at most 40 characters.</param>
    /// <param name="subjectId">Its id, at most 100 characters; empty where there is none.</param>
    /// <param name="note">At most 300 characters, without personal data.</param>
    public static void Note(PracticeDb db, TimeProvider time, Guid? personId, string action, string subject, string subjectId, string note = "")
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

    /// <summary>The same, about a person.</summary>
    internal static void NoteAbout(PracticeDb db, TimeProvider time, Guid? by, string action, Guid person, string note = "") =>
        Note(db, time, by, action, "person", person.ToString(), note);
}
