using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Calendar;

/// <summary><c>/console/calendar/block</c>: keeps time free of sessions.</summary>
public sealed class BlockModel(PracticeDb db, OfferBook offers, HostDesk desk, TimeProvider time) : PageModel
{
    private DateTimeZone _zone = DateTimeZone.Utc;

    public IReadOnlyList<Therapist> Therapists { get; private set; } = [];

    public Fields Form { get; private set; } = null!;

    public string? Trouble { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var date = CalendarWords.ReadWall(Request.Query["date"], "00:00") is { } asked ? Text(asked.Date) : Text(Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(_zone).Date);
        Form = new Fields(Guid.NewGuid(), Guid.TryParse(Request.Query["therapist"], out var id) ? id : Therapists.Count > 0 ? Therapists[0].Id.Value : default, date, "12:00", date, "13:00", WholeDays: false, "");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !Guid.TryParse(form["key"], out var key) || !Guid.TryParse(form["therapist"], out var therapist))
        {
            return BadRequest();
        }

        await LoadAsync(cancellation);
        Form = new Fields(key, therapist, form["date"].ToString(), form["time"].ToString(), form["lastDate"].ToString(), form["lastTime"].ToString(), form["whole"] == "true", form["reason"].ToString());
        if (Form.Date.Length == 0 && Times(form) is { } tapped)
        {
            var (from, to) = (tapped.Start.InZone(_zone), tapped.End.InZone(_zone));
            Form = Form with { Date = Text(from.Date), Time = CalendarWords.Clock(tapped.Start, _zone), LastDate = Text(to.Date), LastTime = CalendarWords.Clock(tapped.End, _zone) };
        }

        if (Times(form) is not { } wanted)
        {
            return Refuse("Give a first and a last day, and a time for both unless it is whole days.", StatusCodes.Status400BadRequest);
        }

        if (Form.Reason.Length > HostDesk.LongestReason)
        {
            return Refuse($"A reason has at most {HostDesk.LongestReason} letters.", StatusCodes.Status400BadRequest);
        }

        var outcome = await desk.BlockAsync(this.Host(), new HostBlock(TherapistId.Of(therapist), wanted.Start, wanted.End, Form.Reason), key, cancellation);
        if (outcome is not HostOutcome.Done)
        {
            return Refuse(
                outcome is HostOutcome.Taken ? "There are sessions in that time. Move or cancel them first, or block around them. Nothing was changed." : CalendarWords.Refusal(outcome),
                CalendarWords.Status(outcome));
        }

        var shown = CalendarView.Read(Request.Query, wanted.Start.InZone(_zone).Date, null) ?? new CalendarView(CalendarKind.Day, wanted.Start.InZone(_zone).Date, null);
        return LocalRedirect($"{shown.Address}&done=blocked");
    }

    /// <summary>From a tap on free time: a start and so many minutes; from the form: days and times on the wall clock.</summary>
    private (Instant Start, Instant End)? Times(IFormCollection form)
    {
        if (CalendarWords.ReadMachine(form["start"]) is { } start && int.TryParse(form["minutes"], out var minutes))
        {
            return minutes is > 0 and <= 24 * 60 ? (start, start + Duration.FromMinutes(minutes)) : null;
        }

        if (Form.WholeDays)
        {
            return CalendarWords.ReadWall(Form.Date, "00:00") is { } first && CalendarWords.ReadWall(Form.LastDate, "00:00") is { } last
                ? (first.Date.AtStartOfDayInZone(_zone).ToInstant(), last.Date.PlusDays(1).AtStartOfDayInZone(_zone).ToInstant())
                : null;
        }

        return CalendarWords.ReadWall(Form.Date, Form.Time) is { } from && CalendarWords.ReadWall(Form.LastDate, Form.LastTime) is { } to
            ? (from.InZoneLeniently(_zone).ToInstant(), to.InZoneLeniently(_zone).ToInstant())
            : null;
    }

    private PageResult Refuse(string trouble, int status)
    {
        (Trouble, Response.StatusCode) = (trouble, status);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var host = this.Host();
        _zone = await offers.ZoneAsync(cancellation);
        Therapists = (await db.Therapists.AsNoTracking().OrderBy(each => each.Name).ToListAsync(cancellation)).FindAll(host.MayChange);
    }

    private static string Text(LocalDate date) => date.ToString("uuuu-MM-dd", null);

    public sealed record Fields(Guid Key, Guid Therapist, string Date, string Time, string LastDate, string LastTime, bool WholeDays, string Reason);
}
