using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
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

/// <summary><c>/book/{service}</c>: when it is free. To take a time holds it, and leads on to the form.</summary>
[EnableRateLimiting(Limits.Hold)]
public sealed class TimesModel(PracticeDb db, OfferBook offers, BookingDesk desk, BookingAddresses addresses, SignedTokens tokens, TimeProvider time, Texts T) : PageModel
{
    private const string TokenField = "form";

    private const string Purpose = "book-time";

    /// <summary>A page that lay open longer shows what is free now.</summary>
    private static readonly TimeSpan Latest = TimeSpan.FromHours(24);

    private string Slug => (string)RouteData.Values["service"]!;

    public BookingSettings Rules { get; private set; } = BookingSettings.ProductDefault();

    /// <summary>Null when there is nothing like it on offer.</summary>
    public Choice? Choice { get; private set; }

    public string TherapistName { get; private set; } = "";

    public Picker? Picker { get; private set; }

    /// <summary>Why no time was taken; empty when nobody tried.</summary>
    public string Trouble { get; private set; } = "";

    /// <summary>Free times near the one that was gone.</summary>
    public ImmutableArray<FreeTime> Nearest { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await FindAsync(name => Request.Query[name], cancellation) ?? await ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        if (await FindAsync(name => form[name], cancellation) is { } refused)
        {
            return refused;
        }

        if (Picker.ReadStart(form[Picker.StartField]) is not { } start)
        {
            return BadRequest();
        }

        if (tokens.Read(Purpose, form[TokenField]) is not { } token || token.Subject != Slug || token.Age > Latest)
        {
            return await AgainAsync(StatusCodes.Status400BadRequest, T["This page had been open for too long. Please choose a time again."], cancellation);
        }

        var outcome = await desk.HoldAsync(Choice!.Wish, start, KeyOf(token.Id, start), cancellation);
        switch (outcome)
        {
            case BookingOutcome.Done held:
                return new RedirectResult(RequestLanguage.Of(HttpContext).Address(addresses.HoldPathOf(held.Appointment.Id, Choice.Query)), permanent: false, preserveMethod: false);
            case BookingOutcome.Taken taken:
                Nearest = [.. taken.Nearest];
                return await AgainAsync(StatusCodes.Status409Conflict, T["That time is no longer free."], cancellation);
            case BookingOutcome.NotOffered:
                Choice = null;
                return NotOffered();
            default:
                return await AgainAsync(StatusCodes.Status409Conflict, T["That time is no longer free."], cancellation);
        }
    }

    /// <summary>The same button of the same page takes one time; another button takes another.</summary>
    private Guid KeyOf(Guid page, Instant start)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var text = $"{page}|{Choice!.Service.Id}|{Choice.Query}|{Picker.Machine(start)}";
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return new Guid(hash[..16], bigEndian: BitConverter.IsLittleEndian);
    }

    /// <returns>Null when it is on offer; a page that says otherwise.</returns>
    private async Task<IActionResult?> FindAsync(Func<string, Microsoft.Extensions.Primitives.StringValues> fields, CancellationToken cancellation)
    {
        Rules = await db.BookingRulesAsync(cancellation);
        if (!Rules.IsOpen)
        {
            Response.StatusCode = HttpMethods.IsPost(Request.Method) ? StatusCodes.Status409Conflict : StatusCodes.Status200OK;
            return Page();
        }

        if (await db.OnOffer().FirstOrDefaultAsync(each => each.Slug == Slug, cancellation) is not { } service)
        {
            return NotOffered();
        }

        Choice = Choice.Read(service, fields);
        if (Choice?.Therapist is { } id)
        {
            TherapistName = await db.Therapists.Where(each => each.Id == id && each.IsBookable).Select(each => each.Name).FirstOrDefaultAsync(cancellation) ?? "";
            Choice = TherapistName.Length == 0 ? null : Choice;
        }

        return Choice is null ? NotOffered() : null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var service = Choice!.Service;
        if (await offers.ReadAsync(Choice.Wish, now, now, now + Duration.FromDays(service.WindowDays + 1), except: null, cancellation) is not { } offer)
        {
            Choice = null;
            return NotOffered();
        }

        Picker = Picker.Read(offer, now, $"/book/{service.Slug}", Choice.Query, Request.Query, [.. Choice.Fields, (TokenField, tokens.Issue(Purpose, service.Slug))]);
        return Picker is null ? BadRequest() : Page();
    }

    private Task<IActionResult> AgainAsync(int status, string trouble, CancellationToken cancellation)
    {
        (Response.StatusCode, Trouble) = (status, trouble);
        return ShowAsync(cancellation);
    }

    private PageResult NotOffered()
    {
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
