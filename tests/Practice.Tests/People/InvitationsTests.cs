using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.People;

public sealed class InvitationsTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task An_invitation_makes_one_account_with_its_role_however_often_it_is_used_at_once(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var owner = await practice.OwnerAsync();
        var secret = await practice.AskAsync<Invitations, string>(invitations => invitations.InviteAsync(owner.Id, PracticeRole.Editor, null, key => key, CancellationToken.None));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(attempt => Task.Run(() =>
            practice.AskAsync<Invitations, JoinOutcome>(invitations => invitations.AcceptAsync(secret, Practice.Somebody($"editor{attempt}"), CancellationToken.None)))));

        var editor = Assert.Single(outcomes.OfType<JoinOutcome.Joined>()).Person;
        Assert.Equal(PracticeRole.Editor, (await practice.AskAsync<Accounts, List<PersonWithRole>>(accounts => accounts.AllAsync(CancellationToken.None))).Single(each => each.Id == editor.Id).Role);
        Assert.Equal(2, await practice.ReadAsync(db => db.Users.CountAsync()));
        Assert.Empty(await practice.AskAsync<Invitations, List<OneTimeLink>>(invitations => invitations.OpenAsync(CancellationToken.None)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Two_people_with_one_address_do_not_both_come_in(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var owner = await practice.OwnerAsync();
        var secrets = new List<string>();
        for (var number = 0; number < 6; number++)
        {
            secrets.Add(await practice.AskAsync<Invitations, string>(invitations => invitations.InviteAsync(owner.Id, PracticeRole.Editor, null, key => key, CancellationToken.None)));
        }

        var outcomes = await Task.WhenAll(secrets.Select(secret => Task.Run(() =>
            practice.AskAsync<Invitations, JoinOutcome>(invitations => invitations.AcceptAsync(secret, Practice.Somebody("same"), CancellationToken.None)))));

        Assert.Single(outcomes.OfType<JoinOutcome.Joined>());
        Assert.All(outcomes.OfType<JoinOutcome.Refused>(), refused => Assert.Equal(["email"], refused.Troubles.Keys));
        Assert.Equal(5, (await practice.AskAsync<Invitations, List<OneTimeLink>>(invitations => invitations.OpenAsync(CancellationToken.None))).Count);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task With_an_address_the_link_also_lies_in_the_outbox_and_the_trail_names_nobody(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var owner = await practice.OwnerAsync();

        var address = await practice.AskAsync<Invitations, string>(invitations =>
            invitations.InviteAsync(owner.Id, PracticeRole.Therapist, "new@practice.example", key => $"https://practice.example/console/invitation?key={key}", CancellationToken.None));

        var message = await practice.ReadAsync(db => db.Outbox.SingleAsync());
        Assert.Equal("new@practice.example", message.To);
        Assert.Contains(address, message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await practice.ReadAsync(db => db.Audit.ToListAsync()), entry => entry.Note.Contains('@', StringComparison.Ordinal));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_withdrawn_invitation_and_one_of_last_week_open_nothing(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var owner = await practice.OwnerAsync();
        Task<string> Invite() => practice.AskAsync<Invitations, string>(invitations => invitations.InviteAsync(owner.Id, PracticeRole.Editor, null, key => key, CancellationToken.None));
        var withdrawn = await Invite();
        var open = await practice.AskAsync<Invitations, List<OneTimeLink>>(invitations => invitations.OpenAsync(CancellationToken.None));
        Assert.True(await practice.AskAsync<Invitations, bool>(invitations => invitations.WithdrawAsync(owner.Id, open.Single().SecretHash, CancellationToken.None)));
        Assert.False(await practice.AskAsync<Invitations, bool>(invitations => invitations.WithdrawAsync(owner.Id, open.Single().SecretHash, CancellationToken.None)));
        var old = await Invite();
        practice.Clock.Move(Invitations.LinkLives);

        Assert.IsType<JoinOutcome.LinkIsGone>(await practice.AskAsync<Invitations, JoinOutcome>(invitations => invitations.AcceptAsync(withdrawn, Practice.Somebody("x"), CancellationToken.None)));
        Assert.IsType<JoinOutcome.LinkIsGone>(await practice.AskAsync<Invitations, JoinOutcome>(invitations => invitations.AcceptAsync(old, Practice.Somebody("x"), CancellationToken.None)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_new_password_by_link_ends_every_session_and_opens_a_locked_account(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var owner = await practice.OwnerAsync();
        var editor = await practice.ColleagueAsync(owner.Id, PracticeRole.Editor);
        var session = await practice.AskAsync<Sessions, SignedInSession>(sessions => sessions.StartAsync(editor.Id, Sessions.ByPassword, null, CancellationToken.None));
        await practice.AskAsync<UserManager<Person>, IdentityResult>(async people => await people.SetLockoutEndDateAsync((await people.FindByIdAsync(editor.Id.ToString()))!, DateTimeOffset.MaxValue));
        var secret = await practice.AskAsync<Invitations, string?>(invitations => invitations.NewPasswordLinkAsync(owner.Id, editor.Id, CancellationToken.None));

        Practice.Joined(await practice.AskAsync<Invitations, JoinOutcome>(invitations => invitations.SetPasswordAsync(secret, "another good long one", CancellationToken.None)));

        Assert.Null(await practice.AskAsync<Sessions, SessionState?>(sessions => sessions.SeeAsync(session.Id, CancellationToken.None)));
        Assert.False(await practice.AskAsync<UserManager<Person>, bool>(async people => await people.IsLockedOutAsync((await people.FindByIdAsync(editor.Id.ToString()))!)));
        Assert.True(await practice.AskAsync<UserManager<Person>, bool>(async people => await people.CheckPasswordAsync((await people.FindByIdAsync(editor.Id.ToString()))!, "another good long one")));
        Assert.IsType<JoinOutcome.LinkIsGone>(await practice.AskAsync<Invitations, JoinOutcome>(invitations => invitations.SetPasswordAsync(secret, "another good long one", CancellationToken.None)));
    }
}
