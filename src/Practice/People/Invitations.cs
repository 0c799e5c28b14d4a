using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Mail;
using Unknot.Practice.Storage;

namespace Unknot.Practice.People;

/// <summary>How colleagues come in, and how somebody who forgot the password comes in again: by a link that an owner makes.</summary>
public sealed class Invitations(PracticeDb db, UserManager<Person> people, TimeProvider time)
{
    public static TimeSpan LinkLives { get; } = TimeSpan.FromDays(7);

    public static TimeSpan PasswordLinkLives { get; } = TimeSpan.FromHours(24);

    /// <summary>Those that nobody has accepted yet and that still can be.</summary>
    public Task<List<OneTimeLink>> OpenAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return db.OneTimeLinks.AsNoTracking().Where(link => link.Purpose == OneTimeSecrets.Invitation && link.UsedAtUtc == null && link.ExpiresAtUtc > now)
            .OrderByDescending(link => link.ExpiresAtUtc).ToListAsync(cancellation);
    }

    /// <param name="by">The owner who invites.</param>
    /// <param name="role">One of <see cref="PracticeRole.All"/>.</param>
    /// <param name="email">Where the link is also sent; null to hand it over in another way.</param>
    /// <param name="addressOf">Makes the whole address of a secret.</param>
    /// <returns>The address of the link. It is not to be had again.</returns>
    public async Task<string> InviteAsync(Guid by, string role, string? email, Func<string, string> addressOf, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(addressOf);
        PracticeRole.IdOf(role);
        var secret = OneTimeSecrets.Make(db, time, OneTimeSecrets.Invitation, LinkLives, role);
        var address = addressOf(secret);
        AuditTrail.Note(db, time, by, AuditActions.Invited, "invitation", OneTimeSecrets.HashOf(secret), email is null ? $"as {role}" : $"as {role}, by e-mail");
        if (email is not null)
        {
            var practice = await db.Settings.Select(settings => settings.Name).FirstOrDefaultAsync(cancellation);
            var now = time.GetUtcNow().UtcDateTime;
            db.Outbox.Add(new OutboxMessage
            {
                Id = MessageId.New(time),
                Kind = "invitation",
                To = email,
                Subject = string.IsNullOrWhiteSpace(practice) ? "Your account" : $"Your account at {practice}",
                Text = $"You are invited to work with us as {role}.\n\nOpen this link within seven days to choose a password. It works once:\n{address}\n\nIf you did not expect this, ignore it: nothing happens.\n",
                CreatedAtUtc = now,
                DueAtUtc = now,
                Attempts = 0,
            });
        }

        await db.SaveChangesAsync(cancellation);
        return address;
    }

    /// <summary>Makes the account that an invitation is for.</summary>
    public async Task<JoinOutcome> AcceptAsync(string? secret, NewPerson given, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(given);
        given = given.Trimmed;
        if (await OneTimeSecrets.FindAsync(db, time, secret, OneTimeSecrets.Invitation, cancellation) is not { } link)
        {
            return new JoinOutcome.LinkIsGone();
        }

        if (given.Troubles() is { Count: > 0 } troubles)
        {
            return new JoinOutcome.Refused(troubles);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await OneTimeSecrets.UseAsync(db, time, link, cancellation))
        {
            return new JoinOutcome.LinkIsGone();
        }

        var person = given.ToPerson(time);
        if (await FirstOwner.JoinAsync(people, person, given.Password, link.Role) is { } refused)
        {
            return refused;
        }

        AuditTrail.NoteAbout(db, time, person.Id, AuditActions.InvitationAccepted, person.Id, $"as {link.Role}");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new JoinOutcome.Joined(person);
    }

    /// <returns>False when it was used or withdrawn already.</returns>
    public async Task<bool> WithdrawAsync(Guid by, string secretHash, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var link = await db.OneTimeLinks.AsNoTracking().SingleOrDefaultAsync(each => each.SecretHash == secretHash && each.Purpose == OneTimeSecrets.Invitation, cancellation);
        if (link is null || !await OneTimeSecrets.UseAsync(db, time, link, cancellation))
        {
            return false;
        }

        AuditTrail.Note(db, time, by, AuditActions.InvitationWithdrawn, "invitation", secretHash, $"as {link.Role}");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <returns>The secret of a link by which this person chooses a new password; null for nobody and for a closed account.</returns>
    public async Task<string?> NewPasswordLinkAsync(Guid by, Guid personId, CancellationToken cancellation)
    {
        if (!await db.Users.AnyAsync(person => person.Id == personId && person.ClosedAtUtc == null, cancellation))
        {
            return null;
        }

        var secret = OneTimeSecrets.Make(db, time, OneTimeSecrets.Password, PasswordLinkLives, personId: personId);
        AuditTrail.NoteAbout(db, time, by, AuditActions.PasswordLinkMade, personId);
        await db.SaveChangesAsync(cancellation);
        return secret;
    }

    /// <summary>Sets the password by such a link, opens a locked account and ends all its sessions.</summary>
    public async Task<JoinOutcome> SetPasswordAsync(string? secret, string password, CancellationToken cancellation)
    {
        var link = await OneTimeSecrets.FindAsync(db, time, secret, OneTimeSecrets.Password, cancellation);
        var person = link?.PersonId is { } id ? await people.FindByIdAsync(id.ToString()) : null;
        if (link is null || person is null || person.ClosedAtUtc is not null)
        {
            return new JoinOutcome.LinkIsGone();
        }

        if (PasswordRules.TroubleWith(password, person.Name, person.Email) is { } trouble)
        {
            return new JoinOutcome.Refused(new Dictionary<string, string>(StringComparer.Ordinal) { ["password"] = trouble });
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (!await OneTimeSecrets.UseAsync(db, time, link, cancellation))
        {
            return new JoinOutcome.LinkIsGone();
        }

        person.PasswordHash = people.PasswordHasher.HashPassword(person, password);
        person.LockoutEnd = null;
        person.AccessFailedCount = 0;
        await people.UpdateSecurityStampAsync(person);
        var now = time.GetUtcNow().UtcDateTime;
        await db.Sessions.Where(session => session.PersonId == person.Id && session.EndedAtUtc == null).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAtUtc, now), cancellation);
        AuditTrail.NoteAbout(db, time, person.Id, AuditActions.PasswordChanged, person.Id, "by a link");
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return new JoinOutcome.Joined(person);
    }
}
