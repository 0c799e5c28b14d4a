using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Offer;

/// <summary><c>/console/offer/hours</c>: the week and the single days of one therapist, and what they come to.</summary>
public sealed class HoursModel(PracticeDb db, HoursDesk desk, OfferBook offers, TimeProvider time) : OfferPage
{
    private const int DaysShown = 28;
    private const int WindowsOfADay = 3;

    private Hours _hours = new([], [], []);

    public ImmutableArray<Therapist> Therapists { get; private set; } = [];

    /// <summary>Null when nobody works here.</summary>
    public Therapist? Therapist { get; private set; }

    public string Address => $"/console/offer/hours?therapist={Therapist?.Id}";

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    /// <summary>As it stands in the form.</summary>
    public WeekDraft Week { get; private set; } = new([], "");

    /// <summary>As it is kept.</summary>
    public ImmutableArray<WindowDraft> SavedWeek => WeekDraft.From(_hours.Windows).Windows;

    /// <summary>What is shown is not what is kept.</summary>
    public bool IsPreview { get; private set; }

    public ImmutableArray<OpenDay> Preview { get; private set; } = [];

    public ImmutableArray<Appointment> Outside { get; private set; } = [];

    /// <summary>Of today and later, by day.</summary>
    public IEnumerable<IGrouping<DateOnly, DayChange>> Changes => _hours.Changes.Where(change => change.Date >= Today.ToDateOnly()).OrderBy(change => change.Date).ThenBy(change => change.StartMinute).GroupBy(change => change.Date);

    public string KnownChanges => HoursDesk.FingerprintOf(_hours.Changes);

    public string DayDate { get; private set; } = "";

    public bool DayIsClosed { get; private set; }

    public ImmutableArray<(string Start, string End)> DayWindows { get; private set; } = [.. Enumerable.Repeat(("", ""), WindowsOfADay)];

    private LocalDate Today => Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(Zone).Date;

    /// <param name="day">1 is Monday, 7 Sunday.</param>
    public static string DayName(int day) => CultureInfo.InvariantCulture.DateTimeFormat.GetDayName((DayOfWeek)(day % 7));

    /// <returns>"Every 2 weeks from 2026-03-02 to 2026-12-31".</returns>
    public static string Rule(WindowDraft window)
    {
        ArgumentNullException.ThrowIfNull(window);
        var every = window.Every.Trim() is "" or "1" ? "Every week" : $"Every {window.Every} weeks";
        return $"{every}{(window.From.Length > 0 ? $" from {window.From}" : "")}{(window.To.Length > 0 ? $" to {window.To}" : "")}";
    }

    /// <returns>"12:00–14:00, 15:00–17:00", or that nobody works.</returns>
    public static string Said(IEnumerable<DayChange> day)
    {
        var windows = day.Where(change => change.StartMinute is not null).Select(change => $"{ClockTimes.Write(change.StartMinute!.Value)}–{ClockTimes.Write(change.EndMinute!.Value)}").ToList();
        return windows.Count == 0 ? "does not work" : string.Join(", ", windows);
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Told = Request.Query["done"].ToString() switch
        {
            "week" => "The week is saved.",
            "day" => "The day is saved.",
            "removed" => "The week holds on that day again.",
            _ => null,
        };
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        if (Therapist is not null)
        {
            Week = WeekDraft.From(_hours.Windows);
            await LookAheadAsync(null, cancellation);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await ReadWeekAsync(cancellation) is { } refusal)
        {
            return refusal;
        }

        var outcome = await desk.SaveWeekAsync(Therapist!.Id, Week, User.PersonId(), cancellation);
        if (outcome is not OfferOutcome.Gone && Understand(outcome) is null)
        {
            Week = WasChanged ? Week with { Fingerprint = WeekDraft.From(_hours.Windows).Fingerprint } : Week;
            await LookAheadAsync(null, cancellation);
            return Page();
        }

        return LocalRedirect($"{Address}&done=week");
    }

    /// <summary>Shows what the week comes to, and keeps nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellation)
    {
        if (await ReadWeekAsync(cancellation) is { } refusal)
        {
            return refusal;
        }

        var (windows, problems) = desk.Understand(Therapist!.Id, Week);
        (IsPreview, Problems) = (true, problems);
        await LookAheadAsync(problems.IsEmpty ? windows : null, cancellation);
        return Page();
    }

