using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Unknot.Practice.People;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Entry;

/// <summary>
/// The way in, by password or passkey. Whatever was wrong – no such account, the password, a closed or locked account – the answer
/// is the same and takes about as long.
/// </summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class SignInModel(PracticeDb db, UserManager<Person> people, SignInManager<Person> door, TimeProvider time) : PageModel
{
    private const string WrongPassword = "Address and password do not fit. After several wrong passwords an account takes none for 15 minutes; a passkey still works.";

    private const string WrongPasskey = "This passkey does not open an account here.";

    /// <summary>Of a password that nobody has: checking against it takes as long as against a real one.</summary>
    private static string? nobodysHash;

    public string? Trouble { get; private set; }

    public string Email { get; private set; } = "";

    public string ReturnUrl { get; private set; } = ConsoleArea.Path;

    public IActionResult OnGet(CancellationToken cancellation)
    {
        ReturnUrl = LocalOr(Request.Query["returnUrl"]);
        return User.Identity?.IsAuthenticated is true ? LocalRedirect(ReturnUrl) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        ReturnUrl = LocalOr(form["returnUrl"]);
        Email = form["email"].ToString().Trim();
        var password = form["password"].ToString();

        var person = Email.Length is 0 or > NewPerson.LongestEmail || password.Length > PasswordRules.LongestLength ? null : await people.FindByEmailAsync(Email);
        var checkedAgainstPerson = person is not null && !await people.IsLockedOutAsync(person);
        var fits = checkedAgainstPerson ? (await door.CheckPasswordSignInAsync(person!, password, lockoutOnFailure: true)).Succeeded : FitsNobody(password);
        if (!fits || person is null || person.ClosedAtUtc is not null)
        {
            return await RefuseAsync(person, "password", WrongPassword, cancellation);
        }

        await SignedIn.SignInAsync(HttpContext, person, Sessions.ByPassword);
        return LocalRedirect(ReturnUrl);
    }

    /// <summary>What the browser needs to ask for a passkey; names no account, so the browser offers those it has.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await door.MakePasskeyRequestOptionsAsync(null!), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        ReturnUrl = LocalOr(form["returnUrl"]);
        var answer = await AssertAsync(form["credential"].ToString());
        if (answer is not { Succeeded: true, User: { ClosedAtUtc: null } person })
        {
            return await RefuseAsync(answer?.User, "passkey", WrongPasskey, cancellation);
        }

        // Keeps its counter, by which a copied key would be noticed.
        await people.AddOrUpdatePasskeyAsync(person, answer.Passkey);
        await SignedIn.SignInAsync(HttpContext, person, Sessions.ByPasskey);
        return LocalRedirect(ReturnUrl);
    }

    /// <returns>Null when nothing was asked for, or what came is no answer of a passkey.</returns>
    private async Task<PasskeyAssertionResult<Person>?> AssertAsync(string credential)
    {
        try
        {
            return credential.Length == 0 ? null : await door.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;        // the challenge is gone: more than five minutes old, or used
        }
    }

    private async Task<IActionResult> RefuseAsync(Person? person, string means, string trouble, CancellationToken cancellation)
    {
        AuditTrail.Note(db, time, null, AuditActions.SignInFailed, "person", person?.Id.ToString() ?? "", person is null ? $"by {means}, no such account" : $"by {means}");
        await db.SaveChangesAsync(cancellation);
        Trouble = trouble;
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Page();
    }

    private bool FitsNobody(string password)
    {
        var nobody = new Person { Name = "", CreatedAtUtc = default };
        nobodysHash ??= people.PasswordHasher.HashPassword(nobody, Guid.NewGuid().ToString());
        people.PasswordHasher.VerifyHashedPassword(nobody, nobodysHash, password);
        return false;
    }

    private string LocalOr(string? address) => Url.IsLocalUrl(address) ? address! : ConsoleArea.Path;
}
