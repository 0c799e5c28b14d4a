using System.Collections.Immutable;

namespace Unknot.Practice.Visits;

/// <summary>What became of a note that somebody wanted to save or sign.</summary>
public abstract record NoteOutcome
{
    private NoteOutcome()
    {
    }

    /// <summary>It is kept; the note as it is now.</summary>
    public sealed record Saved(VisitNote Note) : NoteOutcome;

    /// <summary>Nothing was kept.</summary>
    public sealed record Refused(ImmutableArray<NoteProblem> Problems) : NoteOutcome;

    /// <summary>Nothing was kept, because it is no longer what was read: saved or signed elsewhere, or begun by a colleague. The note as it is now; null when it is gone.</summary>
    public sealed record Changed(VisitNote? Now) : NoteOutcome;

    /// <summary>The visit takes no notes: there is none, it was cancelled, or the client's data were erased.</summary>
    public sealed record NotOpen : NoteOutcome;
}
