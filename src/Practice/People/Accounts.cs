using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.People;

/// <summary>What an owner does with the accounts of others. There is always an owner left who can sign in.</summary>
public sealed class Accounts(PracticeDb db, TimeProvider time)
{
    /// <summary>Everybody, with the role; those with a closed account last.</summary>
    public Task<List<PersonWithRole>> AllAsync(CancellationToken cancellation) => (
        from person in db.Users
        join given in db.UserRoles on person.Id equals given.UserId
        join role in db.Roles on given.RoleId equals role.Id
        orderby person.ClosedAtUtc != null, person.Name, person.Id
        select new PersonWithRole(person.Id, person.Name, person.Email!, role.Name!, person.CreatedAtUtc, person.ClosedAtUtc,
            db.Sessions.Where(session => session.PersonId == person.Id).Max(session => (DateTime?)session.SeenAtUtc))).ToListAsync(cancellation);

    public Task<AccountOutcome> ChangeRoleAsync(Guid by, Guid personId, string role, CancellationToken cancellation) => ChangeAsync(personId, role != PracticeRole.Owner, async (person, before) =>
    {
        if (before == role)
        {
            return false;
        }

        await db.UserRoles.Where(given => given.UserId == personId).ExecuteDeleteAsync(cancellation);
        db.UserRoles.Add(new IdentityUserRole<Guid> { UserId = personId, RoleId = PracticeRole.IdOf(role) });
        AuditTrail.NoteAbout(db, time, by, AuditActions.RoleChanged, personId, $"{before} to {role}");
        return true;
    }, cancellation);

    /// <summary>Ends all sessions of the person and keeps them from signing in. What they wrote stays theirs.</summary>
    public Task<AccountOutcome> CloseAsync(Guid by, Guid personId, CancellationToken cancellation) => ChangeAsync(personId, takesAway: true, async (person, _) =>
    {
        if (person.ClosedAtUtc is not null)
        {
            return false;
        }

        var now = time.GetUtcNow().UtcDateTime;
        person.ClosedAtUtc = now;
        await db.Sessions.Where(session => session.PersonId == personId && session.EndedAtUtc == null).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAtUtc, now), cancellation);
        AuditTrail.NoteAbout(db, time, by, AuditActions.Closed, personId);
        return true;
    }, cancellation);

    public Task<AccountOutcome> ReopenAsync(Guid by, Guid personId, CancellationToken cancellation) => ChangeAsync(personId, takesAway: false, (person, _) =>
    {
        var closed = person.ClosedAtUtc is not null;
        if (closed)
        {
            person.ClosedAtUtc = null;
            AuditTrail.NoteAbout(db, time, by, AuditActions.Reopened, personId);
        }

        return Task.FromResult(closed);
    }, cancellation);

    /// <param name="takesAway">Whether an owner would be one no longer, or could not sign in.</param>
    /// <param name="change">Gets the person and their role; false when there is nothing to change.</param>
    private async Task<AccountOutcome> ChangeAsync(Guid personId, bool takesAway, Func<Person, string, Task<bool>> change, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        // One change at a time: two owners who close each other's accounts at once would leave none. The row is held until the end.
        var owner = PracticeRole.IdOf(PracticeRole.Owner);
        await db.Roles.Where(role => role.Id == owner).ExecuteUpdateAsync(set => set.SetProperty(role => role.ConcurrencyStamp, role => role.ConcurrencyStamp), cancellation);

        var person = await db.Users.SingleOrDefaultAsync(each => each.Id == personId, cancellation);
        var before = await db.UserRoles.Where(given => given.UserId == personId).Join(db.Roles, given => given.RoleId, role => role.Id, (_, role) => role.Name).SingleOrDefaultAsync(cancellation);
        if (person is null || before is null)
        {
            return AccountOutcome.Unknown;
        }

        var isOpenOwner = before == PracticeRole.Owner && person.ClosedAtUtc is null;
        if (takesAway && isOpenOwner && !await db.UserRoles.AnyAsync(given => given.RoleId == owner && given.UserId != personId && db.Users.Any(other => other.Id == given.UserId && other.ClosedAtUtc == null), cancellation))
        {
            return AccountOutcome.LastOwner;
        }

        if (!await change(person, before))
        {
            return AccountOutcome.Unchanged;
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return AccountOutcome.Done;
    }
}
