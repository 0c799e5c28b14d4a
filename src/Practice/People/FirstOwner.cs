using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.People;

/// <summary>The first account of a practice. Whoever can read the server's console may make it, once.</summary>
public sealed class FirstOwner(PracticeDb db, UserManager<Person> people, TimeProvider time)
{
    public static TimeSpan LinkLives { get; } = TimeSpan.FromHours(24);

    /// <summary>A link's secret, if there is nobody yet; null otherwise. Links made before stay good: another node may have shown them.</summary>
    public async Task<string?> PrepareAsync(CancellationToken cancellation)
    {
        if (await db.Users.AnyAsync(cancellation))
        {
            return null;
        }

        var secret = OneTimeSecrets.Make(db, time, OneTimeSecrets.SetUp, LinkLives);
        await db.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <summary>Makes the owner. Of several attempts at once, with whatever links, one succeeds.</summary>
    public async Task<JoinOutcome> CreateAsync(string? secret, NewPerson given, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(given);
        given = given.Trimmed;
        if (given.Troubles() is { Count: > 0 } troubles)
        {
            return await OneTimeSecrets.FindAsync(db, time, secret, OneTimeSecrets.SetUp, cancellation) is null ? new JoinOutcome.LinkIsGone() : new JoinOutcome.Refused(troubles);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        // All links for setting up are used at once: whoever holds another one waits here until this is done, and then finds it used.
        var now = time.GetUtcNow().UtcDateTime;
        if (await OneTimeSecrets.FindAsync(db, time, secret, OneTimeSecrets.SetUp, cancellation) is null
            || await db.OneTimeLinks.Where(link => link.Purpose == OneTimeSecrets.SetUp && link.UsedAtUtc == null)
                .ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedAtUtc, now), cancellation) == 0
            || await db.Users.AnyAsync(cancellation))
        {
            return new JoinOutcome.LinkIsGone();
        }

        var owner = given.ToPerson(time);
        if (await JoinAsync(people, owner, given.Password, PracticeRole.Owner) is { } refused)
        {
            return refused;
        }

        AuditTrail.NoteAbout(db, time, owner.Id, AuditActions.SetUp, owner.Id);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new JoinOutcome.Joined(owner);
    }

    /// <returns>Null when the person now is in the database with the role.</returns>
    internal static async Task<JoinOutcome.Refused?> JoinAsync(UserManager<Person> people, Person person, string password, string role)
    {
        try
        {
            var made = await people.CreateAsync(person, password);
            if (made.Succeeded)
            {
                made = await people.AddToRoleAsync(person, role);
            }

            return made.Succeeded ? null : new JoinOutcome.Refused(NewPerson.Troubles(made));
        }
        catch (DbUpdateException)
        {
            // Somebody else took the address between the check and the insert: the index refused it.
            return new JoinOutcome.Refused(NewPerson.AddressIsTaken);
        }
    }
}
