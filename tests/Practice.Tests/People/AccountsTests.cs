using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.People;

public sealed class AccountsTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_last_owner_stays_one(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var owner = await practice.OwnerAsync();
        await practice.ColleagueAsync(owner.Id, PracticeRole.Therapist);

        Assert.Equal(AccountOutcome.LastOwner, await CloseAsync(practice, owner.Id, owner.Id));
        Assert.Equal(AccountOutcome.LastOwner, await practice.AskAsync<Accounts, AccountOutcome>(accounts => accounts.ChangeRoleAsync(owner.Id, owner.Id, PracticeRole.Editor, CancellationToken.None)));
        Assert.Equal(PracticeRole.Owner, (await AllAsync(practice)).Single(each => each.Id == owner.Id).Role);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_closed_owner_does_not_count(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var owner = await practice.OwnerAsync();
        var second = await practice.ColleagueAsync(owner.Id, PracticeRole.Owner);
        Assert.Equal(AccountOutcome.Done, await CloseAsync(practice, owner.Id, second.Id));

        Assert.Equal(AccountOutcome.LastOwner, await CloseAsync(practice, owner.Id, owner.Id));

        Assert.Equal(AccountOutcome.Done, await practice.AskAsync<Accounts, AccountOutcome>(accounts => accounts.ReopenAsync(owner.Id, second.Id, CancellationToken.None)));
        Assert.Equal(AccountOutcome.Done, await CloseAsync(practice, second.Id, owner.Id));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Owners_who_close_each_other_at_once_leave_one(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var owners = new List<Person> { await practice.OwnerAsync() };
        for (var number = 0; number < 7; number++)
        {
            owners.Add(await practice.ColleagueAsync(owners[0].Id, PracticeRole.Owner, $"owner{number}"));
        }

        var outcomes = await Task.WhenAll(owners.Select((owner, index) => Task.Run(() => CloseAsync(practice, owner.Id, owners[(index + 1) % owners.Count].Id))));

        Assert.Equal(7, outcomes.Count(outcome => outcome == AccountOutcome.Done));
        Assert.Single(outcomes, AccountOutcome.LastOwner);
        Assert.Single(await AllAsync(practice), each => each.ClosedAtUtc is null);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Closing_ends_the_sessions_and_each_change_is_in_the_trail_once(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var owner = await practice.OwnerAsync();
        var editor = await practice.ColleagueAsync(owner.Id, PracticeRole.Editor);
        var session = await practice.AskAsync<Sessions, SignedInSession>(sessions => sessions.StartAsync(editor.Id, Sessions.ByPasskey, null, CancellationToken.None));

        Assert.Equal(AccountOutcome.Done, await practice.AskAsync<Accounts, AccountOutcome>(accounts => accounts.ChangeRoleAsync(owner.Id, editor.Id, PracticeRole.Therapist, CancellationToken.None)));
        Assert.Equal(AccountOutcome.Unchanged, await practice.AskAsync<Accounts, AccountOutcome>(accounts => accounts.ChangeRoleAsync(owner.Id, editor.Id, PracticeRole.Therapist, CancellationToken.None)));
        Assert.Equal(PracticeRole.Therapist, (await practice.AskAsync<Sessions, SessionState?>(sessions => sessions.SeeAsync(session.Id, CancellationToken.None)))!.Role);
        Assert.Equal(AccountOutcome.Done, await CloseAsync(practice, owner.Id, editor.Id));
        Assert.Equal(AccountOutcome.Unchanged, await CloseAsync(practice, owner.Id, editor.Id));
        Assert.Equal(AccountOutcome.Unknown, await CloseAsync(practice, owner.Id, Guid.NewGuid()));

        Assert.Null(await practice.AskAsync<Sessions, SessionState?>(sessions => sessions.SeeAsync(session.Id, CancellationToken.None)));
        var trail = await practice.ReadAsync(db => db.Audit.Where(entry => entry.SubjectId == editor.Id.ToString() && entry.PersonId == owner.Id).OrderBy(entry => entry.Id).ToListAsync());
        Assert.Equal([(AuditActions.RoleChanged, "editor to therapist"), (AuditActions.Closed, "")], trail.OrderByDescending(entry => entry.Action, StringComparer.Ordinal).Select(entry => (entry.Action, entry.Note)));
    }

    private static Task<AccountOutcome> CloseAsync(Practice practice, Guid by, Guid whom) => practice.AskAsync<Accounts, AccountOutcome>(accounts => accounts.CloseAsync(by, whom, CancellationToken.None));

    private static Task<List<PersonWithRole>> AllAsync(Practice practice) => practice.AskAsync<Accounts, List<PersonWithRole>>(accounts => accounts.AllAsync(CancellationToken.None));
}
