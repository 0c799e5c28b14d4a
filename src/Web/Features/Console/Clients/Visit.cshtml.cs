using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Practice.Visits;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Clients;

/// <summary>One visit: what the client wrote and painted, and the notes about it. What somebody types stays in the form until it is kept, whatever happens meanwhile.</summary>
internal sealed class VisitModel(
    PracticeDb db, ClientAccess access, NoteDesk desk, BodyFigures figures, AtlasData atlas, BodyAtlas body, PracticeTime clock, TimeProvider time) : PageModel
{
    /// <summary>Width of each figure in pixels where no script says it; the style sheet holds to it.</summary>
    private const float FigureWidth = 175;

    public Appointment Visit { get; private set; } = null!;

    public Client Client => Visit.Client!;

    /// <summary>The first one first.</summary>
    public ImmutableArray<VisitNote> Notes { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = ImmutableDictionary<Guid, string>.Empty;

    /// <summary>What is being written; null when only reading is possible.</summary>
    public NoteForm? Form { get; private set; }

    public ImmutableArray<NoteProblem> Problems { get; private set; } = [];

    /// <summary>What was saved meanwhile by another window or person, where the form holds something else.</summary>
    public VisitNote? Meanwhile { get; private set; }

    /// <summary>What was typed and cannot be saved here, because a colleague began the note.</summary>
    public NoteForm? Unsaved { get; private set; }

    public string? Told { get; private set; }

    public ClientMap? Map { get; private set; }

    public (string Plan, DateTime AtUtc)? LastPlan { get; private set; }

    /// <summary>Searched for among the points, and what was found; null when nothing was searched.</summary>
    public ImmutableArray<PointOnFigure>? Found { get; private set; }

    public string PointQuery { get; private set; } = "";

    public BodyFigures Figures => figures;

    public string Address => $"/console/clients/visits/{Visit.Id}";

    public bool TakesNotes => NoteDesk.TakesNotes(Visit) && Client.ErasedAtUtc is null;

    internal string NameOf(Guid person) => Names.GetValueOrDefault(person, "somebody");

    internal FigureMap FormFigure
    {
        get
        {
            var drawn = FigureMap.Of(figures, Map, [.. Form!.Rows.Select((row, place) => new MarkedPoint(place + 1, row.Point, row.FoundOrNull ?? PressFound.Nothing))]);
            return drawn with { TapTo = $"{Address}?handler=Edit#found" };
        }
    }

    internal FigureMap FigureOf(VisitNote? note) => FigureMap.Of(figures, Map, FigureMap.MarksOf(VisitFindings.Read(note?.Findings) ?? []));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await ReadAsync(cancellation) is { } denied)
        {
            return denied;
        }

        Told = Request.Query["done"].ToString() switch
        {
            "saved" => "The draft is saved. Nobody else can change it.",
            "signed" => "Signed. From now on it can be amended, not changed.",
            _ => null,
        };
        Form = FormOfStored(Guid.TryParseExact(Request.Query["amend"], "D", out var amended) ? new VisitNoteId(amended) : null);
        await access.NoteAsync(User.Reader(), Client.Id, "note.seen", Visit.Id, cancellation);
        return Page();
    }

    /// <summary>Saves the draft.</summary>
    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) => KeepAsync(sign: false, cancellation);

    public Task<IActionResult> OnPostSignAsync(CancellationToken cancellation) => KeepAsync(sign: true, cancellation);

    /// <summary>Saves while somebody writes, for the script of the page.</summary>
    public async Task<IActionResult> OnPostAutosaveAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } posted || NoteForm.Read(posted) is not { } form)
        {
            return BadRequest();
        }

        if (await ReadAsync(cancellation) is { } denied)
        {
            return denied;
        }

        var problems = new List<NoteProblem>();
        var draft = form.ToDraft(Visit.Id, problems);
        return problems.Count > 0 ? StatusCode(StatusCodes.Status422UnprocessableEntity) : await desk.SaveAsync(draft, User.Reader().PersonId, whileWriting: true, cancellation) switch
        {
            NoteOutcome.Saved saved => Content(saved.Note.Version.ToString(CultureInfo.InvariantCulture) + " " + await clock.WordsAsync(saved.Note.SavedAtUtc, cancellation), "text/plain"),
            NoteOutcome.Refused => StatusCode(StatusCodes.Status422UnprocessableEntity),
            NoteOutcome.Changed or NoteOutcome.NotOpen => StatusCode(StatusCodes.Status409Conflict),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>Finds, adds and removes points in the form and saves nothing: all of this works without script.</summary>
    public async Task<IActionResult> OnPostEditAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } posted || NoteForm.Read(posted) is not { } form)
        {
            return BadRequest();
        }

        if (await ReadAsync(cancellation) is { } denied)
        {
            return denied;
        }

        PointQuery = posted["find"].ToString();
        if (posted["add"] is [{ } added])
        {
            if (figures.Find(added) is null)
            {
                return BadRequest();
            }

            form = form.Rows.Any(row => row.Point == added) ? form : form with { Rows = form.Rows.Add(FindingRow.For(added)) };
        }
        else if (posted["remove"] is [{ } removed])
        {
            form = form with { Rows = form.Rows.RemoveAll(row => row.Point == removed) };
        }
        else
        {
            Found = BodyFigures.Views.FirstOrDefault(view => posted.ContainsKey($"{view}.x")) is { } tapped ? Near(tapped, posted) : figures.Search(PointQuery);
        }

        Form = form;
        return Page();
    }

    private ImmutableArray<PointOnFigure> Near(string view, IFormCollection posted)
    {
        var scale = figures.Of(view).Width / FigureWidth;
        float At(string axis) => float.TryParse(posted[$"{view}.{axis}"], NumberStyles.Float, CultureInfo.InvariantCulture, out var at) ? at * scale : float.NaN;
        return figures.NearTo(view, At("x"), At("y"));
    }

    private async Task<IActionResult> KeepAsync(bool sign, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } posted || NoteForm.Read(posted) is not { } form)
        {
            return BadRequest();
        }

        if (await ReadAsync(cancellation) is { } denied)
        {
            return denied;
        }

        Form = form;
        var problems = new List<NoteProblem>();
        var draft = form.ToDraft(Visit.Id, problems);
        if (sign && posted["sure"] != "true")
        {
            problems.Add(new NoteProblem("sure", "Tick the box beside “Sign” first: what is signed can never be changed."));
        }

        if (problems.Count > 0)
        {
            return Refuse([.. problems]);
        }

        var person = User.Reader().PersonId;
        switch (sign ? await desk.SignAsync(draft, person, cancellation) : await desk.SaveAsync(draft, person, whileWriting: false, cancellation))
        {
            case NoteOutcome.Saved:
                return LocalRedirect($"{Address}?done={(sign ? "signed" : "saved")}");
            case NoteOutcome.Refused refused:
                return Refuse(refused.Problems);
            case NoteOutcome.Changed changed:
                await ShowBothAsync(form, changed.Now, cancellation);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            case NoteOutcome.NotOpen:
                (Form, Unsaved) = (null, form);
                Response.StatusCode = StatusCodes.Status409Conflict;
                return Page();
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private PageResult Refuse(ImmutableArray<NoteProblem> problems)
    {
        Problems = problems;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>Both stay on the page: what is kept now, and what was typed, in a form that can be saved where the person may.</summary>
    private async Task ShowBothAsync(NoteForm typed, VisitNote? now, CancellationToken cancellation)
    {
        await ReadNotesAsync(cancellation);
        Meanwhile = now;
        if (now is null || (now.AuthorId == User.Reader().PersonId && now.SignedAtUtc is null))
        {
            // A draft of one's own in another window: saving again replaces it. Gone altogether: it can be begun again.
            Form = typed with { Version = now?.Version ?? 0 };
        }
        else if (now.SignedAtUtc is not null)
        {
            Form = typed with { Id = VisitNoteId.New(time).Value, Amends = now.Id.Value, Version = 0 };
        }
        else
        {
            (Form, Unsaved) = (null, typed);
        }
    }

    private NoteForm? FormOfStored(VisitNoteId? amended)
    {
        if (!TakesNotes)
        {
            return null;
        }

        if (Notes.FirstOrDefault(note => note.SignedAtUtc is null && note.AuthorId == User.Reader().PersonId && note.ErasedAtUtc is null) is { } draft)
        {
            return NoteForm.Of(draft);
        }

        return Notes.IsEmpty ? NoteForm.New(NoteDesk.FirstOf(Visit.Id), amends: null)
            : Notes.Any(note => note.Id == amended && note.SignedAtUtc is not null && note.ErasedAtUtc is null) ? NoteForm.New(VisitNoteId.New(time), amended)
            : null;
    }

    private async Task<IActionResult?> ReadAsync(CancellationToken cancellation)
    {
        var id = new AppointmentId(RouteData.IdOf("visit"));
        if (await db.Appointments.AsNoTracking().Include(session => session.Client).Include(session => session.Service).Include(session => session.Therapist)
            .FirstOrDefaultAsync(session => session.Id == id && session.ClientId != null, cancellation) is not { } visit)
        {
            return NotFound();
        }

        Visit = visit;
        if (!await access.MayReadAsync(User.Reader(), Client.Id, cancellation))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        Map = ClientMap.Read(visit.BodyMap, atlas, body);
        Names = await db.Users.AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.Name, cancellation);
        await ReadNotesAsync(cancellation);
        var (client, starts) = (Client.Id, visit.StartsAtUtc);
        var planned = await db.VisitNotes.AsNoTracking().Where(note => note.SignedAtUtc != null && note.Plan != "")
            .Join(db.Appointments.Where(session => session.ClientId == client && session.StartsAtUtc < starts), note => note.AppointmentId, session => session.Id, (note, session) => new { note.Plan, session.StartsAtUtc, note.SignedAtUtc })
            .OrderByDescending(each => each.StartsAtUtc).ThenByDescending(each => each.SignedAtUtc).FirstOrDefaultAsync(cancellation);
        LastPlan = planned is null ? null : (planned.Plan, planned.StartsAtUtc);
        return null;
    }

    private async Task ReadNotesAsync(CancellationToken cancellation) =>
        Notes = [.. await db.VisitNotes.AsNoTracking().Where(note => note.AppointmentId == Visit.Id).OrderBy(note => note.CreatedAtUtc).ToListAsync(cancellation)];
}
