using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Calendar;

/// <summary><c>/console/calendar</c>: a day, a week or a month, of one therapist or of all.</summary>
public sealed class CalendarModel(CalendarReader reader, HostDesk desk) : PageModel
{
    public CalendarSheet Sheet { get; private set; } = null!;

    public string? Done { get; private set; }

    public RefusedMove? Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Done = Request.Query["done"].ToString() switch
        {
            "moved" => "Moved.",
            "booked" => "Booked.",
            "blocked" => "The time is blocked.",
            "unblocked" => "The time is free again.",
            "series" => "The series is booked.",
            _ => null,
        };
        return await LoadAsync(cancellation) ? Page() : BadRequest();
    }

    /// <summary>What was dragged or carried by the keyboard: the database decides, and what is refused stands where it was.</summary>
    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form
            || !Guid.TryParse(form["id"], out var id)
            || !int.TryParse(form["version"], out var version)
            || !Guid.TryParse(form["therapist"], out var therapist)
            || CalendarWords.ReadMachine(form["start"]) is not { } start)
        {
            return BadRequest();
        }

        var move = new HostMove(version, start, TherapistId.Of(therapist), null, OutsideHours: form["outside"] == "true", TellClient: form["tell"] == "true");
        var outcome = await desk.MoveAsync(this.Host(), AppointmentId.Of(id), move, cancellation);
        if (!await LoadAsync(cancellation))
        {
            return BadRequest();
        }

        if (outcome is HostOutcome.Done)
        {
            return LocalRedirect($"{Sheet.View.Address}&done=moved");
        }

        Refused = new RefusedMove(AppointmentId.Of(id), move, outcome);
        Response.StatusCode = CalendarWords.Status(outcome);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (await reader.ReadAsync(Request.Query, this.Host(), cancellation) is not { } sheet)
        {
            return false;
        }

        Sheet = sheet;
        return true;
    }

    /// <param name="Move">As it was wanted.</param>
    public sealed record RefusedMove(AppointmentId Id, HostMove Move, HostOutcome Why);
}

internal static class SignedInHost
{
    /// <summary>Who works in the calendar.</summary>
    internal static PracticeHost Host(this PageModel page) => new(page.User.PersonId(), page.User.IsInRole(PracticeRole.Owner));
}
