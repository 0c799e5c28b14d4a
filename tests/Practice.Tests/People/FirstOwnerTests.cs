using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.People;

public sealed class FirstOwnerTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_link_makes_an_owner_who_can_sign_in_and_then_no_more_links_are_made(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);

        var owner = await practice.OwnerAsync();

        Assert.True(await practice.AskAsync<UserManager<Person>, bool>(async people => await people.IsInRoleAsync((await people.FindByIdAsync(owner.Id.ToString()))!, PracticeRole.Owner)));
        Assert.True(await practice.AskAsync<UserManager<Person>, bool>(async people => await people.CheckPasswordAsync((await people.FindByEmailAsync("OWNER@practice.example"))!, Practice.Password)));
        Assert.Null(await practice.AskAsync<FirstOwner, string?>(first => first.PrepareAsync(CancellationToken.None)));
        Assert.Equal(AuditActions.SetUp, (await practice.ReadAsync(db => db.Audit.SingleAsync())).Action);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_database_knows_the_hash_of_the_secret_only(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);

        var secret = await practice.AskAsync<FirstOwner, string?>(first => first.PrepareAsync(CancellationToken.None));

        var link = await practice.ReadAsync(db => db.OneTimeLinks.SingleAsync());
        Assert.Equal(Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret!))), link.SecretHash);
        Assert.Equal(43, secret!.Length);
        Assert.Equal(practice.Clock.GetUtcNow().UtcDateTime.AddHours(24), link.ExpiresAtUtc);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Of_twenty_attempts_at_once_with_the_same_and_other_links_one_makes_an_owner(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var one = await practice.AskAsync<FirstOwner, string?>(first => first.PrepareAsync(CancellationToken.None));
        var other = await practice.AskAsync<FirstOwner, string?>(first => first.PrepareAsync(CancellationToken.None));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(attempt => Task.Run(() =>
            practice.AskAsync<FirstOwner, JoinOutcome>(first => first.CreateAsync(attempt % 2 == 0 ? one : other, Practice.Somebody($"owner{attempt}"), CancellationToken.None)))));

        Assert.Single(outcomes.OfType<JoinOutcome.Joined>());
        Assert.Equal(19, outcomes.OfType<JoinOutcome.LinkIsGone>().Count());
        Assert.Equal(1, await practice.ReadAsync(db => db.Users.CountAsync()));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_link_is_gone_after_a_day(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var secret = await practice.AskAsync<FirstOwner, string?>(first => first.PrepareAsync(CancellationToken.None));

        practice.Clock.Move(FirstOwner.LinkLives);

        Assert.IsType<JoinOutcome.LinkIsGone>(await practice.AskAsync<FirstOwner, JoinOutcome>(first => first.CreateAsync(secret, Practice.Somebody("late"), CancellationToken.None)));
        Assert.Equal(0, await practice.ReadAsync(db => db.Users.CountAsync()));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_was_wrong_can_be_mended_with_the_same_link(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var secret = await practice.AskAsync<FirstOwner, string?>(first => first.PrepareAsync(CancellationToken.None));

        var refused = Assert.IsType<JoinOutcome.Refused>(await practice.AskAsync<FirstOwner, JoinOutcome>(first => first.CreateAsync(secret, new NewPerson(" ", "no address", "short"), CancellationToken.None)));
        Assert.Equal(["email", "name", "password"], refused.Troubles.Keys.Order(StringComparer.Ordinal));

        Practice.Joined(await practice.AskAsync<FirstOwner, JoinOutcome>(first => first.CreateAsync(secret, Practice.Somebody("owner"), CancellationToken.None)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_made_up_secret_and_that_of_another_purpose_open_nothing(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        await practice.AskAsync<FirstOwner, string?>(first => first.PrepareAsync(CancellationToken.None));
        Assert.IsType<JoinOutcome.LinkIsGone>(await practice.AskAsync<FirstOwner, JoinOutcome>(first => first.CreateAsync("made up", Practice.Somebody("x"), CancellationToken.None)));
        Assert.IsType<JoinOutcome.LinkIsGone>(await practice.AskAsync<FirstOwner, JoinOutcome>(first => first.CreateAsync(null, Practice.Somebody("x"), CancellationToken.None)));

        var owner = await practice.OwnerAsync();
        var invitation = await practice.AskAsync<Invitations, string>(invitations => invitations.InviteAsync(owner.Id, PracticeRole.Editor, null, key => key, CancellationToken.None));
        Assert.IsType<JoinOutcome.LinkIsGone>(await practice.AskAsync<FirstOwner, JoinOutcome>(first => first.CreateAsync(invitation, Practice.Somebody("x"), CancellationToken.None)));
        Assert.IsType<JoinOutcome.LinkIsGone>(await practice.AskAsync<Invitations, JoinOutcome>(invitations => invitations.SetPasswordAsync(invitation, Practice.Password, CancellationToken.None)));
    }
}
