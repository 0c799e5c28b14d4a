using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Comments;
using Unknot.Practice.Shared;
using Unknot.Practice.Site;

namespace Unknot.Practice.Tests.Comments;

public sealed class CommentDeskTests
{
    private const string Ada = "ada@example.com";

    private static readonly CommentLinks Links = new((slug, id) => $"https://x/articles/{slug}#{id}", id => $"https://x/stop/{id}", "https://x/console/comments");

    private readonly SetTime _time = new(Written.Start + TimeSpan.FromDays(1));

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_first_comment_of_a_person_waits_and_the_next_is_shown_once_it_was_approved(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var article = await Written.ArticleAsync(store);

        var first = await WriteAsync(store, article, email: Ada);
        var second = await WriteAsync(store, article, email: Ada);
        Assert.False(first.IsShown);
        Assert.False(second.IsShown);
        await DecideAsync(store, first.Id, CommentState.Shown);

        Assert.True((await WriteAsync(store, article, email: "ADA@example.com ")).IsShown);
        Assert.False((await WriteAsync(store, article, email: "bob@example.com")).IsShown);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Who_gives_no_address_is_not_recognised_and_always_waits(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var article = await Written.ArticleAsync(store);
        await DecideAsync(store, (await WriteAsync(store, article)).Id, CommentState.Shown);

        Assert.False((await WriteAsync(store, article)).IsShown);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Who_was_unwanted_once_waits_again(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var article = await Written.ArticleAsync(store);
        await DecideAsync(store, (await WriteAsync(store, article, email: Ada)).Id, CommentState.Shown);
        await DecideAsync(store, (await WriteAsync(store, article, email: Ada)).Id, CommentState.Spam);

        Assert.False((await WriteAsync(store, article, email: Ada)).IsShown);
    }

    [Theory]
    [InlineData("See https://example.com/cure", "links")]
    [InlineData("Go to www.example.org now", "links")]
    [InlineData("[cheap](//example.net)", "links")]
    [InlineData("buy at pills-now.shop today", "links")]
    [InlineData("Call me: (212) 555-0134, any time", "contact")]
    [InlineData("write to me at someone@example.edu", "contact")]
    [InlineData("It hurt for 10 years, then 30 seconds a day helped. 2026 is better.", "")]
    public async Task Links_and_contacts_wait_even_of_a_known_writer(string text, string heldFor)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var article = await Written.ArticleAsync(store);
        await DecideAsync(store, (await WriteAsync(store, article, email: Ada)).Id, CommentState.Shown);

        var kept = await WriteAsync(store, article, text, email: Ada);

        Assert.Equal(heldFor.Length == 0, kept.IsShown);
        await using var db = store.Open();
        Assert.Equal(heldFor, (await db.Comments.SingleAsync(comment => comment.Id == kept.Id)).HeldFor);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_thousand_comments_at_once_are_all_kept_and_the_practice_is_told_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var article = await Written.ArticleAsync(store);
        await AddSettingsAsync(store);
        using var atOnce = new SemaphoreSlim(40);

        var kept = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(async number =>
        {
            await atOnce.WaitAsync();
            try
            {
                return await Task.Run(() => WriteAsync(store, article, string.Create(CultureInfo.InvariantCulture, $"Comment {number}")));
            }
            finally
            {
                atOnce.Release();
            }
        }));

        Assert.Equal(1_000, kept.Select(comment => comment.Id).Distinct().Count());
        await using var db = store.Open();
        Assert.Equal(1_000, await db.Comments.CountAsync());
        Assert.Equal(1, await db.Outbox.CountAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_form_sent_many_times_makes_one_comment(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var article = await Written.ArticleAsync(store);
        var form = Guid.NewGuid();

        var kept = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => WriteAsync(store, article, form: form))));

