using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Booking;
using Unknot.Practice.Storage;
using Unknot.Practice.Texts;
using Unknot.Practice.Visits;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Clients;

/// <summary>The clients somebody may see. What is searched for is posted, so that no name stands in an address.</summary>
internal sealed class ClientsModel(PracticeDb db, ClientAccess access, TimeProvider time) : PageModel
{
    internal const int PerSheet = 40;

    private const int FewestDigits = 3;

    public ImmutableArray<ListedClient> Clients { get; private set; } = [];

    public string Query { get; private set; } = "";

    public int Count { get; private set; }

    /// <summary>From 1.</summary>
    public int Sheet { get; private set; } = 1;

    public bool HasMore => Sheet * PerSheet < Count;

    public string? Told { get; private set; }

    public Task OnGetAsync(CancellationToken cancellation)
    {
        Told = Request.Query["done"].ToString() switch
        {
            "added" => "Added. You see this client here once there is a session with you.",
            "merged" => "The two are one now.",
            _ => null,
        };
        return ShowAsync("", Request.Query["sheet"], cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await PostedForm.ReadAsync(Request, cancellation) is not { } form)
        {
            return BadRequest();
        }

        await ShowAsync(form["q"].ToString(), form["sheet"], cancellation);
        return Page();
    }

    internal static bool Answers(string query, string name, string email, string phone)
    {
        var text = Slugs.WithoutMarks($"{name}\n{email}");
        var digits = Digits(query);
        return Slugs.WithoutMarks(query).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => text.Contains(word, StringComparison.Ordinal))
            || (digits.Length >= FewestDigits && Digits(phone).Contains(digits, StringComparison.Ordinal));
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private async Task ShowAsync(string query, string? sheet, CancellationToken cancellation)
    {
        Query = query.Trim() is { Length: <= 100 } short100 ? short100 : query.Trim()[..100];
        Sheet = int.TryParse(sheet, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, 100_000) : 1;

        // Compared here: the two databases differ in which letters are the same, and a practice has thousands of clients, not millions.
        var all = await access.ClientsOf(User.Reader()).AsNoTracking().Where(client => client.ErasedAtUtc == null)
            .Select(client => new { client.Id, client.Name, client.Email, client.Phone }).ToListAsync(cancellation);
        var found = all.Where(client => Answers(Query, client.Name, client.Email, client.Phone)).OrderBy(client => Slugs.WithoutMarks(client.Name), StringComparer.Ordinal).ThenBy(client => client.Id.Value).ToList();
        Count = found.Count;
        var shown = found.Skip((Sheet - 1) * PerSheet).Take(PerSheet).ToList();
        var ids = shown.ConvertAll(client => (ClientId?)client.Id);
        var now = time.GetUtcNow().UtcDateTime;
        var sessions = await db.Appointments.AsNoTracking()
            .Where(session => ids.Contains(session.ClientId) && (session.State == AppointmentState.Confirmed || session.State == AppointmentState.Done || session.State == AppointmentState.Pending))
            .Select(session => new { session.ClientId, session.StartsAtUtc }).ToListAsync(cancellation);
        var times = sessions.ToLookup(session => session.ClientId!.Value, session => session.StartsAtUtc);
        Clients =
        [
            .. shown.Select(client => new ListedClient(
                client.Id, client.Name, client.Email, client.Phone,
                times[client.Id].Where(at => at <= now).Select(at => (DateTime?)at).Max(),
                times[client.Id].Where(at => at > now).Select(at => (DateTime?)at).Min())),
        ];
    }
}

internal sealed record ListedClient(ClientId Id, string Name, string Email, string Phone, DateTime? LastUtc, DateTime? NextUtc);
