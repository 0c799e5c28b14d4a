using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Calendar;

/// <summary>
/// <c>/console/calendar/book</c>: books for a client, once or as a series. Clients are searched by a post, so that no name stands in an address.
/// </summary>
public sealed class BookModel(PracticeDb db, OfferBook offers, HostDesk desk, SeriesDesk series, TimeProvider time) : PageModel
{
    private const int MostFound = 12;

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    public string Currency { get; private set; } = "";

    public IReadOnlyList<Service> Services { get; private set; } = [];

    public IReadOnlyList<Therapist> Therapists { get; private set; } = [];

    internal BookForm Form { get; private set; } = null!;

    /// <summary>Null before anybody was searched.</summary>
    public IReadOnlyList<Client>? Found { get; private set; }

    /// <summary>Null before they were asked for.</summary>
    public IReadOnlyList<FreeTime>? FreeTimes { get; private set; }

    public string? Trouble { get; private set; }

    /// <summary>True when the time was refused only because it is outside opening hours.</summary>
    public bool IsOutside { get; private set; }

    public IReadOnlyList<FreeTime> Nearest { get; private set; } = [];

    public SeriesPlan? Plan { get; private set; }

    /// <summary>Dates that were chosen and cannot be had any more.</summary>
    public IReadOnlyList<int> Lost { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(Zone);
        var start = CalendarWords.ReadMachine(Request.Query["start"])?.InZone(Zone).LocalDateTime;
        var date = start?.Date ?? CalendarWords.ReadWall(Request.Query["date"], "00:00")?.Date ?? now.Date;
        var client = Guid.TryParse(Request.Query["client"], out var known) ? known : (Guid?)null;
        Form = new BookForm
        {
            Key = Guid.NewGuid(),
            Service = Services.Count > 0 && Services[0].Lengths.Count > 0 ? $"{Services[0].Id}:{Services[0].Lengths.Min(each => each.Minutes)}" : "",
            Therapist = Guid.TryParse(Request.Query["therapist"], out var therapist) ? therapist.ToString() : Therapists.Count > 0 ? Therapists[0].Id.ToString() : "",
            Date = date.ToString("uuuu-MM-dd", null),
            Time = start?.ToString("HH:mm", null) ?? "",
            Client = client?.ToString() ?? "",
        };
        await FindAsync(cancellation);
        return client is not null && Found is null or { Count: 0 } ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostFindAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return BadRequest();
        }

        if (Form.Search.Length < 2)
        {
            return Refuse("Write at least two letters of the name or the e-mail address.");
        }

