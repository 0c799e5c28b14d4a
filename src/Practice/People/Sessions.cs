using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Storage;

namespace Unknot.Practice.People;

/// <summary>The browsers in which somebody is signed in: started, looked up with each request, listed and ended.</summary>
public sealed class Sessions(PracticeDb db, TimeProvider time)
{
    public const string ByPassword = "password";

    public const string ByPasskey = "passkey";

    public const string ByLink = "link";

    /// <summary>A session that nobody used for so long is over.</summary>
    public static TimeSpan IdleFor { get; } = TimeSpan.FromHours(12);

    /// <summary>However much it is used, a session ends some time.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(30);

    private static readonly TimeSpan SeenStep = TimeSpan.FromMinutes(1);

    /// <param name="means"><see cref="ByPassword"/>, <see cref="ByPasskey"/> or <see cref="ByLink"/>.</param>
    public async Task<SignedInSession> StartAsync(Guid personId, string means, string? userAgent, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var session = new SignedInSession
        {
            Id = Guid.NewGuid(),        // nothing of it can be guessed
            PersonId = personId,
            Device = DeviceWords.Of(userAgent),
            Means = means,
            StartedAtUtc = now,
            SeenAtUtc = now,
        };
        db.Sessions.Add(session);
        AuditTrail.NoteAbout(db, time, personId, AuditActions.SignedIn, personId, $"by {means}");
        await db.SaveChangesAsync(cancellation);
        return session;
    }

    /// <summary>Looks a session up and notes that it was seen, at most once a minute.</summary>
    /// <returns>Null when it is over: ended, idle or running for too long, or the account closed.</returns>
    public async Task<SessionState?> SeeAsync(Guid sessionId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var found = await (
            from session in Living(now)
            where session.Id == sessionId
            join person in db.Users on session.PersonId equals person.Id
            where person.ClosedAtUtc == null
            join given in db.UserRoles on person.Id equals given.UserId
            join role in db.Roles on given.RoleId equals role.Id
            select new { session.SeenAtUtc, State = new SessionState(session.Id, person.Id, person.Name, role.Name!, person.SecurityStamp!) }).SingleOrDefaultAsync(cancellation);
        if (found is not null && now - found.SeenAtUtc >= SeenStep)
        {
            await db.Sessions.Where(session => session.Id == sessionId && session.SeenAtUtc < now).ExecuteUpdateAsync(set => set.SetProperty(session => session.SeenAtUtc, now), cancellation);
        }

        return found?.State;
    }

    /// <summary>The living sessions of a person, the one seen last first.</summary>
    public Task<List<SignedInSession>> OfAsync(Guid personId, CancellationToken cancellation) =>
        Living(time.GetUtcNow().UtcDateTime).AsNoTracking().Where(session => session.PersonId == personId)
            .OrderByDescending(session => session.SeenAtUtc).ThenBy(session => session.Id).ToListAsync(cancellation);

    /// <summary>Ends one session of a person.</summary>
    /// <param name="action"><see cref="AuditActions.SignedOut"/> or <see cref="AuditActions.SessionEnded"/>.</param>
    /// <returns>False when the person has no such session, or it is over already.</returns>
    public Task<bool> EndAsync(Guid personId, Guid sessionId, string action, CancellationToken cancellation) =>
        EndAsync(personId, db.Sessions.Where(session => session.Id == sessionId), action, _ => "", cancellation);

    /// <summary>Ends all sessions of a person but one.</summary>
    public Task<bool> EndOthersAsync(Guid personId, Guid sessionId, CancellationToken cancellation) =>
        EndAsync(personId, db.Sessions.Where(session => session.Id != sessionId), AuditActions.SessionEnded, ended => $"{ended} at once", cancellation);

    private IQueryable<SignedInSession> Living(DateTime now)
    {
        var (seenAfter, startedAfter) = (now - IdleFor, now - Longest);
        return db.Sessions.Where(session => session.EndedAtUtc == null && session.SeenAtUtc > seenAfter && session.StartedAtUtc > startedAfter);
    }

    private async Task<bool> EndAsync(Guid personId, IQueryable<SignedInSession> which, string action, Func<int, string> note, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        var ended = await which.Where(session => session.PersonId == personId && session.EndedAtUtc == null).ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAtUtc, now), cancellation);
        if (ended == 0)
        {
            return false;
        }

        AuditTrail.NoteAbout(db, time, personId, action, personId, note(ended));
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }
}
