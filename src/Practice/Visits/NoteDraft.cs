using System.Collections.Immutable;
using Unknot.Practice.Booking;

namespace Unknot.Practice.Visits;

/// <summary>A note as somebody has written it in a form.</summary>
/// <param name="Id">Of the form when it is new, so that a form sent twice makes one note.</param>
/// <param name="Amends">The signed note it amends; null for the first of the visit.</param>
/// <param name="Version">The one that was read; 0 for a new note.</param>
public sealed record NoteDraft(
    VisitNoteId Id,
    AppointmentId Visit,
    VisitNoteId? Amends,
    string Subjective,
    string Objective,
    string Assessment,
    string Plan,
    ImmutableArray<VisitFinding> Findings,
    int Version)
{
    /// <summary>Longest of the four texts, in characters.</summary>
    public const int LongestText = 4000;

    public bool IsEmpty => Findings.IsEmpty && (Subjective + Objective + Assessment + Plan).Trim().Length == 0;

    /// <summary>Of what is stored.</summary>
    public static NoteDraft Of(VisitNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return new NoteDraft(note.Id, note.AppointmentId, note.AmendsId, note.Subjective, note.Objective, note.Assessment, note.Plan, VisitFindings.Read(note.Findings) ?? [], note.Version);
    }

    internal bool SaysTheSameAs(VisitNote note) =>
        (note.Subjective, note.Objective, note.Assessment, note.Plan, note.Findings) == (Subjective, Objective, Assessment, Plan, VisitFindings.Write(Findings));
}

/// <summary>Something in a note that cannot be kept.</summary>
public sealed record NoteProblem(string Field, string Text);
