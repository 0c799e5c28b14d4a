using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Primitives;
using Unknot.Practice.Booking;
using Unknot.Practice.Visits;

namespace Unknot.Web.Features.Console.Clients;

/// <summary>A note as it stands in the form: whatever was typed is kept until it can be saved.</summary>
internal sealed record NoteForm
{
    /// <summary>More rows than can be saved are not even read.</summary>
    private const int MostRows = 2 * VisitFindings.Most;

    public required Guid Id { get; init; }

    public required Guid? Amends { get; init; }

    public required int Version { get; init; }

    public required string Subjective { get; init; }

    public required string Objective { get; init; }

    public required string Assessment { get; init; }

    public required string Plan { get; init; }

    public required ImmutableArray<FindingRow> Rows { get; init; }

    internal static NoteForm New(VisitNoteId id, VisitNoteId? amends) => new() { Id = id.Value, Amends = amends?.Value, Version = 0, Subjective = "", Objective = "", Assessment = "", Plan = "", Rows = [] };

    internal static NoteForm Of(VisitNote note) => new()
    {
        Id = note.Id.Value,
        Amends = note.AmendsId?.Value,
        Version = note.Version,
        Subjective = note.Subjective,
        Objective = note.Objective,
        Assessment = note.Assessment,
        Plan = note.Plan,
        Rows = [.. (VisitFindings.Read(note.Findings) ?? []).Select(FindingRow.Of)],
    };

    /// <returns>Null when it is no such form.</returns>
    internal static NoteForm? Read(IFormCollection form)
    {
        var points = form["point"];
        if (!Guid.TryParseExact(form["note"], "D", out var id) || !int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) || points.Count > MostRows)
        {
            return null;
        }

        Guid? amends = null;
        if (form["amends"] is [{ Length: > 0 } amended])
        {
            if (!Guid.TryParseExact(amended, "D", out var known))
            {
                return null;
            }

            amends = known;
        }

        string[] fields = ["found", "seconds", "how", "before", "after", "words"];
        if (fields.Any(field => form[field].Count != points.Count))
        {
            return null;
        }

        string At(string field, int row) => ((StringValues)form[field])[row] ?? "";
        return new NoteForm
        {
            Id = id,
            Amends = amends,
            Version = version,
            Subjective = form["subjective"].ToString(),
            Objective = form["objective"].ToString(),
            Assessment = form["assessment"].ToString(),
            Plan = form["plan"].ToString(),
            Rows = [.. Enumerable.Range(0, points.Count).Select(row => new FindingRow(points[row] ?? "", At("found", row), At("seconds", row), At("how", row), At("before", row), At("after", row), At("words", row)))],
        };
    }

    /// <param name="problems">What cannot be read of the rows.</param>
    internal NoteDraft ToDraft(AppointmentId visit, List<NoteProblem> problems)
    {
        var findings = ImmutableArray.CreateBuilder<VisitFinding>(Rows.Length);
        foreach (var row in Rows)
        {
            if (row.Read(findings.Count + 1, problems) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return new NoteDraft(new VisitNoteId(Id), visit, Amends is { } amended ? new VisitNoteId(amended) : null, Subjective, Objective, Assessment, Plan, findings.ToImmutable(), Version);
    }
}

/// <summary>One point in the form.</summary>
internal sealed record FindingRow(string Point, string Found, string Seconds, string How, string Before, string After, string Words)
{
    internal static readonly ImmutableArray<PressFound> AllFound = [PressFound.FamiliarPain, PressFound.Tender, PressFound.Nothing];

    internal static readonly ImmutableArray<PressedWith> AllHow = [.. Enum.GetValues<PressedWith>()];

    internal static FindingRow For(string point) => new(point, FindingWords.Of(PressFound.Tender), "", "", "", "", "");

    internal static FindingRow Of(VisitFinding finding)
    {
        static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
        return new FindingRow(
            finding.Point, FindingWords.Of(finding.Found), Number(finding.Seconds), finding.How is { } how ? FindingWords.Of(how) : "", Number(finding.Before), Number(finding.After), finding.Words);
    }

    internal PressFound? FoundOrNull => Named(Found, AllFound, FindingWords.Of);

    internal VisitFinding? Read(int number, List<NoteProblem> problems)
    {
        var count = problems.Count;
        int? Number(string text, string what)
        {
            if (text.Trim().Length == 0)
            {
                return null;
            }

            if (int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read))
            {
                return read;
            }

            problems.Add(new NoteProblem($"finding-{number}", $"Point {number}: {what} is a whole number."));
            return null;
        }

        var (seconds, before, after) = (Number(Seconds, "how many seconds"), Number(Before, "the pain before"), Number(After, "the pain after"));
        var how = Named(How, AllHow, FindingWords.Of);
        if (FoundOrNull is not { } found || (how is null && How.Length > 0))
        {
            problems.Add(new NoteProblem($"finding-{number}", $"Point {number}: choose one of what is offered."));
            return null;
        }

        return problems.Count > count ? null : new VisitFinding { Point = Point, Found = found, Seconds = seconds, How = how, Before = before, After = after, Words = Words };
    }

    private static T? Named<T>(string word, ImmutableArray<T> all, Func<T, string> wordOf)
        where T : struct
    {
        foreach (var each in all)
        {
            if (wordOf(each) == word)
            {
                return each;
            }
        }

        return null;
    }
}
