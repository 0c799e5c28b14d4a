using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Unknot.Practice.People;
using Unknot.Web.Hosting;

namespace Unknot.Web.Features.Console.People;

/// <summary>Who works here and what they may do.</summary>
public sealed class PeopleModel(Accounts accounts, Invitations invitations, SessionShelf shelf) : PageModel
{
    private const string Address = "/console/people";

    public IReadOnlyList<PersonWithRole> People { get; private set; } = [];

    public IReadOnlyList<OneTimeLink> Open { get; private set; } = [];

    /// <summary>A link that was just made; it is shown this once.</summary>
    public NewLink? Link { get; private set; }

    public string? Done { get; private set; }

    public string? Trouble { get; private set; }

    public string InviteEmail { get; private set; } = "";

    public Task OnGetAsync(CancellationToken cancellation)
    {
        Done = Request.Query["done"].ToString() switch
        {
            "role" => "The role is changed.",
            "closed" => "The account is closed and signed out everywhere.",
            "reopened" => "The account is open again.",
            "withdrawn" => "The invitation is withdrawn.",
            _ => null,
        };
        return LoadAsync(cancellation);
    }

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        var (role, email) = (form["role"].ToString(), form["email"].ToString().Trim());
        InviteEmail = email;
        if (!PracticeRole.All.Contains(role, StringComparer.Ordinal))
        {
            return await RefuseAsync($"A role is one of {string.Join(", ", PracticeRole.All)}.", cancellation);
        }

        if (email.Length > 0 && NewPerson.TroubleWithEmail(email) is { } trouble)
        {
            return await RefuseAsync(trouble, cancellation);
        }

        var link = await invitations.InviteAsync(User.PersonId(), role, email.Length > 0 ? email : null, key => SiteAddress.Of(HttpContext, $"/console/invitation?key={key}"), cancellation);
        Link = new NewLink($"Invitation as {role}", email.Length > 0 ? "It is on its way by e-mail. You can also hand it over yourself; it is not shown again." : "Hand it over yourself; it is not shown again.", link);
        InviteEmail = "";
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        return await invitations.WithdrawAsync(User.PersonId(), form["id"].ToString(), cancellation)
            ? LocalRedirect($"{Address}?done=withdrawn")
            : await RefuseAsync("This invitation was accepted or withdrawn already.", cancellation);
    }

    public async Task<IActionResult> OnPostPasswordLinkAsync(CancellationToken cancellation)
    {
        var id = await PersonOfFormAsync(cancellation);
        if (await invitations.NewPasswordLinkAsync(User.PersonId(), id, cancellation) is not { } secret)
        {
            return NotFound();
        }

        Link = new NewLink("Link for a new password", "It works once, within a day. Make sure that it reaches the right person; it is not shown again.", SiteAddress.Of(HttpContext, $"/console/new-password?key={secret}"));
        await LoadAsync(cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostRoleAsync(CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        var role = form["role"].ToString();
        return PracticeRole.All.Contains(role, StringComparer.Ordinal)
            ? await AnswerAsync((by, id) => accounts.ChangeRoleAsync(by, id, role, cancellation), "role", cancellation)
            : await RefuseAsync($"A role is one of {string.Join(", ", PracticeRole.All)}.", cancellation);
    }

    public Task<IActionResult> OnPostCloseAsync(CancellationToken cancellation) => AnswerAsync((by, id) => accounts.CloseAsync(by, id, cancellation), "closed", cancellation);

    public Task<IActionResult> OnPostReopenAsync(CancellationToken cancellation) => AnswerAsync((by, id) => accounts.ReopenAsync(by, id, cancellation), "reopened", cancellation);

    private async Task<IActionResult> AnswerAsync(Func<Guid, Guid, Task<AccountOutcome>> change, string done, CancellationToken cancellation)
    {
        var id = await PersonOfFormAsync(cancellation);
        var outcome = await change(User.PersonId(), id);
        shelf.Forget(id);
        return outcome switch
        {
            AccountOutcome.Done or AccountOutcome.Unchanged => LocalRedirect($"{Address}?done={done}"),
            AccountOutcome.Unknown => NotFound(),
            AccountOutcome.LastOwner => await RefuseAsync("A practice always has an owner who can sign in. Make somebody else an owner first.", cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Guid> PersonOfFormAsync(CancellationToken cancellation) =>
        Guid.TryParse((await Request.ReadFormAsync(cancellation))["id"], out var id) ? id : Guid.Empty;

    private async Task<IActionResult> RefuseAsync(string trouble, CancellationToken cancellation)
    {
        Trouble = trouble;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        await LoadAsync(cancellation);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        People = await accounts.AllAsync(cancellation);
        Open = await invitations.OpenAsync(cancellation);
    }

    public sealed record NewLink(string Title, string Words, string Address);
}
