using System.Security.Claims;
using NodaTime;
using Unknot.Practice.Booking;
using Unknot.Practice.People;
using Unknot.Practice.Site;
using Unknot.Practice.Visits;
using Unknot.Web.Features.Console.Articles;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Clients;

/// <summary>What the pages about clients share.</summary>
internal static class ClientPages
{
    /// <summary>A letter that ends within so many days is worth a hint.</summary>
    private const int HintDays = 30;

    internal static ClientReader Reader(this ClaimsPrincipal who) => new(who.PersonId(), who.IsInRole(PracticeRole.Owner));

    /// <summary>The id in the address of the page.</summary>
    internal static Guid IdOf(this RouteData route, string name) => Guid.Parse((string)route.Values[name]!);

    internal static string NameOf(Client client) => client.ErasedAtUtc is null ? client.Name : "Erased client";

    internal static string WordsOf(AppointmentState state) => state switch
    {
        AppointmentState.Held => "being booked",
        AppointmentState.Pending => "waits for a yes",
        AppointmentState.Confirmed => "booked",
        AppointmentState.Done => "given",
        AppointmentState.NoShow => "did not come",
        AppointmentState.Blocked => "blocked",
        AppointmentState.Cancelled => "cancelled",
        AppointmentState.Expired => "not taken up",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>About a letter of medical necessity that ended, or soon will; null when there is nothing to say.</summary>
    internal static string? LetterHint(Client client, PracticeSettings practice, TimeProvider time)
    {
        if (client.LetterValidUntil is not { } until)
        {
            return null;
        }

        var today = Instant.FromDateTimeOffset(time.GetUtcNow()).InZone(PracticeZone.Of(practice)).Date.ToDateOnly();
        return (until.DayNumber - today.DayNumber) switch
        {
            < 0 => "The letter of medical necessity has ended.",
            0 => "The letter of medical necessity ends today.",
            1 => "The letter of medical necessity ends tomorrow.",
            <= HintDays and var days => $"The letter of medical necessity ends in {days} days.",
            _ => null,
        };
    }

    internal static string Day(DateOnly day) => day.ToString("d MMM yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
