using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Hooks;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Hooks;

public sealed class ApiKeysTests
{
    private readonly SetTime _time = new(APractice.Start.AddMinutes(20));

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_key_is_known_by_its_secret_until_it_is_revoked(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var person = await APerson.InAsync(store);
        var (secret, problems) = await Keys(store).MakeAsync(" Till ", mayWrite: true, person, CancellationToken.None);
        Assert.Empty(problems);
        Assert.Matches("^unk_[A-Za-z0-9_-]{43}$", secret);

        var found = await Keys(store).FindAsync(secret, CancellationToken.None);
        Assert.Equal(("Till", true, APractice.Start), (found!.Name, found.MayWrite, found.LastUsedAtUtc));
        _time.Move(TimeSpan.FromMinutes(30));
        Assert.Equal(APractice.Start, (await Keys(store).FindAsync(secret, CancellationToken.None))!.LastUsedAtUtc);
        _time.Move(TimeSpan.FromMinutes(30));
        await Keys(store).FindAsync(secret, CancellationToken.None);
        await using var db = store.Open();
        Assert.Equal(APractice.Start.AddHours(1), await db.ApiKeys.Select(key => key.LastUsedAtUtc).SingleAsync());
        Assert.DoesNotContain(secret![4..], await db.ApiKeys.Select(key => key.SecretHash).SingleAsync(), StringComparison.Ordinal);

        foreach (var wrong in new[] { null, "", "unk_", secret[..^1], secret + "x", secret.ToUpperInvariant(), found.SecretHash, "unk_" + new string('x', 10_000) })
        {
            Assert.Null(await Keys(store).FindAsync(wrong, CancellationToken.None));
        }

        Assert.True(await Keys(store).RevokeAsync(found.Id, person, CancellationToken.None));
        Assert.False(await Keys(store).RevokeAsync(found.Id, person, CancellationToken.None));
        Assert.Null(await Keys(store).FindAsync(secret, CancellationToken.None));
        Assert.Equal([("api-key.made", "may write"), ("api-key.revoked", "")], (await db.Audit.OrderBy(entry => entry.Id).ToListAsync()).Select(entry => (entry.Action, entry.Note)));
    }

    [Fact]
    public async Task A_key_says_what_it_is_for()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var person = await APerson.InAsync(store);
        Assert.Equal("Name", Assert.Single((await Keys(store).MakeAsync(" ", false, person, CancellationToken.None)).Problems).Field);
        Assert.Equal("Name", Assert.Single((await Keys(store).MakeAsync(new string('x', 61), false, person, CancellationToken.None)).Problems).Field);
    }

    private ApiKeys Keys(TestStore store) => new(store.Open(), _time);
}
