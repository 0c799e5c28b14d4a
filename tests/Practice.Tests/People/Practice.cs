using Microsoft.Extensions.DependencyInjection;
using Unknot.Practice.People;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Tests.People;

/// <summary>A database with the rules about people on top; each use of them is a request of its own, as in the site.</summary>
internal sealed class Practice : IAsyncDisposable
{
    internal const string Password = "velvet anchor rides tomorrow";

    private readonly TestStore store;
    private readonly ServiceProvider services;

    private Practice(TestStore store)
    {
        this.store = store;
        var collection = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(Clock).AddPracticeStorage(store.Place);
        collection.AddPracticePeople();
        services = collection.BuildServiceProvider();
    }

    internal SetTime Clock { get; } = new(new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc));

    internal static async Task<Practice> CreateAsync(Engine engine) => new(await TestStore.CreateAsync(engine));

    internal async Task<T> AskAsync<TRules, T>(Func<TRules, Task<T>> ask) where TRules : notnull
    {
        await using var request = services.CreateAsyncScope();
        return await ask(request.ServiceProvider.GetRequiredService<TRules>());
    }

    internal Task<T> ReadAsync<T>(Func<PracticeDb, Task<T>> read) => AskAsync(read);

    internal async Task<Person> OwnerAsync()
    {
        var secret = await AskAsync<FirstOwner, string?>(owner => owner.PrepareAsync(CancellationToken.None));
        return Joined(await AskAsync<FirstOwner, JoinOutcome>(owner => owner.CreateAsync(secret, Somebody("owner"), CancellationToken.None)));
    }

    internal async Task<Person> ColleagueAsync(Guid by, string role, string name = "colleague")
    {
        var secret = await AskAsync<Invitations, string>(invitations => invitations.InviteAsync(by, role, null, key => key, CancellationToken.None));
        return Joined(await AskAsync<Invitations, JoinOutcome>(invitations => invitations.AcceptAsync(secret, Somebody(name), CancellationToken.None)));
    }

    internal static NewPerson Somebody(string name) => new($"The {name}", $"{name}@practice.example", Password);

    internal static Person Joined(JoinOutcome outcome) => Assert.IsType<JoinOutcome.Joined>(outcome).Person;

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await store.DisposeAsync();
    }
}
