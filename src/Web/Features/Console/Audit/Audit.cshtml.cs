using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Storage;

namespace Unknot.Web.Features.Console.Audit;

/// <summary>The trail: who did what, when.</summary>
public sealed class AuditModel(PracticeDb db) : PageModel
{
    internal const int PerSheet = 50;

    private const int LastSheet = 100_000;

    public IReadOnlyList<AuditEntry> Entries { get; private set; } = [];

    /// <summary>People by id, in the order of their names.</summary>
    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<string> Actions { get; private set; } = [];

    public Guid? PersonId { get; private set; }

    public string? Action { get; private set; }

    /// <summary>From 1.</summary>
    public int Sheet { get; private set; } = 1;

    public bool HasOlder { get; private set; }

    /// <summary><c>person.role-changed</c> → "person role changed".</summary>
    internal static string WordsOf(string action) => action.Replace('.', ' ').Replace('-', ' ');

    internal string NameOf(string personId) => Guid.TryParse(personId, out var id) && Names.TryGetValue(id, out var name) ? name : "nobody known";

    /// <summary>What it was done to; empty where that is who did it.</summary>
    internal string AboutOf(AuditEntry entry) => entry.Subject switch
    {
        "person" when entry.SubjectId == entry.PersonId?.ToString() => "",
        "person" => entry.SubjectId.Length == 0 ? "" : NameOf(entry.SubjectId),
        _ => entry.Subject,
    };

    internal string AddressOf(int sheet)
    {
        var query = new QueryBuilder();
        if (PersonId is { } person)
        {
            query.Add("person", person.ToString());
        }

        if (Action is { } action)
        {
            query.Add("action", action);
        }

        query.Add("sheet", sheet.ToString(CultureInfo.InvariantCulture));
        return $"/console/audit{query}";
    }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        PersonId = Guid.TryParse(Request.Query["person"], out var person) ? person : null;
        Action = Request.Query["action"] is [{ Length: > 0 } action] ? action : null;
        Sheet = int.TryParse(Request.Query["sheet"], NumberStyles.None, CultureInfo.InvariantCulture, out var sheet) ? Math.Clamp(sheet, 1, LastSheet) : 1;

        Names = (await db.Users.OrderBy(each => each.Name).ThenBy(each => each.Id).Select(each => new { each.Id, each.Name }).ToListAsync(cancellation)).ToDictionary(each => each.Id, each => each.Name);
        Actions = await db.Audit.Select(entry => entry.Action).Distinct().OrderBy(each => each).ToListAsync(cancellation);

        var found = db.Audit.AsNoTracking();
        if (PersonId is { } who)
        {
            var subject = who.ToString();
            found = found.Where(entry => entry.PersonId == who || (entry.Subject == "person" && entry.SubjectId == subject));
        }

        if (Action is { } what)
        {
            found = found.Where(entry => entry.Action == what);
        }

        // One more than is shown says whether there are older ones.
        var taken = await found.OrderByDescending(entry => entry.AtUtc).ThenByDescending(entry => entry.Id).Skip((Sheet - 1) * PerSheet).Take(PerSheet + 1).ToListAsync(cancellation);
        (Entries, HasOlder) = ([.. taken.Take(PerSheet)], taken.Count > PerSheet);
    }
}
