using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Unknot.Practice.Articles;
using Unknot.Practice.Booking;
using Unknot.Practice.Mail;
using Unknot.Practice.People;
using Unknot.Practice.Shared;
using Unknot.Practice.Upkeep;
using Unknot.Practice.Views;

namespace Unknot.Practice.Tests.Upkeep;

public sealed class CleanUpTests
{
    private readonly SetClock _clock = new();

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_is_old_goes_and_what_is_young_stays(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var today = DateOnly.FromDateTime(_clock.NowUtc);
        var (old, young) = (_clock.NowUtc - CleanUp.Kept - TimeSpan.FromMinutes(1), _clock.NowUtc - CleanUp.Kept + TimeSpan.FromMinutes(1));
        await using (var db = store.Open())
        {
            var person = new Person { Id = Guid.NewGuid(), UserName = "owner@example.com", Name = "Owner", CreatedAtUtc = _clock.NowUtc };
            var author = new Author { Id = AuthorId.New(_clock), Slug = "a", Name = "A", Bio = "" };
            var article = new Article
            {
                Id = ArticleId.New(_clock),
                Slug = "a",
                Title = "A",
                Summary = "",
                Body = "",
                AuthorId = author.Id,
                CoverAlt = "",
                State = ArticleState.Draft,
                ChangedAtUtc = _clock.NowUtc,
                TakesComments = true,
                Revision = 1,
                Views = 0,
                ViewsSinceUtc = _clock.NowUtc,
            };
            db.AddRange(person, author, article);
            db.AddRange(Enumerable.Range(-2, 3).Select(days => new ViewKey { Day = today.AddDays(days), Key = [1] }));
            db.AddRange(Enumerable.Range(-2, 3).Select(days => new ViewMark { ArticleId = article.Id, Day = today.AddDays(days), Mark = "m" }));
            db.AddRange(Link("used", _clock.NowUtc.AddDays(5), _clock.NowUtc.AddDays(-2)), Link("out", _clock.NowUtc.AddDays(-2), null), Link("fresh", _clock.NowUtc.AddDays(1), null), Link("just used", _clock.NowUtc.AddDays(1), _clock.NowUtc));
            foreach (var (subject, sent, givenUp) in new (string, DateTime?, DateTime?)[] { ("old", old, null), ("young", young, null), ("old aside", null, old), ("waiting", null, null) })
            {
                var message = Outbox.Add(db, _clock, "contact", "to@example.com", subject, "t");
                message.SentAtUtc = sent;
                message.GivenUpAtUtc = givenUp;
            }

            db.AddRange(Session(person, old), Session(person, young), Session(person, null));
            var practice = await APractice.InAsync(store);
            db.AddRange(
                Place(practice, WaitingState.Left, DateOnly.FromDateTime(old).AddDays(-1)),
                Place(practice, WaitingState.Waiting, DateOnly.FromDateTime(old).AddDays(-1)),
                Place(practice, WaitingState.Over, DateOnly.FromDateTime(old)));
            await db.SaveChangesAsync();
        }

        var run = new CleanUp(new OwnContexts(store), _clock, NullLogger<CleanUp>.Instance);
        Assert.Equal(10, await run.RunAsync(CancellationToken.None));
        Assert.Equal(0, await run.RunAsync(CancellationToken.None));

        await using var after = store.Open();
        Assert.Equal(today, Assert.Single(await after.ViewKeys.ToListAsync()).Day);
        Assert.Equal(today, Assert.Single(await after.ViewMarks.ToListAsync()).Day);
        Assert.Equal(["fresh", "just used"], (await after.OneTimeLinks.Select(link => link.SecretHash).ToListAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(["waiting", "young"], (await after.Outbox.Select(message => message.Subject).ToListAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(2, await after.Sessions.CountAsync());
        Assert.Equal([WaitingState.Over, WaitingState.Waiting], (await after.WaitingList.Select(place => place.State).ToListAsync()).OrderBy(state => state.ToString(), StringComparer.Ordinal));
    }

    private static OneTimeLink Link(string secret, DateTime expires, DateTime? used) => new() { SecretHash = secret, Purpose = "set-up", Role = "", ExpiresAtUtc = expires, UsedAtUtc = used };

    private static WaitingEntry Place(APractice practice, WaitingState state, DateOnly lastDay) => new()
    {
        Id = WaitingId.New(TimeProvider.System),
        ServiceId = practice.Service,
        Minutes = 60,
        Name = "",
        Email = "",
        Phone = "",
        Language = "en",
        FirstDay = lastDay,
        LastDay = lastDay,
        Days = 127,
        EarliestMinute = 0,
        LatestMinute = 0,
        State = state,
        CreatedAtUtc = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        Version = 1,
        RequestKey = Guid.NewGuid(),
    };

    private static SignedInSession Session(Person person, DateTime? ended) => new()
    {
        Id = Guid.NewGuid(),
        PersonId = person.Id,
        Device = "d",
        Means = "password",
        StartedAtUtc = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        SeenAtUtc = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        EndedAtUtc = ended,
    };
}
