using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Calendar;

/// <summary><c>/console/calendar/{id}</c>: all about one appointment, and what can be done with it. Who looked at it is written down.</summary>
public sealed class SessionModel(PracticeDb db, OfferBook offers, HostDesk desk, SeriesDesk series, TimeProvider time) : PageModel
{
    private Guid Id => Guid.Parse((string)RouteData.Values["id"]!);

    public Appointment Appointment { get; private set; } = null!;

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    public string? Room { get; private set; }

    public string Currency { get; private set; } = "";

    /// <summary>Whoever looks at it may change it.</summary>
    public bool MayChange { get; private set; }

    public bool HasBegun { get; private set; }

    public IReadOnlyList<Happened> History { get; private set; } = [];

    /// <summary>Others of its series, itself included, in order.</summary>
    public IReadOnlyList<SeriesMember> Series { get; private set; } = [];

    public int SeriesToCome { get; private set; }

    /// <summary>Who could give it, and whose calendar may be changed.</summary>
    public IReadOnlyList<Therapist> Therapists { get; private set; } = [];

    public IReadOnlyList<Room> Rooms { get; private set; } = [];

    /// <summary>Day for which free times are shown.</summary>
    public LocalDate FreeDay { get; private set; }

    public IReadOnlyList<FreeTime> FreeTimes { get; private set; } = [];

    public string? Done { get; private set; }

    public string? Trouble { get; private set; }

    public IReadOnlyList<FreeTime> Nearest { get; private set; } = [];

    public bool IsMovable => MayChange && Appointment.State is AppointmentState.Confirmed or AppointmentState.Pending or AppointmentState.Blocked;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Done = Request.Query["done"].ToString() switch
        {
            "moved" => "Moved.",
            "booked" => "Booked.",
            "cancelled" => "Cancelled.",
            "approved" => "Approved: the session is confirmed.",
            "declined" => "Declined.",
            "done" => "Marked as done.",
            "no-show" => "Marked as no-show.",
            "undone" => "It is confirmed again.",
            "unblocked" => "The time is free again.",
            "series" => "What was still to come of the series is cancelled.",
            _ => null,
        };
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (Appointment.ClientId is not null)
        {
            AuditTrail.Note(db, time, User.PersonId(), "appointment.seen", "appointment", Id.ToString());
            await db.SaveChangesAsync(cancellation);
        }

