using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Unknot.Practice.Articles;
using Unknot.Practice.Shared;
using Unknot.Practice.Storage;

namespace Unknot.Practice.Tests.Articles;

public sealed class ArticleDeskTests
{
    private static readonly DateTime Start = new(2026, 3, 1, 9, 0, 0, DateTimeKind.Utc);

    private readonly SetTime time = new(Start);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_draft_is_kept_with_its_first_revision(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var author = await AuthorAsync(store);
        var person = await APerson.InAsync(store);

        await using (var db = store.Open())
        {
            Assert.IsType<ArticleOutcome.Done>(await Desk(db).CreateAsync(Writing.Draft(author) with { Title = "  About\u00a0 Señor’s  calves ", Tags = ["Legs", "legs", " feet "] }, person, default));
        }

        await using var again = store.Open();
        var article = Assert.Single(await again.Articles.Include(each => each.Tags).ToListAsync());
        Assert.Equal(("about-senors-calves", "About Señor’s calves", ArticleState.Draft, 1, (DateTime?)null), (article.Slug, article.Title, article.State, article.Revision, article.PublishAtUtc));
        Assert.Equal("feet legs", string.Join(' ', article.Tags.Select(tag => tag.Tag).Order(StringComparer.Ordinal)));
        var revision = Assert.Single(await again.ArticleRevisions.ToListAsync());
        Assert.Equal((1, "feet legs", person), (revision.Number, revision.Tags, revision.PersonId));
        var subject = Assert.Single(await again.ArticleSubjects.ToListAsync());
        Assert.Equal(("muscle", "soleus"), (subject.Kind, subject.AtlasId));
        var entry = Assert.Single(await again.Audit.Where(each => each.Subject == "article").ToListAsync());
        Assert.Equal(("article.created", article.Id.ToString(), person), (entry.Action, entry.SubjectId, entry.PersonId));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Every_save_with_a_change_is_a_revision_and_one_without_is_none(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (id, draft) = await WrittenAsync(store);

        time.Move(TimeSpan.FromHours(1));
        Assert.Equal(1, (await SaveAsync(store, id, 1, draft)).Revision);
        Assert.Equal(2, (await SaveAsync(store, id, 1, draft with { Body = "The temporalis.", Tags = ["heads"] })).Revision);
        Assert.Equal(3, (await SaveAsync(store, id, 2, draft with { Body = "The temporalis.", Tags = ["heads"], TakesComments = false })).Revision);

        await using var db = store.Open();
        Assert.Equal(3, await db.ArticleRevisions.CountAsync());
        var article = await db.Articles.Include(each => each.Tags).SingleAsync();
        Assert.Equal(Start.AddHours(1), article.ChangedAtUtc);
        Assert.Equal("heads", Assert.Single(article.Tags).Tag);
        Assert.Equal("temporalis", Assert.Single(await db.ArticleSubjects.ToListAsync()).AtlasId);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Who_knew_an_older_revision_overwrites_nothing(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (id, draft) = await WrittenAsync(store);
        await SaveAsync(store, id, 1, draft with { Body = "Hers." });

        await using var db = store.Open();
        var other = Assert.IsType<ArticleOutcome.SavedByAnother>(await Desk(db).SaveAsync(id, 1, draft with { Body = "His." }, null, default));

        Assert.Equal(("Hers.\n".TrimEnd(), 2), (other.Now.Body, other.Now.Revision));
        Assert.IsType<ArticleOutcome.SavedByAnother>(await Desk(db).PublishAsync(id, 1, null, default));
        Assert.Equal("Hers.", (await db.Articles.AsNoTracking().SingleAsync()).Body);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Of_ten_saves_at_once_one_is_kept_and_the_others_are_told(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (id, draft) = await WrittenAsync(store);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(number => Task.Run(async () =>
        {
            await using var db = store.Open();
            return await Desk(db).SaveAsync(id, 1, draft with { Body = $"Text {number}" }, null, default);
        })));

        Assert.Single(outcomes.OfType<ArticleOutcome.Done>());
        Assert.Equal(9, outcomes.OfType<ArticleOutcome.SavedByAnother>().Count());
        await using var again = store.Open();
        Assert.Equal(2, await again.ArticleRevisions.CountAsync());
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task It_is_public_from_its_instant_on_and_not_before(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (id, _) = await WrittenAsync(store);
        await using (var db = store.Open())
        {
            Assert.IsType<ArticleOutcome.Done>(await Desk(db).PublishAtAsync(id, 1, Start.AddHours(2), null, default));
        }

        Assert.Empty(await PublicAsync(store));
        time.Move(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        Assert.Empty(await PublicAsync(store));
        time.Move(TimeSpan.FromSeconds(1));
        Assert.Single(await PublicAsync(store));
        await using var again = store.Open();
        Assert.Contains("article.scheduled", again.Audit.Select(entry => entry.Action));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_is_taken_back_keeps_the_date_on_which_it_was_first_seen(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (id, _) = await WrittenAsync(store);
        await using var db = store.Open();
        await Desk(db).PublishAsync(id, 1, null, default);
        time.Move(TimeSpan.FromDays(1));

        await Desk(db).UnpublishAsync(id, 1, null, default);
        Assert.Empty(await PublicAsync(store));
        await Desk(db).PublishAsync(id, 1, null, default);

        Assert.Equal(Start, Assert.Single(await PublicAsync(store)).PublishAtUtc);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task What_was_never_seen_is_a_plain_draft_when_it_is_taken_back(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (id, _) = await WrittenAsync(store);
        await using var db = store.Open();
        await Desk(db).PublishAtAsync(id, 1, Start.AddDays(3), null, default);

        var done = Assert.IsType<ArticleOutcome.Done>(await Desk(db).UnpublishAsync(id, 1, null, default));

        Assert.Equal((ArticleState.Draft, (DateTime?)null), (done.Article.State, done.Article.PublishAtUtc));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Restoring_makes_an_old_text_the_newest(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (id, draft) = await WrittenAsync(store);
        await SaveAsync(store, id, 1, draft with { Title = "Other", Body = "Other.", Tags = [] });

        await using var db = store.Open();
        var done = Assert.IsType<ArticleOutcome.Done>(await Desk(db).RestoreAsync(id, 1, 2, null, default));

        Assert.Equal((3, draft.Title, draft.Body), (done.Article.Revision, done.Article.Title, done.Article.Body));
        Assert.Equal("legs", Assert.Single(done.Article.Tags).Tag);
        Assert.Equal(3, await db.ArticleRevisions.CountAsync());
        Assert.IsType<ArticleOutcome.NotThere>(await Desk(db).RestoreAsync(id, 9, 3, null, default));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task An_address_that_was_public_leads_to_the_new_one_for_ever(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (id, draft) = await WrittenAsync(store);
        await SaveAsync(store, id, 1, draft with { Slug = "draft-name" });
        await using var db = store.Open();
        Assert.Empty(await db.FormerSlugs.ToListAsync());
        await Desk(db).PublishAsync(id, 2, null, default);

        await SaveAsync(store, id, 2, draft with { Slug = "second" });
        await SaveAsync(store, id, 3, draft with { Slug = "third" });
        Assert.Equal("draft-name second", string.Join(' ', await db.FormerSlugs.AsNoTracking().Select(former => former.Slug).OrderBy(slug => slug).ToListAsync()));

        // Nobody else gets it; the article itself may have it back.
        var refused = Assert.IsType<ArticleOutcome.Refused>(await Desk(db).CreateAsync(draft with { Slug = "second" }, null, default));
        Assert.Equal("slug", Assert.Single(refused.Problems).Field);
        await SaveAsync(store, id, 4, draft with { Slug = "second" });
        Assert.Equal("draft-name third", string.Join(' ', await db.FormerSlugs.AsNoTracking().Select(former => former.Slug).OrderBy(slug => slug).ToListAsync()));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Of_two_articles_that_want_one_address_at_once_one_gets_it(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var author = await AuthorAsync(store);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var db = store.Open();
            return await Desk(db).CreateAsync(Writing.Draft(author), null, default);
        })));

        Assert.Single(outcomes.OfType<ArticleOutcome.Done>());
        Assert.All(outcomes.OfType<ArticleOutcome.Refused>(), refused => Assert.Equal("slug", Assert.Single(refused.Problems).Field));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task All_that_is_wrong_is_told_at_once(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        await using var db = store.Open();

        var refused = Assert.IsType<ArticleOutcome.Refused>(await Desk(db).CreateAsync(
            new ArticleDraft
            {
                Title = new string('t', 121),
                Summary = new string('s', 301),
                Body = new string('b', 200_001),
                Slug = "Not a slug",
                Tags = ["a", "b", "c", "d", "e", "f", "not a tag"],
                AuthorId = AuthorId.New(time),
                CoverId = Practice.Pictures.PictureId.New(time),
                CoverAlt = "",
                TakesComments = true,
            },
            null,
            default));

        Assert.Equal(
            "author body cover coverAlt slug summary tags tags title",
            string.Join(' ', refused.Problems.Select(problem => problem.Field).Order(StringComparer.Ordinal)));
        Assert.Empty(await db.Articles.ToListAsync());
    }

    [Theory]
    [InlineData("feed\n", "")]
    [InlineData("a--b", "")]
    [InlineData("-a", "")]
    [InlineData("ünlaut", "")]
    [InlineData("feed", "")]
    [InlineData("", "A title with a \u0000 in it")]
    [InlineData("", "")]
    public async Task What_cannot_be_kept_is_refused(string slug, string title)
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var author = await AuthorAsync(store);
        await using var db = store.Open();

        var outcome = await Desk(db).CreateAsync(Writing.Draft(author) with { Slug = slug, Title = slug.Length > 0 ? "A title" : title }, null, default);

        // The line end is tidied away, and the name is then taken by the feed.
        Assert.IsType<ArticleOutcome.Refused>(outcome);
    }

    [Fact]
    public async Task Limits_are_what_they_say()
    {
        await using var store = await TestStore.CreateAsync(Engine.Sqlite);
        var author = await AuthorAsync(store);
        await using var db = store.Open();

        Assert.IsType<ArticleOutcome.Done>(await Desk(db).CreateAsync(
            Writing.Draft(author) with { Title = new string('t', 120), Summary = new string('s', 300), Body = new string('b', 200_000), Tags = ["a", "b", "c", "d", "e", "f"] }, null, default));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Nothing_is_published_without_summary_and_text(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var (id, draft) = await WrittenAsync(store);
        await SaveAsync(store, id, 1, draft with { Summary = "", Body = " \n" });
        await using var db = store.Open();

        var refused = Assert.IsType<ArticleOutcome.Refused>(await Desk(db).PublishAsync(id, 2, null, default));

        Assert.Equal("summary body", string.Join(' ', refused.Problems.Select(problem => problem.Field)));
        await SaveAsync(store, id, 2, draft);
        await using var later = store.Open();
        Assert.IsType<ArticleOutcome.Done>(await Desk(later).PublishAsync(id, 3, null, default));
        Assert.IsType<ArticleOutcome.Refused>(await Desk(later).SaveAsync(id, 3, draft with { Summary = "" }, null, default));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_search_looks_into_every_text_in_any_case(Engine engine)
    {
        await using var store = await TestStore.CreateAsync(engine);
        var author = await AuthorAsync(store);
        await using var db = store.Open();
        foreach (var (title, body) in new[] { ("Élan vital", "Über 100% of_it"), ("Other", "[[muscle soleus]]\n\nWords about heels.") })
        {
            var done = (ArticleOutcome.Done)await Desk(db).CreateAsync(Writing.Draft(author, title) with { Body = body }, null, default);
            await Desk(db).PublishAsync(done.Article.Id, 1, null, default);
            time.Move(TimeSpan.FromMinutes(1));
        }

        async Task<string> Found(string words) => string.Join(',', await db.PublicArticles(time.GetUtcNow().UtcDateTime).Holding(words).Select(article => article.Title).ToListAsync());

        Assert.Equal("Élan vital", await Found("éLAN"));
        Assert.Equal("Élan vital", await Found("über 100%"));
        Assert.Equal("Élan vital", await Found("of_it"));
        Assert.Equal("", await Found("of%it"));
        Assert.Equal("Other", await Found("WORDS heel"));
        Assert.Equal("", await Found("soleus"));
        Assert.Equal("Other", await Found("words\0heels\u0007"));
        Assert.Empty(await db.PublicArticles(time.GetUtcNow().UtcDateTime).Tagged("\0").ToListAsync());
        Assert.Equal("Other,Élan vital", await Found("LEGS what calves"));
        Assert.Equal("Other", await FoundAboutAsync(db));
    }

    private async Task<string> FoundAboutAsync(PracticeDb db) => string.Join(',', await db.PublicArticles(time.GetUtcNow().UtcDateTime)
        .About(db, ArticleSubject.Muscle, "soleus").Select(article => article.Title).ToListAsync());

    private ArticleDesk Desk(PracticeDb db) => new(db, time, Writing.Texts);

    private async Task<List<Article>> PublicAsync(TestStore store)
    {
        await using var db = store.Open();
        return await db.PublicArticles(time.GetUtcNow().UtcDateTime).ToListAsync();
    }

    private async Task<Article> SaveAsync(TestStore store, ArticleId id, int revision, ArticleDraft draft)
    {
        await using var db = store.Open();
        return Assert.IsType<ArticleOutcome.Done>(await Desk(db).SaveAsync(id, revision, draft, null, default)).Article;
    }

    private async Task<(ArticleId Id, ArticleDraft Draft)> WrittenAsync(TestStore store)
    {
        var draft = Writing.Draft(await AuthorAsync(store));
        await using var db = store.Open();
        var done = Assert.IsType<ArticleOutcome.Done>(await Desk(db).CreateAsync(draft, null, default));
        return (done.Article.Id, draft);
    }

    private async Task<AuthorId> AuthorAsync(TestStore store)
    {
        await using var db = store.Open();
        var (author, problems) = await new AuthorDesk(db, time).SaveAsync(null, new AuthorDesk.Draft("An author", "", "", null), null, default);
        Assert.Equal(ImmutableArray<FieldProblem>.Empty.AsEnumerable(), problems);
        return author!.Id;
    }
}
