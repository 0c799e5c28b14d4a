using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Unknot.Practice.People;

namespace Unknot.Web.Features.Console.Account;

public sealed partial class AccountModel
{
    /// <summary>What the browser needs to make a passkey for this person.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var options = await door.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = Person.Id.ToString(), Name = Person.Email!, DisplayName = Person.Name });
        return Content(options, "application/json");
    }

    public async Task<IActionResult> OnPostAddPasskeyAsync(CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        await LoadAsync(cancellation);
        if (Passkeys.Count >= MostPasskeys)
        {
            return Refuse($"You have {MostPasskeys} passkeys. Remove one that you no longer use.");
        }

        var name = form["name"].ToString().Trim();
        if (name.Length is 0 or > LongestPasskeyName || name.Any(char.IsControl))
        {
            return Refuse($"Give the passkey a name of at most {LongestPasskeyName} characters.");
        }

        if (await AttestAsync(form["credential"].ToString()) is not { Succeeded: true } made || made.UserEntity.Id != Person.Id.ToString())
        {
            return Refuse("The passkey could not be added. Please try again.");
        }

        made.Passkey.Name = name;
        AuditTrail.Note(db, time, Person.Id, AuditActions.PasskeyAdded, "person", Person.Id.ToString());
        return (await people.AddOrUpdatePasskeyAsync(Person, made.Passkey)).Succeeded ? DoneWith("passkey") : Refuse("The passkey could not be added. Please try again.");
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        await LoadAsync(cancellation);
        var id = form["id"].ToString();
        if (Passkeys.FirstOrDefault(passkey => IdOf(passkey) == id) is not { } removed)
        {
            return DoneWith("removed");
        }

        if (Passkeys.Count == 1 && !await people.HasPasswordAsync(Person))
        {
            return Refuse("This is the only way by which you can sign in. Add another one first.");
        }

        AuditTrail.Note(db, time, Person.Id, AuditActions.PasskeyRemoved, "person", Person.Id.ToString());
        await people.RemovePasskeyAsync(Person, removed.CredentialId);
        return DoneWith("removed");
    }

    /// <returns>Null when nothing was asked for.</returns>
    private async Task<PasskeyAttestationResult?> AttestAsync(string credential)
    {
        try
        {
            return credential.Length == 0 ? null : await door.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return null;        // the challenge is gone: more than five minutes old, or used
        }
    }
}