        // Who was chosen before is no longer, unless found again.
        Form = Form with { Client = "" };
        await FindAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostTimesAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return BadRequest();
        }

        if (Form.Wish() is not { } wish || CalendarWords.ReadWall(Form.Date, "00:00") is not { } day)
        {
            return Refuse("Choose a service, a therapist and a day.");
        }

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var (from, to) = (day.Date.AtStartOfDayInZone(Zone).ToInstant(), day.Date.PlusDays(1).AtStartOfDayInZone(Zone).ToInstant());
        var offer = await offers.ReadAsync(wish, now, from, to, null, cancellation);
        if (offer is null)
        {
            return Refuse("This service, length, add-on and therapist do not go together.");
        }

        FreeTimes = offer.FreeTimes(now, from, to, asHost: true);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return BadRequest();
        }

        if (TroubleWithForm(out var wish, out var wall) is { } trouble)
        {
            return Refuse(trouble);
        }

        var start = wall.InZoneLeniently(Zone).ToInstant();
        var outcome = await desk.BookAsync(this.Host(), new HostBooking(wish, start, null, Form.For(), Form.Outside, Form.Tell), Form.Key, cancellation);
        if (outcome is HostOutcome.Done done)
        {
            return LocalRedirect($"/console/calendar/{done.Appointment.Id}?done=booked");
        }

        (Nearest, IsOutside) = (CalendarWords.Nearest(outcome), outcome is HostOutcome.OutsideHours);
        return Refuse(IsOutside ? "That is outside opening hours. Tick the box below if that is meant." : CalendarWords.Refusal(outcome), CalendarWords.Status(outcome));
    }

    public async Task<IActionResult> OnPostSeriesAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return BadRequest();
        }

        if (SeriesOfForm(out var wish) is { } trouble)
        {
            return Refuse(trouble);
        }

        // Only what an earlier preview chose is kept: in a new one every free date is.
        Form = Form with { Chosen = new Dictionary<int, string>() };
        Plan = await series.PlanAsync(wish!, cancellation);
        return Plan is null ? Refuse("This service, length, add-on and therapist do not go together.") : Page();
    }

    public async Task<IActionResult> OnPostBookSeriesAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return BadRequest();
        }

        if (SeriesOfForm(out var wish) is { } trouble)
        {
            return Refuse(trouble);
        }

        var chosen = Form.Chosen.Where(each => each.Key <= wish!.Times).Select(each => (Number: each.Key, Start: CalendarWords.ReadMachine(each.Value))).ToList();
        if (chosen.Exists(each => each.Start is null))
        {
            return BadRequest();
        }

        if (chosen.Count == 0)
        {
            Plan = await series.PlanAsync(wish!, cancellation);
            return Refuse("Choose at least one date.");
        }

        switch (await series.BookAsync(this.Host(), wish!, [.. chosen.Select(each => new SeriesChoice(each.Number, each.Start!.Value))], Form.For(), Form.Tell, Form.Key, cancellation))
        {
            case SeriesOutcome.Done done:
                return LocalRedirect($"/console/calendar/{done.Appointments[0].Id}?done=booked");
            case SeriesOutcome.Lost lost:
                (Plan, Lost) = (lost.Plan, lost.Numbers);
                return Refuse("Nothing was booked: somebody took one of the dates meanwhile, or two of them overlap. They are marked below.", StatusCodes.Status409Conflict);
            case SeriesOutcome.Refused refused:
                return Refuse(CalendarWords.Refusal(refused.Why), CalendarWords.Status(refused.Why));
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private string? TroubleWithForm(out SessionWish wish, out LocalDateTime wall)
    {
        (wish, wall) = (Form.Wish()!, CalendarWords.ReadWall(Form.Date, Form.Time) ?? default);
        return this switch
        {
            _ when wish is null => "Choose a service and a therapist.",
            _ when CalendarWords.ReadWall(Form.Date, Form.Time) is null => "Choose a day and a time.",
            _ when Form.Note.Length > BookForm.LongestNote => $"A note has at most {BookForm.LongestNote} letters.",
            _ => Form.TroubleWithClient(),
        };
    }

    private string? SeriesOfForm(out SeriesWish? wish)
    {
        wish = null;
        if (TroubleWithForm(out var session, out var wall) is { } trouble)
        {
            return trouble;
        }

        if (!int.TryParse(Form.Every, out var every) || every is < 1 or > SeriesWish.MostWeeks || !int.TryParse(Form.Times, out var times) || times is < 2 or > SeriesWish.MostTimes)
        {
            return $"A series comes every 1 to {SeriesWish.MostWeeks} weeks, 2 to {SeriesWish.MostTimes} times.";
        }

        wish = new SeriesWish(session, wall, every, times);
        return null;
    }

    private PageResult Refuse(string trouble, int status = StatusCodes.Status400BadRequest)
    {
        (Trouble, Response.StatusCode) = (trouble, status);
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } posted || BookForm.Read(posted) is not { } form)
        {
            return false;
        }

        // A free time that was tapped stands in for the field.
        Form = posted["tapped"].ToString() is { Length: > 0 } tapped ? form with { Time = tapped } : form;
        await LoadAsync(cancellation);
        await FindAsync(cancellation);
        return true;
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var host = this.Host();
        Zone = await offers.ZoneAsync(cancellation);
        Currency = await db.BookingSettings.AsNoTracking().Select(each => each.Currency).FirstOrDefaultAsync(cancellation) ?? BookingSettings.ProductDefault().Currency;
        Services = await db.Services.AsNoTracking().AsSplitQuery().Include(each => each.Lengths).Include(each => each.AddOns).Where(each => each.IsOffered).OrderBy(each => each.Order).ThenBy(each => each.Id).ToListAsync(cancellation);
        Therapists = (await db.Therapists.AsNoTracking().Where(each => each.IsBookable).OrderBy(each => each.Name).ToListAsync(cancellation)).FindAll(host.MayChange);
    }

    /// <summary>Those who were searched, and who is chosen already.</summary>
    private async Task FindAsync(CancellationToken cancellation)
    {
        var chosen = Guid.TryParse(Form.Client, out var id) ? ClientId.Of(id) : (ClientId?)null;
        if (Form.Search.Length < 2 && chosen is null)
        {
            return;
        }

        var known = db.Clients.AsNoTracking().Where(each => each.ErasedAtUtc == null);
        if (Form.Search.Length >= 2)
        {
            var text = Form.Search.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011, RS0030 // Run by the database, which has no culture to give.
            known = known.Where(each => each.EmailKey.Contains(text) || each.Name.ToLower().Contains(text) || each.Id == chosen);
#pragma warning restore CA1304, CA1311, CA1862, MA0011, RS0030
        }
        else
        {
            known = known.Where(each => each.Id == chosen);
        }

        Found = await known.OrderBy(each => each.Name).ThenBy(each => each.Id).Take(MostFound).ToListAsync(cancellation);
    }
}
