using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Atlas;
using Unknot.Body;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Receipts;
using Unknot.Practice.Site;
using Unknot.Practice.Storage;
using Unknot.Practice.Visits;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Clients;

/// <summary>One client: what a therapist needs before the next session, then all visits, newest first.</summary>
internal sealed class ClientModel(
    PracticeDb db, ClientAccess access, ClientExport export, SettingsShelf shelf, BodyFigures figures, AtlasData atlas, BodyAtlas body, PracticeTime clock, TimeProvider time) : PageModel
{
    internal const int PerSheet = 20;

    private const int LogShown = 30;

    public Client Client { get; private set; } = null!;

    public string? Told { get; private set; }

    public string? LetterHint { get; private set; }

    public Appointment? Next { get; private set; }

    /// <summary>The session about which the client wrote last.</summary>
    public Appointment? Wrote { get; private set; }

    public Appointment? Drew { get; private set; }

    public ClientMap? Map { get; private set; }

    public FigureMap? Figure { get; private set; }

    public (string Plan, AppointmentId Visit, DateTime AtUtc)? LastPlan { get; private set; }

    public ImmutableArray<TimelineVisit> Timeline { get; private set; } = [];

    public int Sheet { get; private set; } = 1;

    public bool HasOlder { get; private set; }

    /// <summary>Who saw or changed what is kept about the client, newest first; empty for others than owners.</summary>
    public IReadOnlyList<AuditEntry> Log { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = ImmutableDictionary<Guid, string>.Empty;

    internal string NameOf(Guid? person) => person is { } id && Names.TryGetValue(id, out var name) ? name : "the client";

    internal string WordsOf(VisitFinding finding) => $"{figures.WordsOf(finding.Point)}: {FindingWords.Of(finding)}{(finding.Words.Length > 0 ? $". {finding.Words}" : "")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await DeniedAsync(cancellation) is { } denied)
        {
            return denied;
        }

        Told = Request.Query["done"].ToString() switch
        {
            "added" => "Added.",
            "changed" => "Saved.",
            "merged" => "The two are one now.",
            "erased" => "Erased. Receipts and payments stayed.",
            _ => null,
        };
        Sheet = int.TryParse(Request.Query["sheet"], NumberStyles.None, CultureInfo.InvariantCulture, out var sheet) ? Math.Clamp(sheet, 1, 10_000) : 1;
        LetterHint = ClientPages.LetterHint(Client, await shelf.CurrentAsync(cancellation), time);
        Names = await db.Users.AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.Name, cancellation);
        await ReadBeforeNextAsync(cancellation);
        await ReadTimelineAsync(cancellation);
        await access.NoteAsync(User.Reader(), Client.Id, "client.seen", null, cancellation);
        if (User.Reader().SeesAll)
        {
            var id = Client.Id.ToString();
            Log = await db.Audit.AsNoTracking().Where(entry => entry.Subject == "client" && entry.SubjectId == id).OrderByDescending(entry => entry.AtUtc).ThenByDescending(entry => entry.Id).Take(LogShown).ToListAsync(cancellation);
        }

        return Page();
    }

    /// <summary>Hands out all that is kept, as a file.</summary>
    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancellation)
    {
        if (await DeniedAsync(cancellation) is { } denied)
        {
            return denied;
        }

        var exported = (await export.ReadAsync(Client.Id, cancellation))!;
        var times = new Dictionary<DateTime, string>();
        foreach (var at in ClientExport.InstantsOf(exported))
        {
            times[at] = await clock.WordsAsync(at, cancellation);
        }

        await access.NoteAsync(User.Reader(), Client.Id, "client.exported", null, cancellation);
        return File(ClientExport.Zip(exported, figures.WordsOf, at => times[at]), "application/zip", $"client-{Client.Id}.zip");
    }

    private async Task ReadBeforeNextAsync(CancellationToken cancellation)
    {
        var (now, id) = (time.GetUtcNow().UtcDateTime, Client.Id);
        var mine = db.Appointments.AsNoTracking().Include(session => session.Service).Include(session => session.Therapist).Where(session => session.ClientId == id);
        Next = await mine.Where(session => session.EndsAtUtc > now && (session.State == AppointmentState.Confirmed || session.State == AppointmentState.Pending)).OrderBy(session => session.StartsAtUtc).FirstOrDefaultAsync(cancellation);
        Wrote = await mine.Where(session => session.ClientNote != "").OrderByDescending(session => session.StartsAtUtc).FirstOrDefaultAsync(cancellation);
        Drew = await mine.Where(session => session.BodyMap != null).OrderByDescending(session => session.StartsAtUtc).FirstOrDefaultAsync(cancellation);
        var planned = await db.VisitNotes.AsNoTracking().Where(note => note.SignedAtUtc != null && note.Plan != "")
            .Join(db.Appointments.Where(session => session.ClientId == id), note => note.AppointmentId, session => session.Id, (note, session) => new { note.Plan, session.Id, session.StartsAtUtc, note.SignedAtUtc })
            .OrderByDescending(each => each.StartsAtUtc).ThenByDescending(each => each.SignedAtUtc).FirstOrDefaultAsync(cancellation);
        LastPlan = planned is null ? null : (planned.Plan, planned.Id, planned.StartsAtUtc);
        var last = await db.VisitNotes.AsNoTracking().Where(note => note.SignedAtUtc != null && note.Findings != null)
            .Join(db.Appointments.Where(session => session.ClientId == id), note => note.AppointmentId, session => session.Id, (note, session) => new { note.Findings, session.StartsAtUtc })
            .OrderByDescending(each => each.StartsAtUtc).FirstOrDefaultAsync(cancellation);
        Map = ClientMap.Read(Drew?.BodyMap, atlas, body);
        var points = FigureMap.MarksOf(VisitFindings.Read(last?.Findings) ?? []);
        Figure = Map is null && points.IsEmpty ? null : FigureMap.Of(figures, Map, points);
    }

    private async Task ReadTimelineAsync(CancellationToken cancellation)
    {
        var id = Client.Id;
        var visits = await db.Appointments.AsNoTracking().Include(session => session.Service).Include(session => session.Therapist).Where(session => session.ClientId == id)
            .OrderByDescending(session => session.StartsAtUtc).ThenBy(session => session.Id).Skip((Sheet - 1) * PerSheet).Take(PerSheet + 1).ToListAsync(cancellation);
        HasOlder = visits.Count > PerSheet;
        var ids = visits.ConvertAll(visit => visit.Id);
        var notes = (await db.VisitNotes.AsNoTracking().Where(note => ids.Contains(note.AppointmentId)).OrderBy(note => note.CreatedAtUtc).ToListAsync(cancellation)).ToLookup(note => note.AppointmentId);
        var receipts = (await db.Receipts.AsNoTracking().Where(receipt => ids.Contains(receipt.AppointmentId)).OrderBy(receipt => receipt.IssuedAtUtc).ToListAsync(cancellation)).ToLookup(receipt => receipt.AppointmentId);
        var events = (await db.AppointmentEvents.AsNoTracking().Where(each => ids.Contains(each.AppointmentId)).OrderByDescending(each => each.AtUtc).ToListAsync(cancellation)).ToLookup(each => each.AppointmentId);
        Timeline = [.. visits.Take(PerSheet).Select(visit => new TimelineVisit(visit, [.. notes[visit.Id]], [.. receipts[visit.Id]], [.. events[visit.Id]]))];
    }

    private async Task<IActionResult?> DeniedAsync(CancellationToken cancellation)
    {
        var id = new ClientId(RouteData.IdOf("id"));
        if (await db.Clients.AsNoTracking().FirstOrDefaultAsync(client => client.Id == id, cancellation) is not { } client)
        {
            return NotFound();
        }

        Client = client;
        return await access.MayReadAsync(User.Reader(), id, cancellation) ? null : StatusCode(StatusCodes.Status403Forbidden);
    }
}

/// <summary>One visit in the timeline.</summary>
internal sealed record TimelineVisit(Appointment Visit, ImmutableArray<VisitNote> Notes, ImmutableArray<Receipt> Receipts, ImmutableArray<AppointmentEvent> Events);
