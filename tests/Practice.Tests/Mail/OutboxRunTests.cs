using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Unknot.Practice.Mail;
using Unknot.Practice.Shared;
using Unknot.Practice.Site;

namespace Unknot.Practice.Tests.Mail;

public sealed class OutboxRunTests
{
    private readonly SetClock _clock = new();

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_message_is_sent_once_with_its_own_id(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var server = new SmtpServer();
        var id = await AddAsync(store, subject: "Größe and 痛み", text: "Line one\n.\nLine with ünïcode");

        Assert.Equal(1, await Run(store, server).RunAsync(CancellationToken.None));
        Assert.Equal(0, await Run(store, server).RunAsync(CancellationToken.None));

        var mail = Assert.Single(server.Messages);
        Assert.Contains($"Message-ID: <{id}@practice.example>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Reply-To: visitor@example.org", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("text/plain; charset=utf-8", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("=C3=BCn=C3=AFcode", mail, StringComparison.Ordinal);
        Assert.Equal("to@example.com", Assert.Single(server.Recipients));
        await using var db = store.Open();
        var kept = await db.Outbox.SingleAsync();
        Assert.Equal(_clock.NowUtc, kept.SentAtUtc);
        Assert.Equal(1, kept.Attempts);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task After_a_failure_it_waits_longer_each_time_and_is_given_up_in_the_end(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var server = new SmtpServer { RecipientAnswer = "451 try later, <to@example.com> is busy" };
        await AddAsync(store);
        var waits = new List<TimeSpan>();
        for (var attempt = 1; ; attempt++)
        {
            Assert.Equal(0, await Run(store, server).RunAsync(CancellationToken.None));
            var kept = await KeptAsync(store);
            Assert.Equal(attempt, kept.Attempts);
            Assert.NotEmpty(kept.LastTrouble!);
            Assert.DoesNotContain("@", kept.LastTrouble!, StringComparison.Ordinal);
            if (kept.GivenUpAtUtc is not null)
            {
                break;
            }

            waits.Add(kept.DueAtUtc - _clock.NowUtc);

            // A moment too early nothing is tried.
            _clock.Pass(waits[^1] - TimeSpan.FromSeconds(1));
            await Run(store, server).RunAsync(CancellationToken.None);
            Assert.Equal(attempt, (await KeptAsync(store)).Attempts);
            _clock.Pass(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(TimeSpan.FromMinutes(1), waits[0]);
        Assert.Equal(TimeSpan.FromHours(24), waits[^1]);
        Assert.Equal(waits.Order(), waits);
        _clock.Pass(TimeSpan.FromDays(30));
        server.RecipientAnswer = "250 fine";
        Assert.Equal(0, await Run(store, server).RunAsync(CancellationToken.None));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_failed_is_sent_when_the_server_takes_it_again(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var server = new SmtpServer { RecipientAnswer = "550 no" };
        await AddAsync(store);
        await Run(store, server).RunAsync(CancellationToken.None);

        server.RecipientAnswer = "250 fine";
        _clock.Pass(OutboxRun.Waits[0]);

        Assert.Equal(1, await Run(store, server).RunAsync(CancellationToken.None));
        Assert.Single(server.Messages);
        Assert.Null((await KeptAsync(store)).LastTrouble);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Of_several_nodes_at_once_each_message_is_sent_by_one(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var server = new SmtpServer();
        for (var each = 0; each < 60; each++)
        {
            await AddAsync(store, subject: $"Number {each}");
        }

        var sent = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Run(store, server).RunAsync(CancellationToken.None))));

        Assert.Equal(60, sent.Sum());
        Assert.Equal(60, server.Messages.Count);
        Assert.Equal(60, server.Messages.Select(mail => mail.Split('\n').Single(line => line.StartsWith("Message-ID", StringComparison.OrdinalIgnoreCase))).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_node_that_dies_while_sending_leaves_a_message_that_is_sent_later(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var server = new SmtpServer();
        await AddAsync(store);

        // The server never answers, and the node is gone before it could note anything.
        var never = new TaskCompletionSource();
        server.BeforeTaking = never.Task;
        using var death = new CancellationTokenSource();
        var dying = Run(store, server).RunAsync(death.Token);
        while (server.Recipients.IsEmpty)
        {
            await Task.Yield();
        }

        await death.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dying);
        server.BeforeTaking = Task.CompletedTask;

        Assert.Equal(0, await Run(store, server).RunAsync(CancellationToken.None));
        _clock.Pass(OutboxRun.Claim);
        Assert.Equal(1, await Run(store, server).RunAsync(CancellationToken.None));
        Assert.Single(server.Messages);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Without_a_mail_server_messages_wait_untouched(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await AddAsync(store);

        await new OutboxRun(new OwnContexts(store), new NoSender(), _clock, NullLogger<OutboxRun>.Instance).RunAsync(CancellationToken.None);

        Assert.Equal(0, (await KeptAsync(store)).Attempts);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_message_to_the_practice_waits_until_it_has_an_address_and_goes_to_the_one_it_has_then(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var server = new SmtpServer();
        await using (var db = store.Open())
        {
            Assert.Empty(await new ContactDesk(db, _clock).TakeAsync(new ContactDraft("Ana", "ana@example.org", "Hello"), Guid.NewGuid(), CancellationToken.None));
        }

        Assert.Equal(0, await Run(store, server).RunAsync(CancellationToken.None));
        Assert.Equal(0, (await KeptAsync(store)).Attempts);
        await using (var db = store.Open())
        {
            var draft = SettingsDraft.From(SettingsDesk.ProductDefault()) with { Email = "front@example.com" };
            Assert.IsType<SettingsOutcome.Saved>(await new SettingsDesk(db, _clock).SaveAsync(draft, null, CancellationToken.None));
        }

        Assert.Equal(1, await Run(store, server).RunAsync(CancellationToken.None));
        Assert.Equal("front@example.com", Assert.Single(server.Recipients));
        Assert.Contains("Reply-To: ana@example.org", Assert.Single(server.Messages), StringComparison.OrdinalIgnoreCase);
    }

    private OutboxRun Run(TestStore store, SmtpServer server) => new(
        new OwnContexts(store),
        new SmtpSender(new SmtpSettings { Host = "127.0.0.1", Port = server.Port, From = "site@practice.example", UseTls = false }, TimeProvider.System),
        _clock,
        NullLogger<OutboxRun>.Instance);

    private async Task<MessageId> AddAsync(TestStore store, string subject = "Subject", string text = "Text")
    {
        await using var db = store.Open();
        var message = Outbox.Add(db, _clock, "contact", "to@example.com", subject, text, "visitor@example.org");
        await db.SaveChangesAsync();
        return message.Id;
    }

    private static async Task<OutboxMessage> KeptAsync(TestStore store)
    {
        await using var db = store.Open();
        return await db.Outbox.AsNoTracking().SingleAsync();
    }
}