    /// <summary>Copies Monday to the weekdays in the form, and keeps nothing.</summary>
    public async Task<IActionResult> OnPostCopyAsync(CancellationToken cancellation)
    {
        if (await ReadWeekAsync(cancellation) is { } refusal)
        {
            return refusal;
        }

        Week = Week.WithMondayOnWeekdays();
        var (windows, problems) = desk.Understand(Therapist!.Id, Week);
        (IsPreview, Problems) = (true, problems);
        await LookAheadAsync(problems.IsEmpty ? windows : null, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostDayAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !await LoadAsync(cancellation) || Therapist is null)
        {
            return BadRequest();
        }

        (DayDate, DayIsClosed) = (form["Date"].ToString(), form["Closed"] == "yes");
        var rows = Rows(form, "DayStart", "DayEnd").Select(row => (row[0], row[1])).Where(row => row.Item1.Length > 0 || row.Item2.Length > 0).ToList();
        DayWindows = [.. rows, .. Enumerable.Repeat(("", ""), Math.Max(1, WindowsOfADay - rows.Count))];
        return await AnswerDayAsync(await desk.SaveDayAsync(Therapist.Id, new DayDraft(DayDate, DayIsClosed, DayWindows, form["Known"].ToString()), User.PersonId(), cancellation), "day", cancellation);
    }

    public async Task<IActionResult> OnPostRemoveDayAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form || !await LoadAsync(cancellation) || Therapist is null
            || !DateOnly.TryParseExact(form["Date"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return BadRequest();
        }

        return await AnswerDayAsync(await desk.RemoveDayAsync(Therapist.Id, date, form["Known"].ToString(), User.PersonId(), cancellation), "removed", cancellation);
    }

    private async Task<IActionResult> AnswerDayAsync(OfferOutcome outcome, string done, CancellationToken cancellation)
    {
        if (outcome is OfferOutcome.Gone || Understand(outcome) is not null)
        {
            return LocalRedirect($"{Address}&done={done}");
        }

        Week = WeekDraft.From(_hours.Windows);
        await LookAheadAsync(null, cancellation);
        return Page();
    }

    /// <returns>Null when the week was read.</returns>
    private async Task<IActionResult?> ReadWeekAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        if (!await LoadAsync(cancellation) || Therapist is null)
        {
            return NotFound();
        }

        var windows = Rows(form, "Day", "Start", "End", "From", "To", "Every")
            .Select(row => new WindowDraft(int.TryParse(row[0], NumberStyles.None, CultureInfo.InvariantCulture, out var day) ? day : 0, row[1], row[2], row[3], row[4], row[5]))
            .Where(window => !window.IsEmpty).OrderBy(window => window.Day);
        Week = new WeekDraft([.. windows], form["Fingerprint"].ToString());
        return null;
    }

    /// <returns>False when somebody is asked for who is not there.</returns>
    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        Zone = await offers.ZoneAsync(cancellation);
        Therapists = [.. await db.Therapists.AsNoTracking().OrderByDescending(each => each.IsBookable).ThenBy(each => each.Name).ThenBy(each => each.Id).ToListAsync(cancellation)];
        if (!Request.Query.ContainsKey("therapist"))
        {
            Therapist = Therapists.FirstOrDefault();
        }
        else
        {
            Therapist = Guid.TryParse(Request.Query["therapist"], out var id) ? Therapists.FirstOrDefault(each => each.Id == TherapistId.Of(id)) : null;
            if (Therapist is null)
            {
                return false;
            }
        }

        _hours = Therapist is null ? _hours : await desk.ReadAsync(Therapist.Id, cancellation) ?? _hours;
        return true;
    }

    private async Task LookAheadAsync(ImmutableArray<WorkingWindow>? instead, CancellationToken cancellation)
    {
        Preview = OpeningPreview.Of(instead is { } windows ? _hours with { Windows = windows } : _hours, Zone, Today, DaysShown);
        Outside = await desk.OutsideAsync(Therapist!.Id, instead is { } unsaved ? unsaved : null, Zone, cancellation);
    }
}
