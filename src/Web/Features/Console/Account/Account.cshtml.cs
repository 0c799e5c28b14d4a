using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Practice.People;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Account;

/// <summary>One's own name, passkeys and sessions.</summary>
public sealed partial class AccountModel(PracticeDb db, UserManager<Person> people, SignInManager<Person> door, Sessions sessions, TimeProvider time) : PageModel
{
    internal const int LongestPasskeyName = 60;

    private const int MostPasskeys = 20;

    private const string Address = "/console/account";

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    public IReadOnlyList<SignedInSession> Sessions { get; private set; } = [];

    /// <summary>What was done last, or null.</summary>
    public string? Done { get; private set; }

    public string? Trouble { get; private set; }

    public string Device => DeviceWords.Of(Request.Headers.UserAgent);

    internal static string IdOf(UserPasskeyInfo passkey) => Base64Url.EncodeToString(passkey.CredentialId);

    public Task OnGetAsync(CancellationToken cancellation)
    {
        Done = Request.Query["done"].ToString() switch
        {
            "name" => "Your name is changed.",
            "password" => "Your password is changed. Every other browser is signed out.",
            "passkey" => "The passkey is added.",
            "removed" => "The passkey is removed. Remove it from your device too.",
            "ended" => "The session is ended.",
            "others" => "All other sessions are ended.",
            _ => null,
        };
        return LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostNameAsync(CancellationToken cancellation)
    {
        var name = (await Request.ReadFormAsync(cancellation))["name"].ToString().Trim();
        await LoadAsync(cancellation);
        if (NewPerson.TroubleWithName(name) is { } trouble)
        {
            return Refuse(trouble);
        }

        if (name != Person.Name)
        {
            Person.Name = name;
            AuditTrail.Note(db, time, Person.Id, AuditActions.Renamed, "person", Person.Id.ToString());
            await people.UpdateAsync(Person);
            Shelf.Forget(Person.Id);
        }

        return DoneWith("name");
    }

    public async Task<IActionResult> OnPostEndSessionAsync(CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        if (Guid.TryParse(form["id"], out var id))
        {
            await sessions.EndAsync(User.PersonId(), id, AuditActions.SessionEnded, cancellation);
            Shelf.Forget(User.PersonId());
        }

        return DoneWith("ended");
    }

    public async Task<IActionResult> OnPostEndOthersAsync(CancellationToken cancellation)
    {
        await sessions.EndOthersAsync(User.PersonId(), User.SessionId(), cancellation);
        Shelf.Forget(User.PersonId());
        return DoneWith("others");
    }

    private SessionShelf Shelf => HttpContext.RequestServices.GetRequiredService<SessionShelf>();

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Person = await people.FindByIdAsync(User.PersonId().ToString()) ?? throw new InvalidOperationException("The session is of nobody.");
        Passkeys = [.. (await people.GetPasskeysAsync(Person)).OrderBy(passkey => passkey.CreatedAt)];
        Sessions = await sessions.OfAsync(Person.Id, cancellation);
    }

    private PageResult Refuse(string trouble)
    {
        Trouble = trouble;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    private LocalRedirectResult DoneWith(string what) => LocalRedirect($"{Address}?done={what}");
}
