using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Visits;

/// <summary>
/// Saves and signs notes of visits. A draft is changed by its author alone; a signed note by nobody, which the database holds to. Whether somebody may
/// see the client is asked by the caller (<see cref="ClientAccess"/>).
/// </summary>
public sealed class NoteDesk(PracticeDb db, KnownPoints points, TimeProvider time)
{
    /// <summary>Saves that follow one another while somebody writes are one entry of the trail for so long.</summary>
    private static readonly TimeSpan OneEntryFor = TimeSpan.FromMinutes(15);

    /// <summary>The first note of a visit has the visit's own id: of two that begin at once, the database keeps one.</summary>
    public static VisitNoteId FirstOf(AppointmentId visit) => new(visit.Value);

    /// <summary>Whether notes are written about a visit of this state.</summary>
    public static bool TakesNotes(Appointment visit)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return visit.ClientId is not null && visit.State is AppointmentState.Confirmed or AppointmentState.Done or AppointmentState.NoShow;
    }

    /// <summary>Keeps a draft. Sent again it gives the same answer.</summary>
    /// <param name="whileWriting">It was saved by itself: the trail says so once in a quarter of an hour.</param>
    public Task<NoteOutcome> SaveAsync(NoteDraft draft, Guid personId, bool whileWriting, CancellationToken cancellation) => KeepAsync(draft, personId, sign: false, whileWriting, cancellation);

    /// <summary>Keeps a note for ever. Sent again it gives the same answer.</summary>
    public Task<NoteOutcome> SignAsync(NoteDraft draft, Guid personId, CancellationToken cancellation) => KeepAsync(draft, personId, sign: true, whileWriting: false, cancellation);

    private async Task<NoteOutcome> KeepAsync(NoteDraft asWritten, Guid personId, bool sign, bool whileWriting, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(asWritten);
        var draft = Tidied(asWritten);
        var visit = await db.Appointments.AsNoTracking().Include(each => each.Client).FirstOrDefaultAsync(each => each.Id == draft.Visit, cancellation);
        if (visit is null || !TakesNotes(visit) || visit.Client!.ErasedAtUtc is not null)
        {
            return new NoteOutcome.NotOpen();
        }

        if (ProblemsOf(draft, sign) is { IsEmpty: false } problems)
        {
            return new NoteOutcome.Refused(problems);
        }

        var stored = await db.VisitNotes.FirstOrDefaultAsync(each => each.Id == draft.Id, cancellation);
        if (stored is null)
        {
            if (draft.Version != 0 || !await IsBeginningAsync(draft, cancellation))
            {
                return new NoteOutcome.Changed(null);
            }

            stored = Begin(draft, personId);
        }
        else if (stored.AuthorId == personId && stored.AppointmentId == draft.Visit && draft.SaysTheSameAs(stored) && stored.SignedAtUtc is not null == sign && draft.Version < stored.Version)
        {
            return new NoteOutcome.Saved(stored);
        }
        else if (stored.AuthorId != personId || stored.AppointmentId != draft.Visit || stored.SignedAtUtc is not null || (stored.Version != draft.Version && !draft.SaysTheSameAs(stored)))
        {
            return new NoteOutcome.Changed(stored);
        }

        (stored.Subjective, stored.Objective, stored.Assessment, stored.Plan) = (draft.Subjective, draft.Objective, draft.Assessment, draft.Plan);
        stored.Findings = VisitFindings.Write(draft.Findings);
        stored.SavedAtUtc = time.GetUtcNow().UtcDateTime;
        stored.SignedAtUtc = sign ? stored.SavedAtUtc : null;
        stored.Version++;
        var action = sign ? "note.signed" : "note.saved";
        var about = visit.ClientId!.Value.ToString();
        if (!whileWriting || !await WasNotedAsync(personId, action, about, cancellation))
        {
            AuditTrail.Note(db, time, personId, action, "client", about, $"visit {draft.Visit}");
        }

        return await SaveAsync(stored, cancellation);
    }

    private static NoteDraft Tidied(NoteDraft draft)
    {
        // What a form sends has the line ends of the network; a text that is stored has those of everybody.
        static string Text(string text) => text.ReplaceLineEndings("\n").Trim();
        return draft with
        {
            Subjective = Text(draft.Subjective),
            Objective = Text(draft.Objective),
            Assessment = Text(draft.Assessment),
            Plan = Text(draft.Plan),
            Findings = [.. draft.Findings.Select(finding => finding with { Words = finding.Words.ReplaceLineEndings(" ").Trim() })],
        };
    }

    private ImmutableArray<NoteProblem> ProblemsOf(NoteDraft draft, bool sign)
    {
        var texts = new[] { ("subjective", draft.Subjective), ("objective", draft.Objective), ("assessment", draft.Assessment), ("plan", draft.Plan) };
        var problems = texts.Where(text => text.Item2.Length > NoteDraft.LongestText)
            .Select(text => new NoteProblem(text.Item1, $"This text has {text.Item2.Length} characters; {NoteDraft.LongestText} fit."))
            .Concat(VisitFindings.ProblemsOf(draft.Findings, points));
        return sign && draft.IsEmpty ? [.. problems, new NoteProblem("subjective", "There is nothing to sign yet.")] : [.. problems];
    }

    /// <summary>The first note of the visit, or one that amends a signed note of it.</summary>
    private async Task<bool> IsBeginningAsync(NoteDraft draft, CancellationToken cancellation) => draft.Amends is { } amended
        ? draft.Id != FirstOf(draft.Visit) && await db.VisitNotes.AnyAsync(
            each => each.Id == amended && each.AppointmentId == draft.Visit && each.SignedAtUtc != null && each.ErasedAtUtc == null, cancellation)
        : draft.Id == FirstOf(draft.Visit);

    private VisitNote Begin(NoteDraft draft, Guid personId)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var begun = new VisitNote
        {
            Id = draft.Id,
            AppointmentId = draft.Visit,
            AuthorId = personId,
            AmendsId = draft.Amends,
            Subjective = "",
            Objective = "",
            Assessment = "",
            Plan = "",
            CreatedAtUtc = now,
            SavedAtUtc = now,
            Version = 0,
        };
        db.VisitNotes.Add(begun);
        return begun;
    }

    private async Task<bool> WasNotedAsync(Guid personId, string action, string about, CancellationToken cancellation)
    {
        var since = time.GetUtcNow().UtcDateTime - OneEntryFor;
        return await db.Audit.AnyAsync(entry => entry.PersonId == personId && entry.Action == action && entry.SubjectId == about && entry.AtUtc > since, cancellation);
    }

    private async Task<NoteOutcome> SaveAsync(VisitNote note, CancellationToken cancellation)
    {
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new NoteOutcome.Saved(note);
        }
        catch (DbUpdateException trouble) when (trouble is DbUpdateConcurrencyException || Conflict.IsRepeated(trouble))
        {
            db.ChangeTracker.Clear();
            return new NoteOutcome.Changed(await db.VisitNotes.AsNoTracking().FirstOrDefaultAsync(each => each.Id == note.Id, cancellation));
        }
    }
}