        return Page();
    }

    public Task<IActionResult> OnPostMoveAsync(CancellationToken cancellation) => ActAsync(
        async (form, version) =>
        {
            var zone = await offers.ZoneAsync(cancellation);
            var start = CalendarWords.ReadMachine(form["start"]) ?? CalendarWords.ReadWall(form["date"], form["time"])?.InZoneLeniently(zone).ToInstant();
            var room = form["room"].ToString();
            Guid roomId = default;
            return start is null || !Guid.TryParse(form["therapist"], out var therapist) || (room.Length > 0 && !Guid.TryParse(room, out roomId))
                ? null
                : await desk.MoveAsync(
                    this.Host(),
                    AppointmentId.Of(Id),
                    new HostMove(version, start.Value, TherapistId.Of(therapist), room.Length > 0 ? RoomId.Of(roomId) : null, form["outside"] == "true", form["tell"] == "true"),
                    cancellation);
        },
        "moved",
        cancellation);

    public Task<IActionResult> OnPostCancelAsync(CancellationToken cancellation) =>
        ActAsync(async (form, version) => Reason(form) is { } reason ? await desk.CancelAsync(this.Host(), AppointmentId.Of(Id), version, reason, form["tell"] == "true", cancellation) : null, "cancelled", cancellation);

    public Task<IActionResult> OnPostDeclineAsync(CancellationToken cancellation) =>
        ActAsync(async (form, version) => Reason(form) is { } reason ? await desk.DeclineAsync(this.Host(), AppointmentId.Of(Id), version, reason, form["tell"] == "true", cancellation) : null, "declined", cancellation);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken cancellation) =>
        ActAsync(async (_, version) => await desk.ApproveAsync(this.Host(), AppointmentId.Of(Id), version, cancellation), "approved", cancellation);

    public Task<IActionResult> OnPostDoneAsync(CancellationToken cancellation) =>
        ActAsync(async (_, version) => await desk.MarkDoneAsync(this.Host(), AppointmentId.Of(Id), version, cancellation), "done", cancellation);

    public Task<IActionResult> OnPostNoShowAsync(CancellationToken cancellation) =>
        ActAsync(async (_, version) => await desk.MarkNoShowAsync(this.Host(), AppointmentId.Of(Id), version, cancellation), "no-show", cancellation);

    public Task<IActionResult> OnPostUndoAsync(CancellationToken cancellation) =>
        ActAsync(async (_, version) => await desk.UndoAsync(this.Host(), AppointmentId.Of(Id), version, cancellation), "undone", cancellation);

    public Task<IActionResult> OnPostUnblockAsync(CancellationToken cancellation) =>
        ActAsync(async (_, version) => await desk.UnblockAsync(this.Host(), AppointmentId.Of(Id), version, cancellation), "unblocked", cancellation);

    public Task<IActionResult> OnPostCancelSeriesAsync(CancellationToken cancellation) => ActAsync(
        async (form, _) =>
        {
            if (Reason(form) is not { } reason || await db.Appointments.AsNoTracking().FirstOrDefaultAsync(each => each.Id == AppointmentId.Of(Id), cancellation) is not { SeriesId: { } seriesId } one)
            {
                return null;
            }

            return await series.CancelRestAsync(this.Host(), seriesId, reason, form["tell"] == "true", cancellation) switch
            {
                null => new HostOutcome.Changed(),
                0 => new HostOutcome.NotAllowed(),
                _ => new HostOutcome.Done(one),
            };
        },
        "series",
        cancellation);

    /// <param name="act">Null for a form that makes no sense.</param>
    private async Task<IActionResult> ActAsync(Func<IFormCollection, int, Task<HostOutcome?>> act, string done, CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !int.TryParse(form["version"], out var version))
        {
            return BadRequest();
        }

        if (!await db.Appointments.AnyAsync(each => each.Id == AppointmentId.Of(Id), cancellation))
        {
            return NotFound();
        }

        switch (await act(form, version))
        {
            case null:
                return BadRequest();
            case HostOutcome.Done:
                return LocalRedirect($"/console/calendar/{Id}?done={done}");
            case var refused:
                await LoadAsync(cancellation);
                (Trouble, Nearest, Response.StatusCode) = (CalendarWords.Refusal(refused), CalendarWords.Nearest(refused), CalendarWords.Status(refused));
                return Page();
        }
    }

    /// <returns>Null when it is too long.</returns>
    private static string? Reason(IFormCollection form) => form["reason"].ToString() is { Length: <= HostDesk.LongestReason } reason ? reason : null;

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        var appointment = await db.Appointments.AsNoTracking().Include(each => each.Therapist).Include(each => each.Service).Include(each => each.Client)
            .FirstOrDefaultAsync(each => each.Id == AppointmentId.Of(Id), cancellation);
        if (appointment is null)
        {
            return false;
        }

        var host = this.Host();
        (Appointment, Zone, MayChange) = (appointment, await offers.ZoneAsync(cancellation), host.MayChange(appointment.Therapist!));
        HasBegun = appointment.StartsAtUtc <= time.GetUtcNow().UtcDateTime;
        Currency = await db.BookingSettings.AsNoTracking().Select(each => each.Currency).FirstOrDefaultAsync(cancellation) ?? BookingSettings.ProductDefault().Currency;
        Room = appointment.RoomId is { } room ? await db.Rooms.Where(each => each.Id == room).Select(each => each.Name).FirstOrDefaultAsync(cancellation) : null;
        History = await db.AppointmentEvents.AsNoTracking().Where(each => each.AppointmentId == appointment.Id).OrderByDescending(each => each.AtUtc).ThenByDescending(each => each.Id)
            .Select(each => new Happened(each.AtUtc, each.What, each.Note, db.Users.Where(person => person.Id == each.PersonId).Select(person => person.Name).FirstOrDefault())).ToListAsync(cancellation);
        if (appointment.SeriesId is { } seriesId)
        {
            Series = await db.Appointments.AsNoTracking().Where(each => each.SeriesId == seriesId).OrderBy(each => each.StartsAtUtc).Select(each => new SeriesMember(each.Id, each.StartsAtUtc, each.State)).ToListAsync(cancellation);
            var now = time.GetUtcNow().UtcDateTime;
            SeriesToCome = Series.Count(each => each.StartsAtUtc > now && each.State is AppointmentState.Confirmed or AppointmentState.Pending);
        }

        if (IsMovable)
        {
            await LoadPlacesAsync(host, cancellation);
        }

        return true;
    }

    private async Task LoadPlacesAsync(PracticeHost host, CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var start = Instant.FromDateTimeUtc(Appointment.StartsAtUtc);
        FreeDay = (CalendarWords.ReadWall(Request.Query["day"], "00:00") ?? Instant.Max(now, start).InZone(Zone).LocalDateTime).Date;
        var all = await db.Therapists.AsNoTracking().OrderBy(each => each.Name).ToListAsync(cancellation);
        if (Appointment.ServiceId is not { } service)
        {
            Therapists = all.FindAll(host.MayChange);
            return;
        }

        var givers = await db.Set<ServiceTherapist>().Where(each => each.ServiceId == service).Select(each => each.TherapistId).ToListAsync(cancellation);
        Therapists = all.FindAll(each => host.MayChange(each) && (givers.Contains(each.Id) || each.Id == Appointment.TherapistId));
        Rooms = await db.Rooms.AsNoTracking().Where(room => room.IsOffered && db.Set<ServiceRoom>().Any(each => each.ServiceId == service && each.RoomId == room.Id)).OrderBy(room => room.Name).ToListAsync(cancellation);
        var (from, to) = (FreeDay.AtStartOfDayInZone(Zone).ToInstant(), FreeDay.PlusDays(1).AtStartOfDayInZone(Zone).ToInstant());
        var wish = new SessionWish(service, (int)(Appointment.EndsAtUtc - Appointment.StartsAtUtc).TotalMinutes, [], null, KeepsLength: true);
        var mine = Therapists.Select(each => each.Id).ToHashSet();
        FreeTimes = await offers.ReadAsync(wish, now, from, to, Appointment.Id, cancellation) is { } offer
            ? [.. offer.FreeTimes(now, from, to, asHost: true).Select(free => free with { Places = [.. free.Places.Where(place => mine.Contains(place.Therapist)).DistinctBy(place => place.Therapist)] }).Where(free => free.Places.Count > 0)]
            : [];
    }

    /// <param name="Who">Of the practice; null for the client and for the product itself.</param>
    public sealed record Happened(DateTime AtUtc, string What, string Note, string? Who);

    public sealed record SeriesMember(AppointmentId Id, DateTime StartsAtUtc, AppointmentState State);
}
