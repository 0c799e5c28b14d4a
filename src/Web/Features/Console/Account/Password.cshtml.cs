using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Unknot.Practice.People;
using Unknot.Practice.Storage;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.Account;

/// <summary>Changes one's password; whoever found a browser open still needs the old one.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class PasswordModel(PracticeDb db, UserManager<Person> people, SignInManager<Person> door, Sessions sessions, TimeProvider time) : PageModel
{
    public string? CurrentTrouble { get; private set; }

    public string? NewTrouble { get; private set; }

    public string Email { get; private set; } = "";

    public async Task OnGetAsync() => Email = (await PersonAsync()).Email!;

    public async Task<IActionResult> OnPostAsync([FromServices] SessionShelf shelf, CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        var person = await PersonAsync();
        var (current, fresh) = (form["current"].ToString(), form["password"].ToString());
        Email = person.Email!;
        NewTrouble = PasswordRules.TroubleWith(fresh, person.Name, person.Email);
        if (!(await door.CheckPasswordSignInAsync(person, current, lockoutOnFailure: true)).Succeeded)
        {
            CurrentTrouble = "This is not your password.";
        }

        if ((CurrentTrouble ?? NewTrouble) is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        AuditTrail.Note(db, time, person.Id, AuditActions.PasswordChanged, "person", person.Id.ToString());
        var changed = await people.ChangePasswordAsync(person, current, fresh);
        if (!changed.Succeeded)
        {
            throw new InvalidOperationException($"A password that was checked was refused: {string.Join(", ", changed.Errors.Select(error => error.Code))}.");
        }

        await sessions.EndOthersAsync(person.Id, User.SessionId(), cancellation);
        shelf.Forget(person.Id);
        await SignedIn.KeepAsync(HttpContext, person);
        return LocalRedirect("/console/account?done=password");
    }

    private async Task<Person> PersonAsync() => await people.FindByIdAsync(User.PersonId().ToString()) ?? throw new InvalidOperationException("The session is of nobody.");
}
