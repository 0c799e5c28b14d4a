using System.Collections.Immutable;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Booking;

/// <summary><c>/book/details/{token}</c>: the form that turns a held time into a session. Works without script; what was typed is kept in every answer.</summary>
[EnableRateLimiting(Limits.Booking)]
public sealed class DetailsModel(
    PracticeDb db, OfferBook offers, BookingDesk desk, BookingAddresses addresses, VisitorForms forms, BodyMapCheck maps, TimeProvider time, Texts T) : PageModel
{
    internal const string DoField = "do";
    internal const string Extend = "extend";
    internal const string Release = "release";

    private const string Purpose = "booking";

    private string _choice = "";

    public Appointment Held { get; private set; } = null!;

    public BookingSettings Rules { get; private set; } = BookingSettings.ProductDefault();

    public DateTimeZone Zone { get; private set; } = DateTimeZone.Utc;

    public DetailsForm Typed { get; private set; } = DetailsForm.Empty;

    public ImmutableArray<FieldProblem> ProblemTexts { get; private set; } = [];

    /// <summary>Of the form, for its hidden field.</summary>
    public string Mark { get; private set; } = "";

    public DateTime NowUtc { get; private set; }

    /// <summary>Whether the time is kept for this visitor now.</summary>
    public bool IsKept { get; private set; }

    public bool CanExtend { get; private set; }

    /// <summary>The session has begun, or it was cancelled: nothing can be booked with this address any more.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Somebody else has the time; what is free near it may be empty.</summary>
    public bool IsTaken { get; private set; }

    public ImmutableArray<FreeTime> Nearest { get; private set; } = [];

    /// <summary>Whether a client may still move or cancel it once it is booked.</summary>
    public bool CanChangeLater => NowUtc <= Held.StartsAtUtc.AddHours(-Math.Min(Held.Service!.MoveHours, Held.Service.CancelHours));

    /// <summary>Page with the times of what was chosen.</summary>
    public string TimesAddress => $"/book/{Held.Service!.Slug}{(_choice.Length > 0 ? $"?{_choice}" : "")}";

    private bool WithAnybody => !_choice.Contains($"{Choice.TherapistField}=", StringComparison.Ordinal);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } answer)
        {
            return answer;
        }

        Mark = forms.Mark(Purpose);
        if (IsOver)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        if (await FindAsync(cancellation) is { } answer)
        {
            return answer;
        }

        (Typed, Mark) = (DetailsForm.Read(form), form[DetailsForm.MarkField].ToString());
        if (IsOver)
        {
            return Answer(StatusCodes.Status410Gone);
        }

        switch (form[DoField].ToString())
        {
            case Release:
                await desk.ReleaseAsync(Held.Id, cancellation);
                return To(TimesAddress);
            case Extend:
                if (await desk.ExtendAsync(Held.Id, cancellation) is BookingOutcome.Done longer)
                {
                    Held.HoldEndsAtUtc = longer.Appointment.HoldEndsAtUtc;
                    CanExtend = false;
                    return Page();
                }

                return Answer(StatusCodes.Status409Conflict, new FieldProblem("", T["The time cannot be kept longer. You can still send the form."]));
            default:
                return await BookAsync(form, cancellation);
        }
    }

    private async Task<IActionResult> BookAsync(IFormCollection form, CancellationToken cancellation)
    {
        if (form[DetailsForm.TrapField].ToString().Length > 0)
        {
            // A program that hears of its mistake tries again.
            return To("/book");
        }

        switch (forms.Read(Purpose, Mark))
        {
            case VisitorForm.TooSoon:
                return Answer(StatusCodes.Status400BadRequest, new FieldProblem("", T["That was very quick. Please wait a few seconds and send it again."]));
            case VisitorForm.Unknown:
                Mark = forms.Mark(Purpose);
                return Answer(StatusCodes.Status400BadRequest, new FieldProblem("", T["This form had been open for too long. Your words are still here: please send them again."]));
            default:
                break;
        }

        var problems = Typed.Check(T, maps, out var details);
        if (details is null)
        {
            return Answer(StatusCodes.Status400BadRequest, [.. problems]);
        }

        if (form[Picker.StartField].ToString() is { Length: > 0 } instead)
        {
            if (Picker.ReadStart(instead) is not { } start)
            {
                return BadRequest();
            }

            if (await desk.HoldInsteadAsync(Held.Id, start, WithAnybody, cancellation) is var held and not BookingOutcome.Done)
            {
                return await LostAsync(held, start, cancellation);
            }
        }

        var outcome = await desk.BookAsync(Held.Id, details, cancellation);
        return outcome is BookingOutcome.Done done ? To(addresses.PathOf(done.Appointment.Id)) : await LostAsync(outcome, Instant.FromDateTimeUtc(Held.StartsAtUtc), cancellation);
    }

    private async Task<IActionResult> LostAsync(BookingOutcome outcome, Instant start, CancellationToken cancellation)
    {
        switch (outcome)
        {
            case BookingOutcome.Taken:
                IsTaken = true;
                var wish = BookingDesk.WishOf(Held) with { Therapist = WithAnybody ? null : Held.TherapistId };
                Nearest = [.. await desk.NearestAsync(wish, start, Held.Id, asHost: false, cancellation)];
                return Answer(StatusCodes.Status409Conflict);
            case BookingOutcome.NotOffered:
                return Answer(StatusCodes.Status404NotFound, new FieldProblem("", T["This is no longer offered. Please choose again."]));
            default:
                // Another click of the same form was quicker, or the time is past.
                return await FindAsync(cancellation)
                    ?? Answer(StatusCodes.Status409Conflict, new FieldProblem("", T["Something about this time has changed meanwhile. Please look again and send the form once more."]));
        }
    }

    /// <returns>Null when there is a hold to fill in, or one that is over.</returns>
    private async Task<IActionResult?> FindAsync(CancellationToken cancellation)
    {
        if (addresses.ReadHold((string)RouteData.Values["token"]!) is not var (id, choice)
            || await db.Appointments.AsNoTracking().Include(each => each.Service).Include(each => each.Therapist).FirstOrDefaultAsync(each => each.Id == id && each.ServiceId != null, cancellation) is not { } held)
        {
            return NotFound();
        }

        (Held, _choice, NowUtc) = (held, choice, time.GetUtcNow().UtcDateTime);
        (Rules, Zone) = (await db.BookingRulesAsync(cancellation), await offers.ZoneAsync(cancellation));
        if (held.State is not (AppointmentState.Held or AppointmentState.Expired))
        {
            return To(addresses.PathOf(held.Id));
        }

        IsOver = held.StartsAtUtc <= NowUtc || (held.State is AppointmentState.Expired && held.ClientId is not null);
        IsKept = !IsOver && held.State is AppointmentState.Held && held.HoldEndsAtUtc > NowUtc;
        CanExtend = IsKept && !await desk.IsExtendedAsync(held.Id, cancellation);
        return null;
    }

    private RedirectResult To(string address) => new(RequestLanguage.Of(HttpContext).Address(address), permanent: false, preserveMethod: false);

    private PageResult Answer(int status, params ImmutableArray<FieldProblem> problems)
    {
        (Response.StatusCode, ProblemTexts) = (status, problems);
        return Page();
    }
}
