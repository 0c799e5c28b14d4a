using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Practice.Waiting;
using Unknot.Web.Hosting;
using Unknot.Web.Language;

namespace Unknot.Web.Features.Waiting;

/// <summary><c>/book/waiting?service=…</c>: puts somebody on the waiting list of a service. Works without script and without a cookie; what was typed is kept in every answer.</summary>
[EnableRateLimiting(Limits.Contact)]
public sealed class JoinModel(PracticeDb db, OfferBook offers, WaitingDesk desk, WaitingAddresses addresses, VisitorForms forms, TimeProvider time, Texts T) : PageModel
{
    internal const string ServiceField = "service";

    private const string Purpose = "waiting";

    /// <summary>Null when none was named, or none that is offered.</summary>
    public Service? Service { get; private set; }

    /// <summary>To choose from while none was named.</summary>
    public ImmutableArray<Service> Services { get; private set; } = [];

    /// <summary>Who gives the service.</summary>
    public ImmutableArray<Therapist> Therapists { get; private set; } = [];

    public BookingSettings Rules { get; private set; } = BookingSettings.ProductDefault();

    public DateOnly Today { get; private set; }

    public WaitingForm Typed { get; private set; } = new();

    /// <summary>Of the form, for its hidden field.</summary>
    public string Mark { get; private set; } = "";

    public ImmutableArray<FieldProblem> ProblemTexts { get; private set; } = [];

    private string Asked => Request.Query[ServiceField].ToString();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        await ReadAsync(cancellation);
        Mark = forms.Mark(Purpose);
        Typed = WaitingForm.For(Today, Service?.WindowDays ?? 0);
        return Asked.Length > 0 && Service is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        await ReadAsync(cancellation);
        if (Service is null)
        {
            return NotFound();
        }

        (Typed, Mark) = (WaitingForm.Read(form), form[WaitingForm.MarkField].ToString());
        if (form[WaitingForm.TrapField].ToString().Length > 0)
        {
            // A program that hears of its mistake tries again.
            return To("/book");
        }

        switch (forms.Read(Purpose, Mark))
        {
            case VisitorForm.TooSoon:
                return Again(new FieldProblem("", T["That was very quick. Please wait a few seconds and send it again."]));
            case VisitorForm.Unknown:
                Mark = forms.Mark(Purpose);
                return Again(new FieldProblem("", T["This form had been open for too long. Your words are still here: please send them again."]));
            case VisitorForm.Fine fine:
                return await desk.JoinAsync(Typed.ToDraft(Service.Id, T.Current), fine.Id, cancellation) switch
                {
                    WaitingOutcome.Joined joined => To(addresses.PathOf(joined.Id)),
                    WaitingOutcome.Refused refused => Again([.. refused.Problems.Select(TextOf)]),
                    WaitingOutcome.NotOffered => To($"/book/waiting?{ServiceField}={Service.Slug}"),
                    _ => throw new UnreachableException(),
                };
            default:
                throw new UnreachableException();
        }
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Rules = await db.BookingSettings.AsNoTracking().SingleOrDefaultAsync(cancellation) ?? Rules;
        Today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(await offers.ZoneAsync(cancellation)).Date.ToDateOnly();
        Services = [.. await db.Services.AsNoTracking().AsSplitQuery().Include(each => each.Lengths).Include(each => each.Therapists)
            .Where(each => each.IsOffered).OrderBy(each => each.Order).ThenBy(each => each.Name).ToListAsync(cancellation)];
        Service = Services.FirstOrDefault(each => each.Slug == Asked);
        var ids = Service?.Therapists.ConvertAll(given => given.TherapistId) ?? [];
        Therapists = [.. await db.Therapists.AsNoTracking().Where(each => ids.Contains(each.Id) && each.IsBookable).OrderBy(each => each.Name).ToListAsync(cancellation)];
    }

    private RedirectResult To(string path) => new(RequestLanguage.Of(HttpContext).Address(path), permanent: false, preserveMethod: false);

    private PageResult Again(params ImmutableArray<FieldProblem> problems)
    {
        ProblemTexts = problems;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private FieldProblem TextOf(WaitingProblem problem) => problem switch
    {
        WaitingProblem.LengthWrong => new(WaitingForm.LengthField, T["Please choose how long the session is to be."]),
        WaitingProblem.TherapistWrong => new(WaitingForm.TherapistField, T["Please choose somebody who gives this session."]),
        WaitingProblem.NoDays => new($"{WaitingForm.DaysField}-1", T["Please choose at least one day of the week."]),
        WaitingProblem.FirstDayMissing => new(WaitingForm.FirstField, T["Please choose the first day that suits you."]),
        WaitingProblem.LastDayWrong => new(WaitingForm.LastField, T["Please choose a last day: today or later, and not before the first."]),
        WaitingProblem.TooFar => new(WaitingForm.LastField, T["The last day is too far away: at most {0} days from today.", WaitingDesk.MostDaysAhead]),
        WaitingProblem.HoursWrong => new(WaitingForm.LatestField, T["The latest start must not be before the earliest."]),
        WaitingProblem.NameMissing => new(WaitingForm.NameField, T["Please write your name."]),
        WaitingProblem.NameTooLong => new(WaitingForm.NameField, T["The name is too long: at most {0} characters fit.", WaitingDesk.MaxNameLength]),
        WaitingProblem.EmailMissing => new(WaitingForm.EmailField, T["Please write your e-mail address: a free time is offered there."]),
        WaitingProblem.EmailWrong => new(WaitingForm.EmailField, T["This is no e-mail address. Write it like name@example.com."]),
        WaitingProblem.PhoneTooLong => new(WaitingForm.PhoneField, T["The phone number is too long: at most {0} characters fit.", WaitingDesk.MaxPhoneLength]),
        WaitingProblem.NotText => new(WaitingForm.NameField, T["There is a line break or another character in it that no name and no number has."]),
        WaitingProblem.ConsentMissing => new(WaitingForm.AgreesField, T["Please say that we may keep this: without it we cannot write to you."]),
        WaitingProblem.TooMany => new(WaitingForm.EmailField, T["This address is on the waiting list {0} times already. Leave one of the places first, by the link in its mail.", WaitingDesk.MostPlaces]),
        _ => throw new UnreachableException(),
    };
}
