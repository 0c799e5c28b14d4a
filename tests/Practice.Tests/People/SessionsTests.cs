using Microsoft.EntityFrameworkCore;
using Unknot.Practice.People;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.People;

public sealed class SessionsTests
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_session_tells_who_sits_there_until_it_is_ended(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var owner = await practice.OwnerAsync();
        var session = await StartAsync(practice, owner);

        var state = await SeeAsync(practice, session.Id);
        Assert.Equal((owner.Id, "The owner", PracticeRole.Owner), (state!.PersonId, state.Name, state.Role));
        Assert.Equal("Firefox on Linux", session.Device);

        Assert.True(await EndAsync(practice, owner.Id, session.Id));
        Assert.False(await EndAsync(practice, owner.Id, session.Id));
        Assert.Null(await SeeAsync(practice, session.Id));
        Assert.Null(await SeeAsync(practice, Guid.NewGuid()));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Nobody_ends_the_session_of_somebody_else(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var owner = await practice.OwnerAsync();
        var editor = await practice.ColleagueAsync(owner.Id, PracticeRole.Editor);
        var session = await StartAsync(practice, owner);

        Assert.False(await EndAsync(practice, editor.Id, session.Id));
        Assert.NotNull(await SeeAsync(practice, session.Id));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task All_others_are_ended_at_once(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var owner = await practice.OwnerAsync();
        var (kept, one, two) = (await StartAsync(practice, owner), await StartAsync(practice, owner), await StartAsync(practice, owner));

        await practice.AskAsync<Sessions, bool>(sessions => sessions.EndOthersAsync(owner.Id, kept.Id, CancellationToken.None));

        Assert.Equal([kept.Id], (await practice.AskAsync<Sessions, List<SignedInSession>>(sessions => sessions.OfAsync(owner.Id, CancellationToken.None))).Select(session => session.Id));
        Assert.Null(await SeeAsync(practice, one.Id));
        Assert.Null(await SeeAsync(practice, two.Id));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task When_it_was_seen_is_kept_to_the_minute(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var session = await StartAsync(practice, await practice.OwnerAsync());
        var start = session.SeenAtUtc;

        Assert.Equal(start, await SeenAfterAsync(TimeSpan.FromSeconds(59)));
        Assert.Equal(start.AddSeconds(60), await SeenAfterAsync(TimeSpan.FromSeconds(1)));
        Assert.Equal(start.AddSeconds(60), await SeenAfterAsync(TimeSpan.FromSeconds(30)));

        async Task<DateTime> SeenAfterAsync(TimeSpan later)
        {
            practice.Clock.Move(later);
            await SeeAsync(practice, session.Id);
            return await practice.ReadAsync(db => db.Sessions.Where(each => each.Id == session.Id).Select(each => each.SeenAtUtc).SingleAsync());
        }
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_session_ends_after_half_a_day_of_rest_and_after_thirty_days_of_work(Engine engine)
    {
        await using var practice = await Practice.CreateAsync(engine);
        var owner = await practice.OwnerAsync();
        var (resting, working) = (await StartAsync(practice, owner), await StartAsync(practice, owner));
        var start = practice.Clock.GetUtcNow();

        practice.Clock.Move(Sessions.IdleFor - TimeSpan.FromSeconds(1));
        Assert.NotNull(await SeeAsync(practice, working.Id));
        practice.Clock.Move(TimeSpan.FromSeconds(1));
        Assert.Null(await SeeAsync(practice, resting.Id));
        while (practice.Clock.GetUtcNow() + TimeSpan.FromHours(6) < start + Sessions.Longest)
        {
            practice.Clock.Move(TimeSpan.FromHours(6));
            Assert.NotNull(await SeeAsync(practice, working.Id));
        }

        practice.Clock.Move(start + Sessions.Longest - practice.Clock.GetUtcNow());
        Assert.Null(await SeeAsync(practice, working.Id));
    }

    private static Task<SignedInSession> StartAsync(Practice practice, Person person) => practice.AskAsync<Sessions, SignedInSession>(sessions => sessions.StartAsync(person.Id, Sessions.ByPassword, Firefox, CancellationToken.None));

    private static Task<SessionState?> SeeAsync(Practice practice, Guid session) => practice.AskAsync<Sessions, SessionState?>(sessions => sessions.SeeAsync(session, CancellationToken.None));

    private static Task<bool> EndAsync(Practice practice, Guid person, Guid session) => practice.AskAsync<Sessions, bool>(sessions => sessions.EndAsync(person, session, AuditActions.SessionEnded, CancellationToken.None));
}
