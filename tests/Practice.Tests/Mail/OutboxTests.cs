using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Mail;
using Unknot.Practice.People;
using Unknot.Practice.Shared;

namespace Unknot.Practice.Tests.Mail;

public sealed class OutboxTests
{
    private readonly SetClock _clock = new();

    [Theory]
    [InlineData("a@b.example\r\nBcc: all@example.com")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("a@b.example ")]
    [InlineData("Ana <a@b.example>")]
    [InlineData("a@localhost")]
    [InlineData("a@@b.example")]
    [InlineData("@b.example")]
    [InlineData("a@-b.example")]
    [InlineData("a@b.example\0")]
    public async Task Nothing_but_one_plain_address_is_written_to(string to)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var db = store.Open();

        Assert.Throws<ArgumentException>(() => Outbox.Add(db, _clock, "contact", to, "s", "t"));
        Assert.Throws<ArgumentException>(() => Outbox.Add(db, _clock, "contact", "fine@example.com", "s", "t", replyTo: to));
    }

    [Theory]
    [InlineData("a\r\nBcc: all@example.com", "a  Bcc: all@example.com")]
    [InlineData("a\u2028b\u0000c\u0085d", "a b c d")]
    public async Task A_subject_is_one_line(string subject, string kept)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        await using var db = store.Open();

        Assert.Equal(kept, Outbox.Add(db, _clock, "contact", "fine@example.com", subject, "t").Subject);
        Assert.Equal(200, Outbox.Add(db, _clock, "contact", "fine@example.com", new string('x', 500), "t").Subject.Length);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_same_form_sent_twice_is_one_message(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var form = Guid.NewGuid();

        var problems = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            await using var db = store.Open();
            return await new ContactDesk(db, _clock).TakeAsync(new ContactDraft("Ana", "ana@example.org", "Hello"), form, CancellationToken.None);
        })));

        Assert.All(problems, each => Assert.Empty(each));
        await using var db = store.Open();
        Assert.Equal(1, await db.Outbox.CountAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_contact_form_says_all_that_is_wrong_and_keeps_nothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var db = store.Open();
        var desk = new ContactDesk(db, _clock);

        Assert.Equal([ContactProblem.NameMissing, ContactProblem.EmailMissing, ContactProblem.MessageMissing], await SaidOf(" ", "", "\n"));
        Assert.Equal([ContactProblem.NameTooLong, ContactProblem.EmailWrong, ContactProblem.MessageTooLong], await SaidOf(new string('n', 101), "no address", new string('m', 5001)));
        Assert.Equal([ContactProblem.NotText], await SaidOf("A\r\nB", "a@example.org", "m"));
        Assert.Equal([ContactProblem.NotText], await SaidOf("A", "a@example.org", "m\0"));
        Assert.Equal(0, await db.Outbox.CountAsync());

        async Task<IEnumerable<ContactProblem>> SaidOf(string name, string email, string message) =>
            await desk.TakeAsync(new ContactDraft(name, email, message), Guid.NewGuid(), CancellationToken.None);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_person_puts_a_message_aside_and_takes_it_up_again(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var person = new Person { Id = Guid.NewGuid(), UserName = "owner@example.com", Name = "Owner", CreatedAtUtc = _clock.NowUtc };
        MessageId id;
        await using (var db = store.Open())
        {
            db.Users.Add(person);
            id = Outbox.Add(db, _clock, "contact", "to@example.com", "s", "t").Id;
            await db.SaveChangesAsync();
        }

        await using (var db = store.Open())
        {
            Assert.True(await new OutboxDesk(db, _clock).PutAsideAsync(id, person.Id, CancellationToken.None));
        }

        await using (var db = store.Open())
        {
            Assert.NotNull((await db.Outbox.AsNoTracking().SingleAsync()).GivenUpAtUtc);
            Assert.True(await new OutboxDesk(db, _clock).SendNowAsync(id, person.Id, CancellationToken.None));
        }

        await using var after = store.Open();
        var message = await after.Outbox.SingleAsync();
        Assert.Null(message.GivenUpAtUtc);
        message.SentAtUtc = _clock.NowUtc;
        await after.SaveChangesAsync();
        Assert.False(await new OutboxDesk(after, _clock).PutAsideAsync(id, person.Id, CancellationToken.None));
        Assert.Equal(["message.put-aside", "message.tried-again"], (await after.Audit.Select(entry => entry.Action).ToListAsync()).Order(StringComparer.Ordinal));
    }
}