        Assert.Single(kept.Select(comment => comment.Id).Distinct());
        await using var db = store.Open();
        Assert.Equal(1, await db.Comments.CountAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Answers_go_one_level_deep_and_the_writer_of_the_first_is_told(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var article = await Written.ArticleAsync(store);
        var first = await WriteAsync(store, article, email: Ada);
        await DecideAsync(store, first.Id, CommentState.Shown);
        var answer = await WriteAsync(store, article, "Same here.", parent: first.Id);

        await using (var db = store.Open())
        {
            Assert.Equal(0, await db.Outbox.CountAsync());
        }

        await DecideAsync(store, answer.Id, CommentState.Shown);
        await DecideAsync(store, answer.Id, CommentState.Shown);

        await using var after = store.Open();
        var message = await after.Outbox.SingleAsync();
        Assert.Equal(Ada, message.To);
        Assert.Contains($"https://x/articles/necks#{answer.Id}", message.Text, StringComparison.Ordinal);
        Assert.Contains($"https://x/stop/{first.Id}", message.Text, StringComparison.Ordinal);
        var deeper = await DeskOf(store).WriteAsync(Draft(article, parent: answer.Id), Links, CancellationToken.None);
        Assert.Equal([CommentProblem.ParentGone], Assert.IsType<CommentOutcome.Wrong>(deeper).Problems);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task It_can_be_changed_for_a_quarter_of_an_hour_and_is_looked_at_again(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var article = await Written.ArticleAsync(store);
        await DecideAsync(store, (await WriteAsync(store, article, email: Ada)).Id, CommentState.Shown);
        var kept = await WriteAsync(store, article, email: Ada);
        Assert.True(kept.IsShown);

        _time.Move(TimeSpan.FromMinutes(14));
        var changed = Assert.IsType<CommentOutcome.Kept>(await DeskOf(store).EditAsync(kept.Id, "Now see https://example.com", CancellationToken.None));
        Assert.False(changed.IsShown);
        _time.Move(TimeSpan.FromMinutes(2));

        Assert.IsType<CommentOutcome.Closed>(await DeskOf(store).EditAsync(kept.Id, "Too late", CancellationToken.None));
        Assert.False(await DeskOf(store).TakeBackAsync(kept.Id, CancellationToken.None));
        await using var db = store.Open();
        Assert.Equal("Now see https://example.com", (await db.Comments.SingleAsync(comment => comment.Id == kept.Id)).Text);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_three_readers_report_waits_for_a_moderator(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var article = await Written.ArticleAsync(store);
        var kept = await WriteAsync(store, article);
        await DecideAsync(store, kept.Id, CommentState.Shown);

        await Task.WhenAll(new[] { "one", "one", "two" }.Select(reader => Task.Run(() => DeskOf(store).ReportAsync(kept.Id, reader, "Rude", CancellationToken.None))));
        await using (var db = store.Open())
        {
            Assert.Equal((CommentState.Shown, 2), await db.Comments.Select(comment => new ValueTuple<CommentState, int>(comment.State, comment.Reports)).SingleAsync());
        }

        Assert.True(await DeskOf(store).ReportAsync(kept.Id, "three", "", CancellationToken.None));
        Assert.False(await DeskOf(store).ReportAsync(kept.Id, "four", "", CancellationToken.None));

        await using var after = store.Open();
        var comment = await after.Comments.SingleAsync();
        Assert.Equal((CommentState.Held, "reported", 3), (comment.State, comment.HeldFor, comment.Reports));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task All_that_is_wrong_is_said_at_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var article = await Written.ArticleAsync(store);

        var outcome = await DeskOf(store).WriteAsync(new CommentDraft(article, null, "  ", new string('x', 4001), "no address", Guid.NewGuid()), Links, CancellationToken.None);

        Assert.Equal([CommentProblem.NameMissing, CommentProblem.TextTooLong, CommentProblem.EmailWrong], Assert.IsType<CommentOutcome.Wrong>(outcome).Problems);
    }

    [Theory]
    [InlineData(true, 181)]
    [InlineData(false, 1)]
    public async Task An_article_that_is_old_or_silent_takes_none(bool takesComments, int days)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var article = await Written.ArticleAsync(store, change: written => written.TakesComments = takesComments);
        _time.Move(TimeSpan.FromDays(days));

        Assert.IsType<CommentOutcome.Closed>(await DeskOf(store).WriteAsync(Draft(article), Links, CancellationToken.None));
    }

    private static CommentDraft Draft(ArticleId article, string text = "This helped.", string email = "", CommentId? parent = null, Guid? form = null) =>
        new(article, parent, "Ada", text, email, form ?? Guid.NewGuid());

    private static async Task AddSettingsAsync(TestStore store)
    {
        await using var db = store.Open();
        db.Settings.Add(new PracticeSettings
        {
            Id = 1,
            Name = "Practice",
            Tagline = "",
            About = "",
            Street = "",
            City = "",
            Region = "",
            PostalCode = "",
            Country = "US",
            Phone = "",
            Email = "practice@example.com",
            TimeZone = "America/New_York",
            Hours = "",
            PrivacyNote = "",
            Terms = "",
            UnderMaintenance = false,
            Version = 1,
        });
        await db.SaveChangesAsync();
    }

    private async Task<CommentOutcome.Kept> WriteAsync(TestStore store, ArticleId article, string text = "This helped.", string email = "", CommentId? parent = null, Guid? form = null) =>
        Assert.IsType<CommentOutcome.Kept>(await DeskOf(store).WriteAsync(Draft(article, text, email, parent, form), Links, CancellationToken.None));

    private async Task DecideAsync(TestStore store, CommentId id, CommentState state)
    {
        await using var db = store.Open();
        var person = await APerson.InAsync(store);
        Assert.True(await new ModerationDesk(db, new CommentMail(db, _time), _time).DecideAsync(id, state, person, Links, CancellationToken.None));
    }

    private CommentDesk DeskOf(TestStore store)
    {
        var db = store.Open();
        return new CommentDesk(db, new WriterMarks(new StoreFactory(store)), new CommentMail(db, _time), _time);
    }
}
